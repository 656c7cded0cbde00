import { type Library, linkTo, listPages, type Page, type Place } from "./catalogue.ts";
import { printDate } from "./dates.ts";
import { endPage, renderHead, renderNavigation } from "./page-frame.ts";
import { escapeHtml } from "./render-text.ts";
import { movedPage, type Site, type SiteColumn } from "./site.ts";

export interface ListEntry {
  title: string;
  href: string;
  published: string;
}

/** CSS selectors of a list, for the declaration of its source. */
export interface ListSelectors {
  item: string;
  link: string;
  date: string;
  next: string;
}

export function selectorsOf(site: Site): ListSelectors {
  if (site.look === "bare") return { item: "table.list tr", link: "a", date: "td.rq", next: "a.next" };
  if (site.look === "state-council")
    return { item: "ul.listTxt > li", link: "h4 > a", date: "span.date", next: "a.next" };
  if (site.look === "plain") return { item: "ul.list_02 > li", link: "a", date: "font", next: "a.next" };
  return { item: ".list-box li", link: "a", date: "span", next: "a.next" };
}

export interface ListRequest {
  site: Site;
  column: SiteColumn;
  /** page of the list, from 0 */
  number: number;
  place: Place;
  day: string;
  redesigned: boolean;
}

/** Page `number` (from 0) of a list as it stands on a day; null where there is none. */
export function renderListPage(
  library: Library,
  { site, column, number, place, day, redesigned }: ListRequest,
): string | null {
  const all = listPages(library, site, column, day);
  const perPage = column.perPage ?? 10;
  const last = Math.max(0, Math.ceil(all.length / perPage) - 1);
  if (number > last && !site.endless) return null;
  const shown = Math.min(number, last);
  const from = column.pagePath?.(number) ?? column.path;
  const entries = all.slice(shown * perPage, (shown + 1) * perPage).map((page) => toEntry(page, place, from));
  const next = number < last || site.endless ? linkTo(site, place, from, column.pagePath?.(number + 1) ?? "/") : null;
  return renderEntries(site, column.label, place, entries, next, redesigned);
}

function toEntry({ site, path, publication }: Page, place: Place, from: string): ListEntry {
  const target = site.redirects?.[movedPage.from]?.to === path ? movedPage.from : path;
  return { title: publication.title, href: linkTo(site, place, from, target), published: publication.published };
}

export function renderEntries(
  site: Site,
  label: string,
  place: Place,
  entries: readonly ListEntry[],
  next: string | null,
  redesigned: boolean,
): string {
  const following =
    next === null ? "" : `<a class="${redesigned ? "pager-more" : "next"}" href="${escapeHtml(next)}">下一页</a>`;
  const list = redesigned ? renderCards(entries) : renderList(site, entries);
  return `${renderHead(site, label, `<meta name="ColumnName" content="${label}">`)}<body>
${renderNavigation(site, place)}
<div class="path">当前位置：首页 &gt; ${label}</div>
${list}
<div class="pages">${following}</div>
<div class="friend">友情链接：<a href="http://www.example.com/">示例网站</a></div>
${endPage(site)}`;
}

function renderList(site: Site, entries: readonly ListEntry[]): string {
  const link = ({ href, title }: ListEntry) => `<a href="${escapeHtml(href)}" target="_blank">${escapeHtml(title)}</a>`;
  const date = ({ published }: ListEntry) => printDate(published, site.dates === "numerals" ? "slashes" : site.dates);
  if (site.look === "bare")
    return `<table class="list" width="700">\n${entries.map((entry) => `<tr><td>·${link(entry)}</td><td class="rq">(${date(entry)})</td></tr>`).join("\n")}\n</table>`;
  if (site.look === "state-council")
    return `<ul class="listTxt">\n${entries.map((entry) => `<li><h4>${link(entry)}<span class="date">${entry.published}</span></h4></li>`).join("\n")}\n</ul>`;
  if (site.look === "plain")
    return `<ul class="list_02">\n${entries.map((entry) => `<li class="li"><font>${date(entry)}</font>${link(entry)}</li>`).join("\n")}\n</ul>`;
  return `<div class="list-box"><ul>\n${entries.map((entry) => `<li>${link(entry)}<span>${date(entry)}</span></li>`).join("\n")}\n</ul></div>`;
}

/** What a list looks like after a redesign: nothing of the old structure is left, and the page answers as before. */
function renderCards(entries: readonly ListEntry[]): string {
  const cards = entries.map(
    ({ href, title, published }) =>
      `<div class="news-card"><div class="card-day">${published.slice(8)}</div><div class="card-month">${published.slice(0, 7)}</div><h4 class="card-title"><a class="card-link" href="${escapeHtml(href)}">${escapeHtml(title)}</a></h4></div>`,
  );
  return `<section class="news-cards">\n${cards.join("\n")}\n</section>`;
}
