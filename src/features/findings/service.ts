import { writeEdtf } from "../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import { type MessageKey, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { Activity } from "../activities/activity.ts";
import { getActivitiesById } from "../activities/service.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import type { DetectedFinding, Finding } from "./finding.ts";
import { countFindings, type FindingFilter, listFindings } from "./store.ts";

export interface ExplainedFinding extends Finding {
  message: string;
}

export interface FindingPage {
  findings: ExplainedFinding[];
  /** id after which the next page starts */
  next: number | null;
}

/** Findings that hold on the day, explained in the reader's language. */
export async function getFindingPage(
  context: Context,
  filter: FindingFilter,
  page: { limit: number; afterId: number },
  language: Language,
): Promise<FindingPage> {
  const found = await read(context.database, (transaction) => listFindings(transaction, filter, page));
  const shown = found.slice(0, page.limit);
  return {
    findings: await explainFindings(context, shown, language),
    next: found.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Findings with their sentences, also those that nobody keeps. */
export async function explainFindings<Found extends DetectedFinding>(
  context: Context,
  findings: readonly Found[],
  language: Language,
): Promise<(Found & { message: string })[]> {
  const ids = findings.flatMap((finding) => [finding.record, ...finding.related]).flatMap(activityId);
  const activities = new Map((await getActivitiesById(context, ids)).map((activity) => [activity.id, activity]));
  const explain = await createExplainer(context, language);
  return findings.map((finding) => ({ ...finding, message: explain(finding, activities) }));
}

export function getFindingCounts(context: Context, filter: FindingFilter) {
  return read(context.database, (transaction) => countFindings(transaction, filter));
}

/** The activity's id where a finding's record is one. */
export function activityId(record: string): string[] {
  return record.startsWith("activities/") ? [record.slice("activities/".length)] : [];
}

type Explain = (finding: DetectedFinding, activities: ReadonlyMap<string, Activity>) => string;

async function createExplainer(context: Context, language: Language): Promise<Explain> {
  const { calendar } = await getProgramme(context);
  const directory = await getDirectory(context);
  const books = await getBooks(context);
  const date = (value: unknown): string => writeEdtf(String(value), language);
  return ({ rule, details, record, related }, activities) => {
    const activity = activities.get(activityId(record)[0] ?? "");
    const other = activities.get(related.flatMap(activityId)[0] ?? "");
    const title = (value: Activity | undefined) => (value ? localize(value.title, language).text : "");
    const document = (id: unknown) => localize(books.document(String(id)).title, language).text;
    const values = {
      ...Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value ?? "")])),
      ...(details.date === undefined ? {} : { date: date(details.date) }),
      ...(details.otherDate === undefined ? {} : { otherDate: date(details.otherDate) }),
      ...(details.suggestion ? { suggestion: date(details.suggestion) } : {}),
      ...(typeof details.fiscalYear === "number"
        ? { fiscalYear: fiscalYearLabel(calendar, details.fiscalYear, language) }
        : {}),
      ...(details.register ? { list: localize(books.register(String(details.register)).title, language).text } : {}),
      ...(details.organisation ? { organisation: directory.name(String(details.organisation), language) } : {}),
      ...(details.document ? { document: document(details.document) } : {}),
      ...(details.otherDocument ? { otherDocument: document(details.otherDocument) } : {}),
      ...(details.otherLedger
        ? { otherLedger: localize(books.ledger(String(details.otherLedger)).name, language).text }
        : {}),
      title: title(activity),
      otherTitle: title(other),
    };
    return message(language, chooseMessage(rule, details), values);
  };
}

/** One rule may have several sentences, by what it found. */
function chooseMessage(rule: DetectedFinding["rule"], details: DetectedFinding["details"]): MessageKey {
  if (rule === "stated-days-differ" && details.workingDays === details.stated)
    return "finding.message.stated-days-are-working-days";
  if (rule === "year-unlikely" && details.suggestion) return "finding.message.year-unlikely-suggestion";
  if (rule === "sources-disagree" && details.count !== undefined) return "finding.message.people-disagree";
  if (rule === "total-differs")
    return details.sum === undefined ? "finding.message.total-differs-rows" : "finding.message.total-differs-parts";
  if (rule === "bad-code")
    return details.scheme === "cn" ? "finding.message.bad-code-division" : "finding.message.bad-code";
  return `finding.message.${rule}`;
}
