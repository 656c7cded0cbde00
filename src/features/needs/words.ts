import { type FiscalCalendar, fiscalYearLabel, fiscalYearOf } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { homeTimeZone } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory, type OrganisationDirectory } from "../organisations/directory.ts";
import { type Books, getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import { type HelpKind, helpKinds, type Need } from "./need.ts";

/** What pages of needs and offers are written with. */
export interface NeedWords {
  language: Language;
  directory: OrganisationDirectory;
  books: Books;
  calendar: FiscalCalendar;
  /** YYYY-MM-DD */
  today: string;
  organisation(id: string): string;
  topic(id: string): string;
  year(fiscalYear: number): string;
  list(parts: readonly string[]): string;
}

export async function gatherNeedWords(context: Context, language: Language): Promise<NeedWords> {
  const [directory, books, { calendar }] = await Promise.all([
    getDirectory(context),
    getBooks(context),
    getProgramme(context),
  ]);
  const topics = new Map(books.topics.map(({ id, name }) => [id, localize(name, language).text]));
  return {
    language,
    directory,
    books,
    calendar,
    today: context.clock.today(),
    organisation: (id) => (directory.find(id) ? directory.name(id, language) : id),
    topic: (id) => topics.get(id) ?? id,
    year: (fiscalYear) => fiscalYearLabel(calendar, fiscalYear, language),
    list: (parts) => parts.join(message(language, "list.separator")),
  };
}

export function nameKinds(kinds: readonly HelpKind[], { language }: Pick<NeedWords, "language">): string[] {
  return helpKinds.filter((kind) => kinds.includes(kind)).map((kind) => message(language, `need.kinds.${kind}`));
}

/** The fiscal year that it is counted in: the one for which it is wanted, else the one in which it became known. */
export function yearOfNeed(need: Pick<Need, "fiscalYear" | "learntFrom">, calendar: FiscalCalendar): number | null {
  if (need.fiscalYear !== null) return need.fiscalYear;
  return need.learntFrom === null ? null : fiscalYearOf(calendar, need.learntFrom);
}

/** The day of a moment in the programme's time zone, YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(homeTimeZone)
    .toPlainDate()
    .toString();
}
