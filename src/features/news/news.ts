import type { Localized } from "../../core/localized.ts";
import type { Source } from "../programme/source.ts";

/** What the programme tells its readers: one new development, in a few sentences. */
export interface News {
  id: string;
  /** EDTF: the day, days or month of what is told */
  published: string;
  /** first possible day; null where nothing says when it began */
  publishedFrom: string | null;
  publishedTo: string | null;
  topics: string[];
  partnership: string | null;
  title: Localized;
  body: Localized;
  /** http(s) address of a page with more */
  link: string | null;
  source: Source;
}

export interface NewsFilter {
  /** calendar year of the first possible day */
  year?: number | undefined;
  topic?: string | undefined;
  partnership?: string | undefined;
}

export function chooseNews(all: readonly News[], { year, topic, partnership }: NewsFilter): News[] {
  return all.filter(
    (item) =>
      (year === undefined || yearOf(item) === year) &&
      (topic === undefined || item.topics.includes(topic)) &&
      (partnership === undefined || item.partnership === partnership),
  );
}

/** The calendar year under which the news stands: news is no record of a fiscal year. */
export function yearOf({ publishedFrom, publishedTo }: News): number | null {
  const day = publishedFrom ?? publishedTo;
  return day === null ? null : Number(day.slice(0, 4));
}
