import type { Place } from "./catalogue.ts";
import { selectorsOf } from "./render-list.ts";
import { columnNames, type Site, type SiteColumn } from "./site.ts";

/** A row of `policy_sources.csv`. */
export interface PolicySourceRow {
  id: string;
  body: string;
  tier: "central" | "key-region" | "partner";
  region: string | null;
  name_ja: string;
  name_zh: string;
  name_en: string;
  language: "zh" | "ja" | "en";
  kind: "feed" | "list" | "sitemap" | "rsshub" | "mail" | "manual";
  address: string | null;
  item_selector: string | null;
  link_selector: string | null;
  date_selector: string | null;
  next_selector: string | null;
  include: string | null;
  every_hours: number;
  quiet_days: number;
  tried: string | null;
  note_ja: string | null;
  note_zh: string | null;
  note_en: string | null;
}

export function declareSources(sites: readonly Site[], placeOf: (name: string) => Place): PolicySourceRow[] {
  return sites.flatMap((site) => site.columns.map((column) => declareSource(site, column, placeOf)));
}

function declareSource(site: Site, column: SiteColumn, placeOf: (name: string) => Place): PolicySourceRow {
  const place = placeOf(site.name);
  const label = columnNames[column.label] ?? { ja: column.label, en: column.name };
  const selectors = column.kind === "list" ? selectorsOf(site) : null;
  return {
    ...emptyRow,
    id: `test-${site.name}-${column.name}`,
    body: site.bodyId,
    tier: site.tier,
    region: site.region,
    name_ja: `テスト用サイト：${site.names.ja}「${label.ja}」`,
    name_zh: `测试网站：${site.body}“${column.label}”`,
    name_en: `Test site: ${site.names.en}, ${label.en}`,
    kind: toKind(column),
    address: column.kind === "rsshub" ? column.path : `${place.origin}${place.prefix}${column.entrance ?? column.path}`,
    item_selector: selectors?.item ?? null,
    link_selector: selectors?.link ?? null,
    date_selector: selectors?.date ?? null,
    next_selector: selectors?.next ?? null,
    include: column.kind === "sitemap" ? "/art_\\d+\\.html$" : null,
    quiet_days: site.tier === "central" ? 14 : 30,
  };
}

export const emptyRow = {
  language: "zh",
  include: null,
  every_hours: 24,
  quiet_days: 30,
  tried: null,
  note_ja: "テスト用の架空のサイトです。",
  note_zh: "测试用虚构网站。",
  note_en: "An invented site for tests.",
} as const;

function toKind({ kind }: SiteColumn): PolicySourceRow["kind"] {
  return kind === "list" || kind === "sitemap" || kind === "rsshub" ? kind : "feed";
}
