import { languages, languageTags } from "../core/language.ts";
import { getPartnerships } from "../features/partnerships/service.ts";
import { getProgramme } from "../features/programme/service.ts";
import { listTables } from "../features/statistics/service.ts";
import type { Context } from "../platform/context.ts";
import { links } from "./links.ts";

/** sitemaps.org 0.9 with the pages' other languages; activities are reached from the years and partnerships. */
export async function writeSitemap(context: Context, origin: string): Promise<string> {
  const programme = await getProgramme(context);
  const years = Array.from(
    { length: programme.lastFiscalYear - programme.firstFiscalYear + 1 },
    (_, index) => programme.firstFiscalYear + index,
  );
  const pages: ((language: (typeof languages)[number]) => string)[] = [
    links.home,
    links.about,
    links.structure,
    links.partnerships,
    links.agreements,
    (language) => links.organisations(language),
    links.projects,
    (language) => links.activities(language),
    links.years,
    links.tables,
    links.figures,
    links.evaluation,
    links.documents,
    links.glossary,
    links.quality,
    links.openData,
    ...(await getPartnerships(context)).map(
      ({ id }) =>
        (language: (typeof languages)[number]) =>
          links.partnership(language, id),
    ),
    ...years.map((year) => (language: (typeof languages)[number]) => links.year(language, year)),
    ...(await listTables(context, "en")).map(
      ({ id }) =>
        (language: (typeof languages)[number]) =>
          links.table(language, id),
    ),
  ];
  const entries = pages.flatMap((page) =>
    languages.map((language) => {
      const alternates = languages.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${languageTags[other]}" href="${origin}${page(other)}"/>`,
      );
      return `<url><loc>${origin}${page(language)}</loc>${alternates.join("")}</url>`;
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
}

export function writeRobots(origin: string): string {
  return `User-agent: *\nDisallow: /api/\nSitemap: ${origin}/sitemap.xml\n`;
}
