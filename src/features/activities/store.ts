import { type Expression, type ExpressionBuilder, type Selectable, type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { Schema } from "../../db/generated/schema.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Activity, Party, People } from "./activity.ts";
import type { ActivityFilter, Cursor } from "./filter.ts";

type ActivityRow = Selectable<Schema["activities"]> & { ledger: string };

export async function readRegister(
  transaction: ReadTransaction,
  register: string,
  fiscalYear: number,
): Promise<Activity[]> {
  const rows = await selectActivities(transaction)
    .where("activities.register", "=", register)
    .where("activities.fiscal_year", "=", fiscalYear)
    .orderBy("activities.row_number")
    .execute();
  return attachDetails(transaction, rows);
}

export async function findActivity(transaction: ReadTransaction, id: string): Promise<Activity | null> {
  const rows = await selectActivities(transaction).where("activities.id", "=", id).execute();
  return (await attachDetails(transaction, rows))[0] ?? null;
}

export async function findActivities(transaction: ReadTransaction, ids: readonly string[]): Promise<Activity[]> {
  if (ids.length === 0) return [];
  const rows = await selectActivities(transaction)
    .where("activities.id", "in", ids)
    .orderBy("activities.row_number")
    .execute();
  return attachDetails(transaction, rows);
}

function selectActivities(transaction: ReadTransaction) {
  return transaction
    .selectFrom("activities")
    .innerJoin("registers", "registers.id", "activities.register")
    .selectAll("activities")
    .select("registers.ledger");
}

/** Newest first; activities without a date come last. One row more than `limit` tells that there are more. */
export async function listActivities(
  transaction: ReadTransaction,
  filter: ActivityFilter,
  page: { limit: number; after: Cursor | null; order: "newest" | "oldest" },
): Promise<{ activities: Activity[]; next: Cursor | null }> {
  const newest = page.order === "newest";
  let query = selectActivities(transaction)
    .where((builder) => builder.and(filterConditions(builder, filter)))
    .orderBy("activities.date_from", (order) => (newest ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy("activities.row_number")
    .limit(page.limit + 1);
  if (page.after) {
    const { dateFrom, rowNumber } = page.after;
    query = query.where((builder) =>
      dateFrom === null
        ? builder.and([builder("date_from", "is", null), builder("activities.row_number", ">", rowNumber)])
        : builder.or([
            builder("date_from", newest ? "<" : ">", dateFrom),
            builder("date_from", "is", null),
            builder.and([builder("date_from", "=", dateFrom), builder("activities.row_number", ">", rowNumber)]),
          ]),
    );
  }
  const rows = await query.execute();
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    activities: await attachDetails(transaction, shown),
    next: last ? { dateFrom: last.date_from, rowNumber: last.row_number } : null,
  };
}

export async function countActivities(transaction: ReadTransaction, filter: ActivityFilter): Promise<number> {
  const row = await transaction
    .selectFrom("activities")
    .innerJoin("registers", "registers.id", "activities.register")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where((builder) => builder.and(filterConditions(builder, filter)))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

type Tables = Pick<Schema, "activities" | "registers">;

function filterConditions(
  builder: ExpressionBuilder<Tables, "activities" | "registers">,
  filter: ActivityFilter,
): Expression<SqlBool>[] {
  const conditions: Expression<SqlBool>[] = [];
  const { fiscalYear, kinds, statuses, ledger, register, organisation, partnership, project, topic, text } = filter;
  const from = filter.month ? `${filter.month}-01` : filter.from;
  const to = filter.month ? lastDayOfMonth(filter.month) : filter.to;
  if (fiscalYear !== undefined) conditions.push(builder("activities.fiscal_year", "=", fiscalYear));
  if (from) conditions.push(builder("activities.date_to", ">=", from));
  if (to) conditions.push(builder("activities.date_from", "<=", to));
  if (kinds?.length) conditions.push(builder("activities.kind", "in", kinds));
  if (statuses?.length) conditions.push(builder("activities.status", "in", statuses));
  if (ledger) conditions.push(builder("registers.ledger", "=", ledger));
  if (register) conditions.push(builder("activities.register", "=", register));
  if (partnership) conditions.push(sql<SqlBool>`activities.partnerships @> ARRAY[${partnership}]::text[]`);
  if (topic) conditions.push(sql<SqlBool>`activities.topics @> ARRAY[${topic}]::text[]`);
  if (project) conditions.push(builder("activities.project", "=", project));
  if (organisation)
    conditions.push(sql<SqlBool>`activities.id IN (
      SELECT activity FROM activity_parties JOIN organisations ON organisations.id = activity_parties.organisation
      WHERE organisations.id = ${organisation} OR organisations.government = ${organisation})`);
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
    conditions.push(
      sql<SqlBool>`concat_ws(' ', activities.title_ja, activities.title_zh, activities.title_en, activities.theme_ja,
        activities.theme_zh, activities.theme_en, activities.remark_ja, activities.remark_zh, activities.remark_en) ILIKE ${pattern}`,
    );
  }
  return conditions;
}

/** Adds parties and people, by two further queries for all rows together. */
async function attachDetails(transaction: ReadTransaction, rows: readonly ActivityRow[]): Promise<Activity[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const parties = new Map<string, Party[]>();
  const people = new Map<string, People[]>();
  for (const row of await transaction
    .selectFrom("activity_parties")
    .select(["activity", "organisation", "role", "printed_name"])
    .where(sql<SqlBool>`activity = ANY(${ids})`)
    .orderBy("activity")
    .orderBy("position")
    .execute())
    collect(parties, row.activity, { organisation: row.organisation, role: row.role, printedName: row.printed_name });
  for (const row of await transaction
    .selectFrom("activity_people")
    .selectAll()
    .where(sql<SqlBool>`activity = ANY(${ids})`)
    .orderBy("activity")
    .orderBy("position")
    .execute())
    collect(people, row.activity, {
      organisation: row.organisation,
      categories: row.categories,
      count: row.count,
      approximate: row.approximate,
      printedText: row.printed_text,
    });
  return rows.map((row) => toActivity(row, parties.get(row.id) ?? [], people.get(row.id) ?? []));
}

function toActivity(row: ActivityRow, parties: Party[], people: People[]): Activity {
  return {
    id: row.id,
    register: row.register,
    ledger: row.ledger,
    fiscalYear: row.fiscal_year,
    number: row.number,
    kind: row.kind,
    status: row.status,
    date: row.date,
    dateText: row.date_text,
    dateFrom: row.date_from,
    dateTo: row.date_to,
    statedDays: row.stated_days,
    level: row.level,
    place: row.place,
    venue: localizedFromRow(row, "venue"),
    title: localizedFromRow(row, "title"),
    theme: localizedFromRow(row, "theme"),
    result: localizedFromRow(row, "result"),
    remark: localizedFromRow(row, "remark"),
    topics: row.topics,
    funding: row.funding,
    partnerships: row.partnerships,
    project: row.project,
    agreement: row.agreement,
    source: { document: row.source, place: row.source_place, row: row.source_row },
    parties,
    people,
  };
}

function collect<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function lastDayOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, "0")}`;
}
