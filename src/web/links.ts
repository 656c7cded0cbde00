import type { Language } from "../core/language.ts";

type Query = Record<string, string | number | undefined>;

/** Every address of the site, in one place. Ids come from records and are safe in a path. */
export const links = {
  home: (language: Language) => `/${language}`,
  about: (language: Language) => `/${language}/about`,
  structure: (language: Language) => `/${language}/structure`,
  partnerships: (language: Language) => `/${language}/partnerships`,
  partnershipMatrix: (language: Language, query: Query = {}) => withQuery(`/${language}/partnerships/matrix`, query),
  partnership: (language: Language, id: string) => `/${language}/partnerships/${id}`,
  agreements: (language: Language) => `/${language}/agreements`,
  agreement: (language: Language, id: string) => `/${language}/agreements#${id}`,
  organisations: (language: Language, query: Query = {}) => withQuery(`/${language}/organisations`, query),
  organisation: (language: Language, id: string) => `/${language}/organisations/${id}`,
  projects: (language: Language) => `/${language}/projects`,
  project: (language: Language, id: string) => `/${language}/projects/${id}`,
  activities: (language: Language, query: Query = {}) => withQuery(`/${language}/activities`, query),
  activityCalendar: (language: Language, query: Query = {}) => withQuery(`/${language}/activities/calendar`, query),
  activity: (language: Language, id: string) => `/${language}/activities/${id}`,
  years: (language: Language) => `/${language}/years`,
  year: (language: Language, fiscalYear: number) => `/${language}/years/${fiscalYear}`,
  tables: (language: Language) => `/${language}/tables`,
  table: (language: Language, id: string, query: Query = {}) => withQuery(`/${language}/tables/${id}`, query),
  tableCsv: (language: Language, id: string, query: Query = {}) => withQuery(`/${language}/tables/${id}.csv`, query),
  figures: (language: Language) => `/${language}/figures`,
  evaluation: (language: Language) => `/${language}/evaluation`,
  documents: (language: Language) => `/${language}/documents`,
  document: (language: Language, id: string) => `/${language}/documents#${id}`,
  glossary: (language: Language) => `/${language}/glossary`,
  quality: (language: Language) => `/${language}/quality`,
  findings: (language: Language, query: Query = {}) => withQuery(`/${language}/quality/findings`, query),
  reconciliation: (language: Language, query: Query = {}) => withQuery(`/${language}/quality/reconciliation`, query),
  openData: (language: Language) => `/${language}/api`,
  components: (language: Language) => `/${language}/components`,
  atom: (language: Language) => `/${language}/movements.atom`,
  rss: (language: Language) => `/${language}/movements.rss`,
  calendarFeed: (language: Language, query: Query = {}) => withQuery(`/${language}/activities.ics`, query),
  api: (path: string, query: Query = {}) => withQuery(`/api/v1/${path}`, query),
  openApi: () => "/api/v1/openapi.json",
};

export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The same page in another language: only the first part of the path changes. */
export function inLanguage(url: URL, language: Language): string {
  return `/${language}${url.pathname.replace(/^\/[^/]*/, "")}${url.search}`;
}
