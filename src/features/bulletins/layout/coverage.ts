import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { PrintColumn, PrintTable } from "../../../documents/print-table.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { heading, paragraph } from "../../reports/compose/blocks.ts";
import { type BulletinContent, type BulletinCoverage, bulletinParts } from "../bulletin.ts";
import { sayMonth } from "../say.ts";

export const coverageColumns = ["source", "region", "checks", "failed", "known", "fresh", "state"] as const;
export type CoverageColumn = (typeof coverageColumns)[number];

const shares: Record<CoverageColumn, number> = {
  source: 0.34,
  region: 0.18,
  checks: 0.09,
  failed: 0.09,
  known: 0.09,
  fresh: 0.09,
  state: 0.12,
};

/** What was watched in the month and how well: a reader must know what the bulletin cannot know. */
export function layOutCoverage(content: BulletinContent, language: Language): Block[] {
  const { coverage, month } = content;
  const title = heading(1, message(language, "bulletin.coverage.title"));
  if (coverage.length === 0) return [title, ...sayCoverageLead(content, language).map((text) => paragraph(text))];
  return [
    title,
    ...sayCoverageLead(content, language).map((text) => paragraph(text)),
    ...bulletinParts.flatMap((part): Block[] => {
      const own = listWatched(coverage).filter((row) => row.part === part);
      if (own.length === 0) return [];
      const caption = message(language, `bulletin.part.${part}`);
      return [{ is: "table", caption, table: layOutRows(own, { id: `coverage-${part}`, caption }, language) }];
    }),
    ...sayUnwatched(coverage, language).map((text) => paragraph(text)),
    paragraph(sayCoverageNote(month, language), "note"),
  ];
}

/** Those that were looked at: a row for each of the others would say nothing a hundred times. */
export function listWatched(coverage: readonly BulletinCoverage[]): BulletinCoverage[] {
  return coverage.filter(({ checks }) => checks > 0);
}

/** Sources that nobody looked at, by region in one sentence: what the bulletin cannot know. Empty where there are none. */
export function sayUnwatched(coverage: readonly BulletinCoverage[], language: Language): string[] {
  const rows = coverage.filter(({ checks }) => checks === 0);
  if (rows.length === 0) return [];
  const regions = [...Map.groupBy(rows, (row) => sayCoverage(row, "region", language))].map(([region, own]) =>
    message(language, "bulletin.coverage.inRegion", { region, count: own.length }),
  );
  return [
    message(language, "bulletin.coverage.unwatched", {
      count: rows.length,
      regions: regions.join(message(language, "list.separator")),
    }),
  ];
}

export function sayCoverageNote(month: string, language: Language): string {
  return message(language, "bulletin.coverage.note", { month: sayMonth(month, language) });
}

/** What was looked at and when: a month that was looked at years later is covered only as far as the lists still held it. */
export function sayCoverageLead(
  { coverage, entries, month }: Pick<BulletinContent, "coverage" | "entries" | "month">,
  language: Language,
): string[] {
  const name = sayMonth(month, language);
  if (coverage.length === 0) {
    const isFetched = entries.some(({ snapshot }) => snapshot !== null);
    return [message(language, isFetched ? "bulletin.coverage.noneFetched" : "bulletin.coverage.none", { month: name })];
  }
  const summary = summariseCoverage(coverage);
  const beside = { other: summary.known - summary.fresh - summary.undated, undated: summary.undated };
  const lead = [
    message(language, "bulletin.coverage.lead", { ...summary, month: name }),
    ...(beside.other > 0 || beside.undated > 0
      ? [message(language, "bulletin.coverage.beside", { ...beside, month: name })]
      : []),
  ].join(language === "en" ? " " : "");
  const later = coverage.flatMap((row) => row.later ?? []);
  const [from] = later.map((one) => one.from).sort();
  const to = later
    .map((one) => one.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return [lead];
  const period =
    from === to
      ? sayMonth(from, language)
      : message(language, "bulletin.coverage.period", { from: sayMonth(from, language), to: sayMonth(to, language) });
  const all = coverage.every(({ checks, later: late }) => checks === 0 || late !== null);
  return [
    lead,
    message(language, all ? "bulletin.coverage.laterAll" : "bulletin.coverage.laterSome", {
      ...{ month: name, period, count: later.length },
    }),
  ];
}

function summariseCoverage(coverage: readonly BulletinCoverage[]) {
  const watched = listWatched(coverage);
  const inState = (state: BulletinCoverage["state"]) => coverage.filter((row) => row.state === state).length;
  return {
    sources: coverage.length,
    watched: watched.length,
    checks: watched.reduce((sum, { checks }) => sum + checks, 0),
    fresh: watched.reduce((sum, { fresh }) => sum + fresh, 0),
    known: watched.reduce((sum, { known, fresh }) => sum + (known ?? fresh), 0),
    undated: watched.reduce((sum, { undated = 0 }) => sum + undated, 0),
    quiet: inState("quiet"),
    failing: inState("failing"),
    suspicious: inState("suspicious"),
  };
}

function layOutRows(
  rows: readonly BulletinCoverage[],
  { id, caption }: { id: string; caption: string },
  language: Language,
): PrintTable {
  return {
    id,
    title: caption,
    language,
    asOfText: "",
    columns: coverageColumns.map(
      (key): PrintColumn => ({
        key,
        label: message(language, `bulletin.coverage.column.${key}`),
        share: shares[key],
        align: key === "source" || key === "region" || key === "state" ? "start" : "end",
      }),
    ),
    rows: rows.map((row) => ({
      key: row.source,
      kind: "row",
      shaded: false,
      cells: coverageColumns.map((key) => ({ text: sayCoverage(row, key, language), heading: key === "source" })),
    })),
    notes: [],
    notesTitle: "",
    emptyText: "",
    orientation: "portrait",
  };
}

export function sayCoverage(row: BulletinCoverage, key: CoverageColumn, language: Language): string {
  switch (key) {
    case "source":
      return localize(row.name, language).text;
    case "region":
      return row.region === null ? message(language, "bulletin.coverage.nation") : localize(row.region, language).text;
    case "known":
      return row.known === undefined ? message(language, "bulletin.coverage.unknown") : String(row.known);
    case "state":
      return message(language, `bulletin.coverage.state.${row.state}`);
    default:
      return String(row[key]);
  }
}
