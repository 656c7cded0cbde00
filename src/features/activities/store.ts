import { type Selectable, type SqlBool, sql } from "kysely";
import { localizedFromRow } from "../../core/localized.ts";
import type { Schema } from "../../db/generated/schema.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { Activity, Party, People } from "./activity.ts";
import type { EventRecord } from "./events.ts";
import type { ActivityFilter, Cursor } from "./filter.ts";
import { filterConditions } from "./filter-conditions.ts";

type ActivityRow = Selectable<Schema["activities"]> & {
  ledger: string;
  source_language: string;
  source_day: string | null;
};

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
    .innerJoin("documents", "documents.id", "activities.source")
    .selectAll("activities")
    .select(["registers.ledger", "documents.language as source_language", "documents.as_of_from as source_day"]);
}

/** With the place of each in the order. Activities without a date come last. One row more than `limit` tells that there are more. */
export async function listActivities(
  transaction: ReadTransaction,
  filter: ActivityFilter,
  page: { limit: number; after: Cursor | null; order: "newest" | "oldest" },
): Promise<{ activities: Activity[]; places: Cursor[]; next: Cursor | null }> {
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
  const places = shown.map((row) => ({ dateFrom: row.date_from, rowNumber: row.row_number }));
  return {
    activities: await attachDetails(transaction, shown),
    places,
    next: rows.length > page.limit ? (places.at(-1) ?? null) : null,
  };
}

export async function countActivities(transaction: ReadTransaction, filter: ActivityFilter): Promise<number> {
  const row = await transaction
    .selectFrom("activities")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where((builder) => builder.and(filterConditions(builder, filter)))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Those of the ids that the filter lets through. */
export async function findPassing(
  transaction: ReadTransaction,
  filter: ActivityFilter,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction
    .selectFrom("activities")
    .select("activities.id")
    .where(sql<SqlBool>`activities.id = ANY(${ids})`)
    .where((builder) => builder.and(filterConditions(builder, filter)))
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** How many activities of each kind and status stand under each fiscal year. */
export async function countByYear(
  transaction: ReadTransaction,
  filter: ActivityFilter,
): Promise<{ fiscalYear: number; kind: string; status: string; count: number }[]> {
  const rows = await transaction
    .selectFrom("activities")
    .select(["activities.fiscal_year", "activities.kind", "activities.status"])
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where((builder) => builder.and(filterConditions(builder, filter)))
    .groupBy(["activities.fiscal_year", "activities.kind", "activities.status"])
    .execute();
  return rows.map((row) => ({
    fiscalYear: row.fiscal_year,
    kind: row.kind,
    status: row.status,
    count: Number(row.count),
  }));
}

/** The same rule as `chronicleMonth`; month null counts what may lie in several months or has no date. */
export async function countByMonth(
  transaction: ReadTransaction,
  filter: ActivityFilter,
): Promise<{ month: string | null; status: string; count: number }[]> {
  const month = sql<string | null>`CASE
    WHEN activities.date ~ '^\\d{4}-\\d{2}-\\d{2}(/\\d{4}-\\d{2}-\\d{2})?$'
      OR date_trunc('month', activities.date_from) = date_trunc('month', activities.date_to)
    THEN to_char(activities.date_from, 'YYYY-MM') END`;
  const rows = await transaction
    .selectFrom("activities")
    .select([month.as("month"), "activities.status"])
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where((builder) => builder.and(filterConditions(builder, filter)))
    .groupBy([month, "activities.status"])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** The latest first day on record up to the given one. */
export async function findLatestDay(transaction: ReadTransaction, upTo: string): Promise<string | null> {
  const row = await transaction
    .selectFrom("activities")
    .select("date_from")
    .where("date_from", "<=", upTo)
    .orderBy("date_from", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.date_from ?? null;
}

/** Every two records that the checks take for the same event in two ledgers. */
export async function readSameEvents(transaction: ReadTransaction): Promise<[EventRecord, EventRecord][]> {
  const findings = await transaction
    .selectFrom("findings")
    .select(["record", "related"])
    .where("rule", "=", "same-event-in-two-ledgers")
    .execute();
  const idOf = (key: string) => key.replace(/^activities\//, "");
  const pairs = findings.flatMap(({ record, related }) => related.map((other) => [idOf(record), idOf(other)] as const));
  const rows = await transaction
    .selectFrom("activities")
    .innerJoin("registers", "registers.id", "activities.register")
    .innerJoin("ledgers", "ledgers.id", "registers.ledger")
    .select(["activities.id", "activities.fiscal_year", "ledgers.precedence", "ledgers.id as ledger"])
    .where(sql<SqlBool>`activities.id = ANY(${[...new Set(pairs.flat())]})`)
    .execute();
  const records = new Map(rows.map(({ fiscal_year: fiscalYear, ...row }) => [row.id, { ...row, fiscalYear }]));
  return pairs.flatMap(([first, second]): [EventRecord, EventRecord][] => {
    const [mine, theirs] = [records.get(first), records.get(second)];
    return mine && theirs ? [[mine, theirs]] : [];
  });
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
    sourceLanguage: row.source_language,
    sourceDay: row.source_day,
    others: row.others,
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
