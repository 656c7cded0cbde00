import { type SqlBool, sql } from "kysely";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { isRecordKindId, type RecordKindId } from "../../records/kind.ts";
import { readTitles } from "../records/titles.ts";
import type { AuditRow } from "./audit.ts";
import { type AuditFilter, type AuditPerson, listAuditRows, readAuditPeople } from "./store.ts";

export interface AuditPage {
  rows: AuditRow[];
  /** below which number the next page begins; null at the log's beginning */
  next: number | null;
  /** everyone with an account, by its id */
  people: Map<string, AuditPerson>;
  /** titles of the approved records that are spoken of, by `kind/id` */
  titles: Map<string, Localized>;
  /** titles of what was handed in and is no approved record yet, by `kind/id` */
  entryTitles: Map<string, Localized>;
  /** names of the sheets that were taken over, by the import's id */
  sheets: Map<string, string>;
}

/** Newest first; for those who may read the log, who see every record as well. */
export function getAuditPage(
  context: Pick<Context, "database">,
  filter: AuditFilter,
  { below, limit }: { below: number | null; limit: number },
): Promise<AuditPage> {
  return read(context.database, async (transaction) => {
    const found = await listAuditRows(transaction, filter, { below, limit: limit + 1 });
    const rows = found.slice(0, limit);
    const people = await readAuditPeople(transaction);
    return {
      rows,
      next: found.length > limit ? (rows.at(-1)?.number ?? null) : null,
      people: new Map(people.map((person) => [person.userId, person])),
      titles: await readSubjectTitles(transaction, rows),
      entryTitles: await readEntryTitles(transaction, rows),
      sheets: await readSheetNames(transaction, rows),
    };
  });
}

async function readSubjectTitles(
  transaction: ReadTransaction,
  rows: readonly AuditRow[],
): Promise<Map<string, Localized>> {
  const subjects = recordsOf(rows);
  const titles = new Map<string, Localized>();
  for (const [kind, asked] of Map.groupBy(subjects, (subject): RecordKindId => subject.kind)) {
    const ids = [...new Set(asked.map(({ id }) => id))];
    for (const [id, title] of await readTitles(transaction, kind, ids, sql<boolean>`true`))
      titles.set(`${kind}/${id}`, title);
  }
  return titles;
}

/** What nobody has submitted is its owner’s business alone: its title stays out of the list. */
async function readEntryTitles(
  transaction: ReadTransaction,
  rows: readonly AuditRow[],
): Promise<Map<string, Localized>> {
  const ids = [...new Set(recordsOf(rows).map(({ id }) => id))];
  const found = await transaction
    .selectFrom("entries")
    .select(["kind", "record", "title_ja", "title_zh", "title_en"])
    .where(sql<SqlBool>`record = ANY(${ids})`)
    .where("submitted_at", "is not", null)
    .orderBy("changed_at")
    .execute();
  return new Map(found.map((row) => [`${row.kind}/${row.record}`, localizedFromRow(row, "title")]));
}

async function readSheetNames(transaction: ReadTransaction, rows: readonly AuditRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ subject }) => /^import\/([0-9a-f-]{36})$/.exec(subject ?? "")?.[1] ?? []);
  const found = await transaction
    .selectFrom("imports")
    .select(["id", "file_name"])
    .where(sql<SqlBool>`id = ANY(${ids}::uuid[])`)
    .execute();
  return new Map(found.map(({ id, file_name: name }) => [id, name]));
}

function recordsOf(rows: readonly AuditRow[]): { kind: RecordKindId; id: string }[] {
  return rows.flatMap(({ subject }) => {
    const [kind = "", id = ""] = subject?.split("/") ?? [];
    return isRecordKindId(kind) && id !== "" ? [{ kind, id }] : [];
  });
}
