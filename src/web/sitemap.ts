import { type Language, languages, languageTags } from "../core/language.ts";
import { getActivitySlice } from "../features/activities/service.ts";
import { listDocuments } from "../features/library/service.ts";
import { getNews } from "../features/news/service.ts";
import { getDirectory } from "../features/organisations/directory.ts";
import { getPartnerships } from "../features/partnerships/service.ts";
import { getPublicPolicies } from "../features/policies/public-policies.ts";
import { getProgramme } from "../features/programme/service.ts";
import { getProjects } from "../features/projects/service.ts";
import { listTables } from "../features/statistics/service.ts";
import { listPublicSurveys } from "../features/surveys/service.ts";
import type { Context } from "../platform/context.ts";
import { links } from "./links.ts";

/** sitemaps.org: at most 50,000 addresses a file, and each page stands in it in three languages. */
const mostPages = 16_000;
/** The newest; older ones are reached from the years and the partnerships. */
const mostActivities = 2_000;
const mostNews = 1_000;
const mostPolicies = 3_000;

type Page = (language: Language) => string;

/** sitemaps.org 0.9 with the pages' other languages. */
export async function writeSitemap(context: Context, origin: string): Promise<string> {
  const pages = [...generalPages, ...(await listRecordPages(context))].slice(0, mostPages);
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
  return `User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`;
}

const generalPages: Page[] = [
  links.home,
  links.about,
  links.structure,
  links.partnerships,
  (language) => links.partnershipMatrix(language),
  links.agreements,
  (language) => links.organisations(language),
  links.projects,
  links.projectTimeline,
  links.projectResults,
  (language) => links.activities(language),
  (language) => links.activityCalendar(language),
  links.years,
  links.news,
  (language) => links.policies(language),
  (language) => links.policyTargets(language),
  links.tables,
  links.figures,
  links.publicSurveys,
  (language) => links.concerns(language),
  links.evaluation,
  links.deepening,
  links.documents,
  (language) => links.library(language),
  links.glossary,
  links.quality,
  (language) => links.findings(language),
  (language) => links.reconciliation(language),
  links.openData,
  links.apiPage,
];

/** Every record that has a page of its own, activities last because there may be very many. */
async function listRecordPages(context: Context): Promise<Page[]> {
  const { firstFiscalYear, lastFiscalYear } = await getProgramme(context);
  const years = Array.from({ length: lastFiscalYear - firstFiscalYear + 1 }, (_, index) => firstFiscalYear + index);
  const newest = { limit: mostActivities, after: null, order: "newest" } as const;
  const { activities } = await getActivitySlice(context, {}, newest);
  return [
    ...years.map(
      (year): Page =>
        (language) =>
          links.year(language, year),
    ),
    ...pagesOf(await listTables(context, "en"), (language, id) => links.table(language, id)),
    ...pagesOf(await getPartnerships(context), links.partnership),
    ...pagesOf(await getProjects(context), links.project),
    ...pagesOf(await listPublicSurveys(context), links.surveyResults),
    ...pagesOf((await getDirectory(context)).all, links.organisation),
    ...pagesOf((await getNews(context)).slice(0, mostNews), links.newsItem),
    ...pagesOf((await getPublicPolicies(context)).slice(0, mostPolicies), links.policy),
    ...pagesOf(await listDocuments(context, null), links.libraryDocument),
    ...pagesOf(activities, links.activity),
  ];
}

function pagesOf(records: readonly { id: string }[], link: (language: Language, id: string) => string): Page[] {
  return records.map(
    ({ id }): Page =>
      (language) =>
        link(language, id),
  );
}
