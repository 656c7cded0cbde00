import { type Library, linkTo, listPages, type Page, type Place } from "./catalogue.ts";
import { toInstant } from "./dates.ts";
import { escapeHtml, renderText, stripMark, writeLines } from "./render-text.ts";
import type { Site, SiteColumn } from "./site.ts";

export interface Feed {
  type: string;
  text: string;
}

/** What a column that is no list answers at its address. */
export function renderFeed(library: Library, site: Site, column: SiteColumn, place: Place, day: string): Feed {
  const pages = listPages(library, site, column, day);
  const address = (path: string) => `${place.origin}${place.prefix}${path}`;
  const title = escapeHtml(`${site.body}${column.label}`);
  switch (column.kind) {
    case "rss":
    case "rsshub": {
      const items = pages.map((page) => {
        // RSSHub puts the whole text into the description, others the beginning.
        const description =
          column.kind === "rsshub" ? `<![CDATA[${renderText(writeLines(page), "paragraphs")}]]>` : summarize(page);
        const date = toInstant(page.publication.published).toUTCString();
        return `<item><title>${escapeHtml(page.publication.title)}</title><link>${address(page.path)}</link><guid isPermaLink="true">${address(page.path)}</guid><pubDate>${date}</pubDate><description>${description}</description></item>`;
      });
      return {
        type: "application/rss+xml; charset=utf-8",
        text: `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${title}</title><link>${address("/")}</link><description>${title}</description><ttl>60</ttl>\n${items.join("\n")}\n</channel></rss>\n`,
      };
    }
    case "atom": {
      const entries = pages.map((page) => {
        const date = toInstant(page.publication.published).toISOString();
        return `<entry><title>${escapeHtml(page.publication.title)}</title><link rel="alternate" type="text/html" href="${linkTo(site, place, column.path, page.path)}"/><id>tag:${site.name}.test,2016:${escapeHtml(page.path)}</id><published>${date}</published><updated>${date}</updated><summary>${summarize(page)}</summary></entry>`;
      });
      const updated = toInstant(pages[0]?.publication.published ?? day).toISOString();
      return {
        type: "application/atom+xml; charset=utf-8",
        text: `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>${title}</title><id>tag:${site.name}.test,2016:feed</id><updated>${updated}</updated><author><name>${site.body}</name></author>\n${entries.join("\n")}\n</feed>\n`,
      };
    }
    case "json-feed": {
      const items = pages.map((page) => ({
        id: page.publication.id,
        url: address(page.path),
        title: page.publication.title,
        content_text: writeLines(page).map(stripMark).join("\n"),
        date_published: toInstant(page.publication.published).toISOString(),
        ...(page.attachments.length > 0 && {
          attachments: page.attachments.map(({ path }) => ({ url: address(path) })),
        }),
      }));
      const feed = { version: "https://jsonfeed.org/version/1.1", title: `${site.body}${column.label}`, items };
      return { type: "application/feed+json", text: JSON.stringify(feed, null, 1) };
    }
    default:
      return renderSitemapIndex(pages, address);
  }
}

/** One sitemap a month, and an index of them (sitemaps.org). */
function renderSitemapIndex(pages: readonly Page[], address: (path: string) => string): Feed {
  const months = [...new Set(pages.map(({ publication }) => publication.published.slice(0, 7)))];
  const entries = months.map((month) => `<sitemap><loc>${address(`/sitemap-${month}.xml`)}</loc></sitemap>`);
  return toSitemap(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</sitemapindex>`,
  );
}

export function renderSitemap(
  library: Library,
  site: Site,
  column: SiteColumn,
  month: string,
  place: Place,
  day: string,
): Feed {
  const address = (path: string) => `${place.origin}${place.prefix}${path}`;
  const entries = listPages(library, site, column, day)
    .filter(({ publication }) => publication.published.startsWith(month))
    .map(
      ({ path, publication }) => `<url><loc>${address(path)}</loc><lastmod>${publication.published}</lastmod></url>`,
    );
  const other = ["/", "/about/", "/contact/index.html"].map((path) => `<url><loc>${address(path)}</loc></url>`);
  return toSitemap(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${[...other, ...entries].join("\n")}\n</urlset>`,
  );
}

function toSitemap(body: string): Feed {
  return { type: "application/xml; charset=utf-8", text: `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n` };
}

function summarize({ publication }: Page): string {
  const paragraph = publication.text.split("\n").find((line) => !/^[|#^>]/.test(line) && line.length > 30);
  return escapeHtml(`${(paragraph ?? publication.title).slice(0, 70)}…`);
}
