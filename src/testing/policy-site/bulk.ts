import type { Library, Page } from "./catalogue.ts";
import { pickTitle, writeParagraphs } from "./content/bulk-sentences.ts";
import type { Site } from "./site.ts";

export interface BulkSize {
  lists: number;
  articles: number;
}

/** Every 33rd article repeats an earlier one of another site. */
const repostEvery = 33;

/** A big site for benches, the same for the same size: `lists` sites of one list each, the articles dealt out among them. */
export function makeBulk({ lists, articles }: BulkSize): Library {
  const sites = Array.from({ length: lists }, (_, index) => makeSite(index + 1, Math.ceil(articles / lists)));
  const pages: Page[] = [];
  for (let index = 0; index < articles; index += 1) {
    const site = sites[index % lists];
    if (site) pages.push(index % repostEvery === repostEvery - 1 ? repost(pages, site, index) : makePage(site, index));
  }
  return { sites, pages };
}

function makeSite(number: number, perPage: number): Site {
  const name = `bulk-${String(number).padStart(2, "0")}`;
  return {
    name,
    names: { ja: "環境保護部", en: "Ministry of Environmental Protection" },
    body: "环境保护部",
    bodyId: "mep",
    tier: "central",
    region: null,
    encoding: "utf-8",
    headerCharset: "utf-8",
    metaCharset: "utf-8",
    look: "modern",
    links: "root",
    dates: "hyphens",
    validators: "both",
    gzip: true,
    columns: [
      { name: "list", label: `第${number}栏目`, kind: "list", path: "/list/", pagePath: () => "/list/", perPage },
    ],
  };
}

function makePage(site: Site, index: number): Page {
  const random = startRandom(index + 1);
  const day = `2016-04-${String(1 + Math.floor(random() * 30)).padStart(2, "0")}`;
  const serial = 10000 + index;
  return {
    site,
    column: "list",
    path: `/art/${serial}.html`,
    attachments: [],
    publication: {
      id: `bulk-${serial}`,
      published: day,
      written: day,
      title: pickTitle(random),
      number: `环测函〔2016〕${serial}号`,
      kind: "notice",
      topics: [],
      regions: [],
      text: writeParagraphs(random).join("\n"),
    },
  };
}

function repost(pages: readonly Page[], site: Site, index: number): Page {
  const others = pages.filter((page) => page.site !== site && !page.publication.relations);
  const original = others[Math.floor(startRandom(index + 1)() * others.length)];
  if (!original) return makePage(site, index);
  const { publication } = original;
  const serial = 10000 + index;
  return {
    ...original,
    site,
    path: `/art/${serial}.html`,
    publication: {
      ...publication,
      id: `bulk-${serial}`,
      title: `转发${publication.title}`,
      number: `环转函〔2016〕${serial}号`,
      source: original.site.body,
      text: `各有关单位：\n${publication.text}\n请结合实际认真贯彻执行。`,
      relations: { duplicateOf: publication.id },
    },
  };
}

/** Mulberry32: the same numbers for the same seed. */
function startRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
