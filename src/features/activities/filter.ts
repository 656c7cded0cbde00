/** What a list of activities is narrowed to; every field is optional and they all must hold. */
export interface ActivityFilter {
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
  partnership?: string | undefined;
  project?: string | undefined;
  topic?: string | undefined;
  /** words in any language's title, theme or remark */
  text?: string | undefined;
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
  return match ? { dateFrom: match[1] ?? null, rowNumber: Number(match[2]) } : null;
}
