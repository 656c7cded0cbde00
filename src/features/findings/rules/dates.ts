import { sql } from "kysely";
import { countDays, countWorkingDays, isReversed, parseEdtf } from "../../../core/edtf.ts";
import { type FiscalCalendar, fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import type { ReadTransaction } from "../../../db/transaction.ts";
import type { Sheet } from "../../../sheets/sheet.ts";
import type { DetectedFinding } from "../finding.ts";

/** Printed number of days against the printed dates, counted with both ends; weekdays are named where they fit. */
export async function checkStatedDays(transaction: ReadTransaction): Promise<DetectedFinding[]> {
  const rows = await transaction
    .selectFrom("activities")
    .select(["id", "date", "stated_days"])
    .where("stated_days", "is not", null)
    .where("date", "is not", null)
    .orderBy("row_number")
    .execute();
  return rows.flatMap(({ id, date, stated_days: stated }) => {
    const parsed = parseEdtf(date ?? "");
    const days = parsed.ok ? countDays(parsed.value) : null;
    if (!parsed.ok || days === null || stated === null || days === stated) return [];
    const workingDays = countWorkingDays(parsed.value) ?? 0;
    return [
      {
        rule: "stated-days-differ" as const,
        severity: workingDays === stated ? ("notice" as const) : ("warning" as const),
        record: `activities/${id}`,
        related: [],
        details: { date, days, workingDays, stated },
        since: null,
      },
    ];
  });
}

/** A date that cannot fall into the fiscal year of the list in which its row stands. */
export async function checkYears(transaction: ReadTransaction, calendar: FiscalCalendar): Promise<DetectedFinding[]> {
  const rows = await transaction
    .selectFrom("activities")
    .select(["id", "date", "date_text", "date_from", "date_to", "fiscal_year", "register", "status"])
    .where("date", "is not", null)
    .orderBy("row_number")
    .execute();
  return rows.flatMap((row) => {
    const years = fiscalYearsOf(calendar, { from: row.date_from, to: row.date_to });
    const [first = row.fiscal_year, last = first] = [years.at(0), years.at(-1)];
    if (row.fiscal_year >= first && row.fiscal_year <= last) return [];
    // A plan for 「2015年1月」 in a list of fiscal 2015 most likely means the January within that year.
    const shift = row.fiscal_year - first;
    const likely = row.status !== "done" && first === last && Math.abs(shift) === 1;
    const suggestion = likely ? shiftYear(row.date ?? "", shift) : null;
    return [
      {
        rule: "year-unlikely" as const,
        severity: "warning" as const,
        record: `activities/${row.id}`,
        related: [],
        details: {
          date: row.date,
          dateText: row.date_text ?? row.date,
          fiscalYear: row.fiscal_year,
          register: row.register,
          suggestion,
        },
        since: null,
      },
    ];
  });
}

function shiftYear(date: string, shift: number): string {
  return date.replace(/\d{4}/g, (year) => String(Number(year) + shift).padStart(4, "0")).replace(/[?~%]/g, "");
}

/** Any period, of any sheet, whose end lies before its start. */
export async function checkPeriods(transaction: ReadTransaction, sheets: readonly Sheet[]): Promise<DetectedFinding[]> {
  const findings: DetectedFinding[] = [];
  for (const sheet of sheets) {
    for (const column of sheet.columns.filter(({ value }) => value.type === "edtf")) {
      const key = sql.join(
        sheet.key.map((name) => sql`${sql.ref(name)}::text`),
        sql` || '/' || `,
      );
      const { rows } = await sql<{ key: string; date: string }>`
        SELECT ${key} AS key, ${sql.ref(column.name)} AS date FROM ${sql.table(sheet.name)}
        WHERE ${sql.ref(column.name)} LIKE '%/%' ORDER BY row_number`.execute(transaction);
      for (const { key: record, date } of rows) {
        const parsed = parseEdtf(date);
        if (!parsed.ok || !isReversed(parsed.value)) continue;
        findings.push({
          rule: "end-before-start",
          severity: "error",
          record: `${sheet.name}/${record}`,
          related: [],
          details: { date, column: column.name },
          since: null,
        });
      }
    }
  }
  return findings;
}

/** Planned rows; each becomes a finding on the day after the last day that its date allows. */
export async function checkPlans(transaction: ReadTransaction): Promise<DetectedFinding[]> {
  const rows = await transaction
    .selectFrom("activities")
    .select(["id", "date", "date_to", "date_text"])
    .where("status", "in", ["planned", "adjusting"])
    .where("date_to", "is not", null)
    .orderBy("row_number")
    .execute();
  return rows.map((row) => ({
    rule: "plan-overdue" as const,
    severity: "notice" as const,
    record: `activities/${row.id}`,
    related: [],
    details: { date: row.date },
    since: dayAfter(row.date_to ?? ""),
  }));
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
