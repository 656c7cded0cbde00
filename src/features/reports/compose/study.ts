import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel, fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import type { DescribeContext } from "../../activities/describe.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { type Books, getBooks } from "../../programme/books.ts";
import type { Framework } from "../../programme/framework.ts";
import type { Programme } from "../../programme/programme.ts";
import { getFramework, getProgramme } from "../../programme/service.ts";
import { type Catalogue, getCatalogue } from "../../statistics/catalogue.ts";
import type { ReportRequest } from "../report-kind.ts";
import { type Notebook, openNotebook } from "./notebook.ts";

/** Where the day of the document lies: before its fiscal year, within it, or after its end. */
export type Phase = "before" | "running" | "over";

/** What every part of a document about one fiscal year is composed from. */
export interface Study extends DescribeContext {
  context: Context;
  language: Language;
  /** YYYY-MM-DD */
  asOf: string;
  calendar: "gregorian" | "wareki";
  fiscalYear: number;
  /** 「2015年度」 */
  year: string;
  /** first and last day of the fiscal year */
  range: { from: string; to: string };
  phase: Phase;
  programme: Programme;
  directory: OrganisationDirectory;
  books: Books;
  catalogue: Catalogue;
  framework: Framework;
  notebook: Notebook;
  photographsOf: ReportRequest["photographsOf"];
  /** an ISO 8601-2 date in running text */
  date(edtf: string): string;
  /** name of an organisation on the day of the document */
  name(organisation: string): string;
}

export async function openStudy(request: ReportRequest): Promise<Study> {
  const { context, language, asOf, calendar } = request;
  const [programme, directory, books, catalogue, framework] = await Promise.all([
    getProgramme(context),
    getDirectory(context),
    getBooks(context),
    getCatalogue(context),
    getFramework(context),
  ]);
  const fiscalYear = request.fiscalYear ?? programme.lastFiscalYear;
  const range = fiscalYearRange(programme.calendar, fiscalYear);
  return {
    context,
    language,
    asOf,
    calendar,
    fiscalYear,
    year: fiscalYearLabel(programme.calendar, fiscalYear, language),
    range,
    phase: asOf < range.from ? "before" : asOf < range.to ? "running" : "over",
    programme,
    directory,
    books,
    catalogue,
    framework,
    notebook: openNotebook(),
    photographsOf: request.photographsOf,
    date: (edtf) => writeEdtf(edtf, language, { calendar }),
    name: (organisation) => directory.name(organisation, language, asOf),
  };
}

export function nextYear({ programme, fiscalYear, language }: Study): string {
  return fiscalYearLabel(programme.calendar, fiscalYear + 1, language);
}

/** 「（予定）」; behind days that have gone by, that nobody has recorded what became of it. */
export function markPlanned({ language, asOf }: Study, lastDay: string | null): string {
  const isOverdue = lastDay !== null && lastDay < asOf;
  return message(language, isOverdue ? "report.sentence.planned.overdueMark" : "report.sentence.planned.mark");
}
