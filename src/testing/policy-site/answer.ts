import type { Library, Page, Place } from "./catalogue.ts";
import { toInstant } from "./dates.ts";
import { endPage, renderHead, renderNavigation } from "./page-frame.ts";
import type { Attachment } from "./publication.ts";
import { renderArticle } from "./render-article.ts";
import { renderFeed, renderSitemap } from "./render-feed.ts";
import { renderListPage } from "./render-list.ts";
import type { Site, SiteColumn } from "./site.ts";
import { writeDocx, writeOldWorkbook } from "./write-docx.ts";
import { writePdf, writeScan } from "./write-pdf.ts";

export interface Answer {
  status: number;
  type: string;
  /** text is still to be encoded as its site does */
  content: string | Buffer;
  location?: string;
  /** day of the last change; null: the site does not say */
  modified: Date | null;
  /** what faults of lists and feeds apply to */
  is: "list" | "feed" | "article" | "file" | "other";
}

export interface Question {
  library: Library;
  site: Site;
  /** within the site, with its query */
  path: string;
  place: Place;
  day: string;
  /** a fault has changed the structure of its lists */
  redesigned: boolean;
}

/** What a site answers when all is well. */
export function answerQuestion(question: Question): Answer {
  const { site, path, place } = question;
  const moved = site.redirects?.[path];
  if (moved)
    return { ...toHtml(site, place, "已移动", ""), status: moved.status, location: `${place.prefix}${moved.to}` };
  return (
    answerColumn(question) ??
    answerPage(question) ??
    (path === "/" || path.startsWith("/search/") ? toHtml(site, place, site.body, "<p>请选择栏目。</p>") : null) ?? {
      ...toHtml(site, place, "页面不存在", "<p>您访问的页面不存在或者已经删除。</p>"),
      status: 404,
    }
  );
}

function answerColumn(question: Question): Answer | null {
  const { library, site, path, place, day } = question;
  const redesigned = question.redesigned || (site.redesigned ?? "9999") <= day;
  for (const column of site.columns) {
    const number = findListPage(column, path);
    if (number !== null) {
      const html = renderListPage(library, { site, column, number, place, day, redesigned });
      if (html !== null)
        return {
          ...{ status: 200, type: "text/html", content: html, is: "list" },
          // Rebuilt today, though nothing new was published: who asks by If-Modified-Since must get it.
          modified: redesigned ? null : lastChange(question, column),
        };
    }
    const month = column.kind === "sitemap" && path.match(/^\/sitemap-(\d{4}-\d\d)\.xml$/)?.[1];
    if (column.kind === "list" || (path !== column.path && !month)) continue;
    const feed = month
      ? renderSitemap(library, site, column, month, place, day)
      : renderFeed(library, site, column, place, day);
    return {
      status: 200,
      type: feed.type,
      content: Buffer.from(feed.text),
      modified: lastChange(question, column),
      is: "feed",
    };
  }
  return null;
}

/** From 0; null: no page of this list. */
function findListPage(column: SiteColumn, path: string): number | null {
  if (column.kind !== "list") return null;
  if (path === column.path) return 0;
  const number = Number(path.match(/_(\d+)\.html$/)?.[1] ?? Number(path.match(/[?]page=(\d+)$/)?.[1] ?? 1) - 1);
  return column.pagePath?.(number) === path ? number : null;
}

function lastChange({ library, site, day }: Question, column: SiteColumn): Date {
  const days = library.pages
    .filter((page) => page.site === site && page.publication.published <= day)
    .filter((page) => page.column === column.name || page.publication.alsoIn === column.name)
    .map(({ publication }) => publication.published);
  return toInstant(days.toSorted().at(-1) ?? "2016-01-01");
}

function answerPage({ library, site, path, place, day }: Question): Answer | null {
  for (const page of library.pages) {
    if (page.site !== site || page.publication.published > day) continue;
    const modified = toInstant(page.publication.published);
    if (page.path === path)
      return {
        status: 200,
        type: "text/html",
        content: renderArticle(library, page, place, day),
        modified,
        is: "article",
      };
    const file = page.attachments.find((attachment) => attachment.path === path);
    if (file) return { ...writeFile(page, file.index), modified, is: "file" };
  }
  return null;
}

const types: Record<Attachment["format"], string> = {
  pdf: "application/pdf",
  scan: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
};

function writeFile({ publication }: Page, index: number): Pick<Answer, "status" | "type" | "content"> {
  const attachment = publication.attachments?.[index];
  if (!attachment) throw new Error(`${publication.id} has no attachment ${index}`);
  const writers = {
    pdf: () => writePdf(attachment.lines),
    scan: writeScan,
    docx: () => writeDocx(attachment.lines),
    xls: writeOldWorkbook,
  };
  return { status: 200, type: types[attachment.format], content: writers[attachment.format]() };
}

function toHtml(site: Site, place: Place, title: string, body: string): Answer {
  const content = `${renderHead(site, title, "")}<body>${renderNavigation(site, place)}<h2>${title}</h2>${body}${endPage(site)}`;
  return { status: 200, type: "text/html", content, modified: null, is: "other" };
}

/** A site of its own has its own robots.txt; below the common origin there is one for all. */
export function writeRobots(sites: readonly Site[], prefixOf: (site: Site) => string, crawlDelay: number): Answer {
  const rules = sites.flatMap((site) => {
    const prefix = prefixOf(site);
    return [`Disallow: ${prefix}/search/`, ...(site.name === "hebei" ? [`Disallow: ${prefix}/neibu/`] : [])];
  });
  const delay = crawlDelay > 0 ? [`Crawl-delay: ${crawlDelay}`] : [];
  const content = Buffer.from(["User-agent: *", ...new Set(rules), ...delay, ""].join("\n"));
  return { status: 200, type: "text/plain", content, modified: null, is: "other" };
}
