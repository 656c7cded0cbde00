import { SaxesParser } from "saxes";
import { dayOfMoment } from "./find-date.ts";
import { EntryCollector, emptyReading, type ListReading, mostEntries, type ReadingRules } from "./list-reading.ts";

/** sitemaps.org protocol: at most 50,000 addresses a file. */
const mostLocations = 50_000;
const mostChildren = 10;

/** Addresses of a sitemap, the newest first, or the files of a sitemap index. What stands before a break counts. */
export function readSitemap(text: string, url: string, rules: ReadingRules, today: string): ListReading {
  const { root, places, isBroken } = parsePlaces(text);
  if (root !== "urlset" && root !== "sitemapindex") return emptyReading([{ code: "not-a-sitemap" }]);
  const dated = places.map((place) => ({
    ...place,
    day: place.modified ? dayOfMoment(place.modified, rules.language, today) : null,
  }));
  dated.sort((a, b) => (b.day ?? "").localeCompare(a.day ?? ""));
  const problems: ListReading["problems"] = isBroken
    ? [{ code: "feed-broken", values: { kept: places.length, lost: 1 } }]
    : [];
  if (root === "sitemapindex") return { ...emptyReading(problems), children: chooseChildren(dated) };
  // sitemaps.org protocol: a sitemap speaks for its own host.
  const collector = new EntryCollector(url, rules.include, url);
  for (const { location, title, day } of dated) collector.add(location, title, day);
  const reading = collector.finish();
  // A sitemap lists everything that a site has: that the older part of it is left is no problem to tell.
  const told = reading.found > mostEntries ? [] : reading.problems;
  return { ...reading, problems: [...problems, ...told], next: null, children: [] };
}

/** Many an index gives no days: sitemap-2016-04.xml is then newer than sitemap-2016-03.xml, and sitemap12.xml than sitemap2.xml. */
function chooseChildren(places: readonly { location: string; day: string | null }[]): string[] {
  const order = new Intl.Collator("en", { numeric: true });
  return places
    .toSorted((a, b) => (b.day ?? "").localeCompare(a.day ?? "") || order.compare(b.location, a.location))
    .slice(0, mostChildren)
    .map(({ location }) => location);
}

interface Place {
  location: string;
  modified: string;
  /** of the news extension */
  title: string;
}

function parsePlaces(text: string): { root: string; places: Place[]; isBroken: boolean } {
  const places: Place[] = [];
  let root = "";
  let isBroken = false;
  let fields: Record<string, string> = {};
  let value = "";
  const parser = new SaxesParser();
  // From the first error on nothing is certain any more.
  parser.on("error", () => {
    isBroken = true;
  });
  parser.on("opentag", ({ name }) => {
    const own = localName(name);
    if (root === "") root = own;
    if (own === "url" || own === "sitemap") fields = {};
    value = "";
  });
  const addText = (part: string) => {
    if (value.length < 4_000) value += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", ({ name }) => {
    const own = localName(name);
    if (isBroken || places.length >= mostLocations) return;
    if (own !== "url" && own !== "sitemap") fields[own] ??= value.trim();
    else if (fields.loc)
      places.push({
        location: fields.loc,
        modified: fields.publication_date ?? fields.lastmod ?? "",
        title: fields.title ?? "",
      });
  });
  try {
    parser.write(text).close();
  } catch {
    isBroken = true;
  }
  return { root, places, isBroken };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
