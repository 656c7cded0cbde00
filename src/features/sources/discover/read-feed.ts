import { parseFeed } from "feedsmith";
import { dayOfMoment } from "./find-date.ts";
import { EntryCollector, emptyReading, type ListReading, type ReadingRules } from "./list-reading.ts";

interface FeedEntry {
  url: string;
  title: string;
  moment: string;
}

/** Entries of RSS, RDF, Atom or JSON Feed. Of a broken feed everything that is whole. */
export function readFeed(text: string, url: string, rules: ReadingRules, today: string): ListReading {
  const parsed = parseWhole(text);
  const salvaged = parsed ? null : salvage(text);
  const entries = parsed ?? salvaged?.entries ?? [];
  if (!parsed && entries.length === 0 && !looksLikeFeed(text)) return emptyReading([{ code: "not-a-feed" }]);
  const collector = new EntryCollector(url, rules.include);
  for (const entry of entries)
    collector.add(entry.url, entry.title, entry.moment ? dayOfMoment(entry.moment, rules.language, today) : null);
  const reading = collector.finish();
  const problems: ListReading["problems"] = salvaged
    ? [{ code: "feed-broken", values: { kept: entries.length, lost: salvaged.lost } }]
    : [];
  return { ...reading, problems: [...problems, ...reading.problems], next: null, children: [] };
}

function parseWhole(text: string): FeedEntry[] | null {
  try {
    return listEntries(parseFeed(text));
  } catch {
    return null;
  }
}

function listEntries(parsed: ReturnType<typeof parseFeed>): FeedEntry[] {
  switch (parsed.format) {
    case "atom":
      return (parsed.feed.entries ?? []).flatMap(({ links = [], id, title, published, updated }) => {
        const link = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? links[0];
        return toEntry(link?.href ?? id, title?.value, published ?? updated);
      });
    case "json":
      return (parsed.feed.items ?? []).flatMap(
        ({ url, external_url, id, title, content_text, date_published, date_modified }) =>
          toEntry(url ?? external_url ?? id, title ?? content_text?.slice(0, 100), date_published ?? date_modified),
      );
    case "rss":
      return (parsed.feed.items ?? []).flatMap(({ link, guid, title, pubDate, dc }) =>
        toEntry(link ?? guid?.value, title, pubDate ?? dc?.dates?.[0]),
      );
    default:
      return (parsed.feed.items ?? []).flatMap(({ link, rdf, title, dc }) =>
        toEntry(link ?? rdf?.about, title, dc?.dates?.[0]),
      );
  }
}

function toEntry(url: string | undefined, title: string | undefined, moment: unknown): FeedEntry[] {
  if (url === undefined) return [];
  return [{ url, title: stripMarkup(title ?? ""), moment: moment === undefined ? "" : String(moment) }];
}

/** Titles are text, yet many feeds put markup into them. */
function stripMarkup(text: string): string {
  return text.replace(/<[^<>]{0,200}>/g, "");
}

function looksLikeFeed(text: string): boolean {
  return /<(rss|feed|rdf:RDF|channel|item|entry)[\s>]/i.test(text) || /jsonfeed\.org\/version/.test(text);
}

const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"';

/** Each whole element is read by itself, so that what is broken spoils nothing else. */
function salvage(text: string): { entries: FeedEntry[]; lost: number } {
  const entries: FeedEntry[] = [];
  let lost = 0;
  for (const { name, element } of cutElements(text)) {
    const wrapped =
      name === "json"
        ? `{"version":"https://jsonfeed.org/version/1.1","title":"-","items":[${element}]}`
        : name === "entry"
          ? `<feed xmlns="http://www.w3.org/2005/Atom" ${namespaces}><title>-</title>${element}</feed>`
          : `<rss version="2.0" ${namespaces}><channel><title>-</title>${element}</channel></rss>`;
    const found = element === null ? null : parseWhole(wrapped);
    if (found && found.length > 0) entries.push(...found);
    else lost += 1;
  }
  return { entries, lost };
}

/** Elements from their beginning to their end; null for one whose end is missing. */
function* cutElements(text: string): Generator<{ name: "item" | "entry" | "json"; element: string | null }> {
  if (text.trimStart().startsWith("{")) {
    for (const element of cutObjects(text)) yield { name: "json", element };
    return;
  }
  const starts = /<(item|entry)[\s>]/g;
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    const name = start[1] === "entry" ? "entry" : "item";
    const end = text.indexOf(`</${name}>`, start.index);
    const nextStart = text.slice(start.index + 1).search(new RegExp(`<${name}[\\s>]`));
    const isCut = end === -1 || (nextStart !== -1 && start.index + 1 + nextStart < end);
    yield { name, element: isCut ? null : text.slice(start.index, end + name.length + 3) };
    if (!isCut) starts.lastIndex = end;
  }
}

/** The objects of `items` of a JSON Feed that broke off. */
function* cutObjects(text: string): Generator<string | null> {
  const from = text.indexOf("[", text.indexOf('"items"'));
  let depth = 0;
  let start = -1;
  let isText = false;
  for (let index = from + 1; from > 0 && index < text.length; index += 1) {
    const sign = text[index];
    if (isText) {
      if (sign === "\\") index += 1;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === "{") {
      if (depth === 0) start = index;
      depth += 1;
    } else if (sign === "}") {
      depth -= 1;
      if (depth === 0) yield text.slice(start, index + 1);
      if (depth < 0) return;
    }
  }
  if (depth > 0) yield null;
}
