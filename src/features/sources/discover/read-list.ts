import { parseHTML } from "linkedom";
import { findDate, findDateInAddress } from "./find-date.ts";
import { EntryCollector, type ListReading, normaliseAddress, type ReadingRules } from "./list-reading.ts";
import { isSameSite } from "./same-site.ts";

/** Entries of a page of links, by the selectors of its declaration; without any, every row that holds a link and a day. */
export function readListPage(html: string, url: string, rules: ReadingRules, today: string): ListReading {
  const { document } = parseHTML(html);
  const base = normaliseAddress(document.querySelector("base[href]")?.getAttribute("href") ?? "", url) ?? url;
  const collector = new EntryCollector(base, rules.include, url);
  const rows = rules.itemSelector === null ? findRows(document, today) : document.querySelectorAll(rules.itemSelector);
  for (const row of rows) readRow(row, rules, collector, today);
  const next = findNext(document, html, base, rules.nextSelector);
  // A `<base>` of others must not lead there, neither to articles nor to more of the list.
  return { ...collector.finish(), next: next !== null && isSameSite(next, url) ? next : null, children: [] };
}

function readRow(row: Element, rules: ReadingRules, collector: EntryCollector, today: string): void {
  const link = findLink(row, rules.linkSelector);
  const href = link?.getAttribute("href");
  if (!link || !href) return;
  // A full list is only counted: reading dates of 10^5 rows would take the time of all others.
  const published = collector.isFull ? null : (findRowDate(row, link, rules, today) ?? findDateInAddress(href, today));
  collector.add(href, readTitle(link), published);
}

function findLink(row: Element, selector: string | null): Element | null {
  if (selector !== null) return row.matches(selector) ? row : row.querySelector(selector);
  return row.matches("a[href]") ? row : row.querySelector("a[href]");
}

/** Long titles are cut off in lists; the whole one then stands in the link's own title. */
function readTitle(link: Element): string {
  const text = textOf(link);
  const whole = link.getAttribute("title")?.trim() ?? "";
  return text === "" || /(…|\.\.\.?)$/.test(text) || whole.startsWith(text) ? whole || text : text;
}

/** First beside the link: a title may hold years and days of its own. */
function findRowDate(row: Element, link: Element, { dateSelector }: ReadingRules, today: string): string | null {
  if (dateSelector !== null) {
    const cell = row.querySelector(dateSelector);
    return cell ? findDate(cell.getAttribute("datetime") ?? textOf(cell), today) : null;
  }
  const time = row.querySelector("time[datetime]")?.getAttribute("datetime");
  if (time) return findDate(time, today);
  return row === link ? findDate(textOf(row), today) : findDate(textBeside(row, link), today);
}

function textBeside(row: Element, link: Element): string {
  const parts: string[] = [];
  const collect = (node: Node) => {
    for (const child of node.childNodes) {
      if (child === link) continue;
      if (child.nodeType === 3) parts.push(child.textContent ?? "");
      else if (child.nodeType === 1 && parts.length < 200) collect(child);
    }
  };
  collect(row);
  return parts.join(" ");
}

/** Elements are parted by a space, as a reader sees them: a calendar leaf is `<em>03</em><i>2015-04</i>`. */
function textOf(element: Element): string {
  const parts: string[] = [];
  const collect = (node: Node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) parts.push(child.textContent ?? "");
      else if (child.nodeType === 1 && parts.length < 200 && !/^(script|style)$/i.test(child.nodeName)) collect(child);
    }
  };
  collect(element);
  return parts
    .join(" ")
    .replace(/[\s\u3000]+/g, " ")
    .trim();
}

const mostRows = 5_000;

function findRows(document: Document, today: string): Element[] {
  const rows = [...document.querySelectorAll("li, tr, dd")].slice(0, mostRows);
  return rows.filter((row) => {
    const link = row.querySelector("a[href]");
    if (!link || row.querySelector("li, tr, dd")) return false;
    return (
      findDate(textBeside(row, link), today) !== null ||
      findDateInAddress(link.getAttribute("href") ?? "", today) !== null
    );
  });
}

/**
 * The next page: the link that the declaration names, else what the page's own script would write. The content system of most
 * Chinese government sites (TRS WCM) numbers its pages by `createPageHTML(count, index, "index", "html")`.
 */
function findNext(document: Document, html: string, base: string, selector: string | null): string | null {
  if (selector !== null) {
    const link = document.querySelector(selector);
    return link ? normaliseAddress(link.getAttribute("href") ?? "", base) : null;
  }
  const [, count, index, name, ending] =
    html.match(
      /createPageHTML\(\s*["']?(\d{1,5})["']?\s*,\s*["']?(\d{1,5})["']?\s*,\s*["']([\w-]{1,40})["']\s*,\s*["'](\w{1,8})["']/,
    ) ?? [];
  if (count === undefined || Number(index) + 1 >= Number(count)) return null;
  return normaliseAddress(`${name}_${Number(index) + 1}.${ending}`, base);
}
