import type { Localized } from "../../core/localized.ts";

export interface Party {
  organisation: string;
  role: string;
  printedName: string | null;
}

export interface People {
  organisation: string | null;
  categories: string[];
  count: number;
  approximate: boolean;
  printedText: string | null;
}

export interface Activity {
  id: string;
  register: string;
  ledger: string;
  fiscalYear: number;
  number: string | null;
  kind: string;
  /** as the source prints it; see `statusOn` */
  status: string;
  date: string | null;
  dateText: string | null;
  /** language of the document, and the first day for which it speaks */
  sourceLanguage: string;
  sourceDay: string | null;
  /** where the source adds 「等」: home, partner, hosts, counterparts, talks */
  others: string[];
  /** first and last possible day, YYYY-MM-DD */
  dateFrom: string | null;
  dateTo: string | null;
  statedDays: number | null;
  level: string | null;
  place: string | null;
  venue: Localized;
  title: Localized;
  theme: Localized;
  result: Localized;
  remark: Localized;
  topics: string[];
  funding: string;
  partnerships: string[];
  project: string | null;
  agreement: string | null;
  source: { document: string; place: string; row: string | null };
  parties: Party[];
  people: People[];
}

/**
 * Status as it stood on a day: what is on record as done but lies after the day was still planned then. What has no date
 * is known to be done since its source says so.
 * The sources print a status for their own day only; a planned row stays planned until a later source says otherwise.
 */
export function statusOn(activity: Pick<Activity, "status" | "dateFrom" | "sourceDay">, day: string): string {
  const since = activity.dateFrom ?? activity.sourceDay;
  return activity.status === "done" && since !== null && since > day ? "planned" : activity.status;
}

/** Counted in organisations, not in people: 「メディア12社」「県内企業3社」. */
export const uncountedCategories = ["media", "company"];
