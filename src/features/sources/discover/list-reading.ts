import type { ListEntry, SourceDeclaration, SourceProblem } from "../source.ts";
import { isSameSite, namesSites } from "./same-site.ts";

/** What one page, feed or sitemap said. */
export interface ListReading {
  entries: ListEntry[];
  /** the next page of the list */
  next: string | null;
  /** files that a sitemap index names, the newest first */
  children: string[];
  /** links in all, where more were found than are kept */
  found: number;
  problems: SourceProblem[];
}

export type ReadingRules = Pick<
  SourceDeclaration,
  "itemSelector" | "linkSelector" | "dateSelector" | "nextSelector" | "include" | "language"
>;

/** A list of a month has a few dozen; one of 10^5 links is an attack or a mistake. */
export const mostEntries = 1_000;
const longestTitle = 300;

export const emptyReading = (problems: SourceProblem[] = []): ListReading => ({
  entries: [],
  next: null,
  children: [],
  found: 0,
  problems,
});

/** Collects entries of one list: each address once, only those that the rules want, not more than anybody reads. */
export class EntryCollector {
  readonly #include: RegExp | null;
  readonly #base: string;
  readonly #entries = new Map<string, ListEntry>();
  /** the list whose own site its articles are of; null where they may be of any */
  readonly #list: string | null;
  #found = 0;
  #elsewhere = 0;

  constructor(base: string, include: string | null, list: string | null = null) {
    this.#base = base;
    this.#list = namesSites(include) ? null : list;
    this.#include = include === null ? null : new RegExp(include, "u");
  }

  get isFull(): boolean {
    return this.#entries.size >= mostEntries;
  }

  add(href: string, title: string, published: string | null): void {
    const url = normaliseAddress(href, this.#base);
    if (url === null) return;
    const known = this.#entries.get(url);
    if (known) {
      // The same link stands as picture and as text: what either of them says.
      known.published ??= published;
      if (known.title === "") known.title = cleanTitle(title);
      return;
    }
    this.#found += 1;
    if (this.isFull || (this.#include && !this.#include.test(url))) return;
    if (this.#list !== null && !isSameSite(url, this.#list)) {
      this.#elsewhere += 1;
      return;
    }
    this.#entries.set(url, { url, title: cleanTitle(title), published });
  }

  finish(): Pick<ListReading, "entries" | "found" | "problems"> {
    const problems: SourceProblem[] =
      this.isFull && this.#found > this.#entries.size
        ? [{ code: "links-capped", values: { count: this.#found, kept: this.#entries.size } }]
        : [];
    if (this.#elsewhere > 0) problems.push({ code: "links-elsewhere", values: { count: this.#elsewhere } });
    return { entries: [...this.#entries.values()], found: this.#found, problems };
  }
}

/** An absolute http address without its fragment and its session; null for scripts, mail addresses and the like. */
export function normaliseAddress(href: string, base: string): string | null {
  const text = href.trim();
  if (text === "" || text.startsWith("#") || text.length > 2_000 || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  url.pathname = url.pathname.replace(/;jsessionid=[^/?]*/i, "");
  return url.href;
}

export function cleanTitle(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, " ")
    .replace(/[\s\u3000]+/gu, " ")
    .trim()
    .slice(0, longestTitle);
}
