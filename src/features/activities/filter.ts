import { parseEdtf } from "../../core/edtf.ts";

/** What a list of activities is narrowed to; every field is optional and they all must hold. */
export interface ActivityFilter {
  ids?: string[] | undefined;
  /** ids that are left out */
  without?: string[] | undefined;
  fiscalYear?: number | undefined;
  /** YYYY-MM: activities that may touch the month */
  month?: string | undefined;
  /** YYYY-MM-DD bounds: activities that may touch the interval */
  from?: string | undefined;
  to?: string | undefined;
  kinds?: string[] | undefined;
  statuses?: string[] | undefined;
  ledger?: string | undefined;
  register?: string | undefined;
  /** an organisation or a local government with all its offices */
  organisation?: string | undefined;
  /** one of several, each with its offices: what a half-written name may stand for */
  organisations?: string[] | undefined;
  partnership?: string | undefined;
  project?: string | undefined;
  agreement?: string | undefined;
  topic?: string | undefined;
  /** words in any language's title, theme, result or remark */
  text?: string | undefined;
  /** only dates that name their days and are not qualified */
  exactDays?: boolean | undefined;
  /** first possible day on or before this one */
  begunBy?: string | undefined;
  /** leaves out a record where a ledger of higher precedence holds the same event and the filter lets that one through */
  onceEachEvent?: boolean | undefined;
}

export interface Cursor {
  /** first possible day of the last row shown; null for a row without date */
  dateFrom: string | null;
  rowNumber: number;
}

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.dateFrom ?? ""}|${cursor.rowNumber}`).toString("base64url");
}

/** null where the text is not a cursor of ours. */
export function decodeCursor(text: string): Cursor | null {
  const match = /^(\d{4}-\d{2}-\d{2})?\|(\d{1,9})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (!match) return null;
  const dateFrom = match[1] ?? null;
  if (dateFrom !== null && !isDayForDatabase(dateFrom)) return null;
  return { dateFrom, rowNumber: Number(match[2]) };
}

/** EDTF knows a year 0000 (ISO 8601), PostgreSQL's calendar does not. */
export function isDayForDatabase(day: string): boolean {
  return day >= "0001-01-01" && parseEdtf(day).ok;
}
