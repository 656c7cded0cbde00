import { writeEdtf } from "../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { getBooks } from "../programme/books.ts";
import type { Programme } from "../programme/programme.ts";
import { getProgramme } from "../programme/service.ts";
import { getProjects } from "../projects/service.ts";
import type { FilterKnowledge, FilterParameter } from "./read-filter.ts";

export interface Knowledge extends FilterKnowledge {
  programme: Programme;
  today: string;
}

/** What the pages of activities put their words together with; all of it is kept in memory. */
export async function gatherKnowledge(context: Context, language: Language): Promise<Knowledge> {
  return {
    language,
    today: context.clock.today(),
    programme: await getProgramme(context),
    books: await getBooks(context),
    directory: await getDirectory(context),
    partnerships: await getPartnerships(context),
    projects: await getProjects(context),
  };
}

/** A value of the filter as the reader knows it: 「2015年度」 for 2015. */
export function describeFilterValue(name: FilterParameter, value: string, knowledge: Knowledge): string {
  const { language, programme, books, directory, projects } = knowledge;
  switch (name) {
    case "fiscalYear":
      return fiscalYearLabel(programme.calendar, Number(value), language);
    case "month":
      return writeMonthName(value, language);
    case "kind":
      return choiceMessage(language, "activity.kind", value);
    case "status":
      return choiceMessage(language, "activity.status", value);
    case "organisation":
      return directory.find(value) === null ? value : directory.name(value, language);
    case "partnership":
      return namePartnership(value, knowledge);
    case "ledger":
      return localize(books.ledger(value).name, language).text;
    case "topic":
      return localize(books.topic(value).name, language).text;
    case "project":
      return localize(projects.find(({ id }) => id === value)?.title ?? {}, language).text;
    case "q":
      return value;
  }
}

export function writeMonthName(month: string, language: Language): string {
  return writeEdtf(month, language);
}

/** 「川崎市―瀋陽市」; the id of a partnership that is not on record. */
export function namePartnership(id: string, { language, directory, partnerships }: Knowledge): string {
  const partnership = partnerships.find((candidate) => candidate.id === id);
  if (!partnership) return id;
  return message(language, "activities.pair", {
    home: directory.name(partnership.home, language),
    partner: directory.name(partnership.partner, language),
  });
}
