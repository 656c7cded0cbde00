import { type RawBuilder, sql } from "kysely";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { AuditRow } from "./audit.ts";

const rowsPerStep = 5_000;

/** The end of the chain, as the last writer left it; null where somebody took it away. */
export async function readHead(transaction: ReadTransaction): Promise<{ number: number; hash: string } | null> {
  const head = await transaction.selectFrom("audit_head").select(["number", "hash"]).executeTakeFirst();
  return head ? { number: Number(head.number), hash: head.hash } : null;
}

/** Every row from the oldest on, some thousands at a time: a log of years fits no memory. */
export async function* walkAuditRows(transaction: ReadTransaction): AsyncGenerator<AuditRow[]> {
  for (let last = "-9223372036854775808"; ; ) {
    const { rows } = await sql<StoredRow>`
      SELECT ${columns} FROM audit_log WHERE number > ${last}::bigint ORDER BY number LIMIT ${rowsPerStep}`.execute(
      transaction,
    );
    const final = rows.at(-1);
    if (!final) return;
    yield rows.map(toAuditRow);
    last = final.number;
  }
}

export interface AuditFilter {
  /** an account, or "none" for what nobody signed in did */
  actor?: string | undefined;
  action?: string | undefined;
  /** `kind/id`, or its beginning */
  subject?: string | undefined;
  /** YYYY-MM-DD, both included, as the zone counts days */
  from?: string | undefined;
  to?: string | undefined;
  timeZone: string;
}

/** Newest first, below the number given; one row more than asked for tells that there are more. */
export async function listAuditRows(
  transaction: ReadTransaction,
  filter: AuditFilter,
  page: { below: number | null; limit: number },
): Promise<AuditRow[]> {
  const conditions = [
    ...(filter.actor === "none" ? [sql`actor IS NULL`] : filter.actor ? [sql`actor = ${filter.actor}`] : []),
    ...(filter.action ? [sql`action = ${filter.action}`] : []),
    ...(filter.subject ? [sql`starts_with(subject, ${filter.subject})`] : []),
    ...(filter.from ? [sql`at >= ${startOf(filter.from, filter)}`] : []),
    ...(filter.to ? [sql`at < ${startOf(filter.to, filter)} + interval '1 day'`] : []),
    ...(page.below === null ? [] : [sql`number < ${page.below}::bigint`]),
  ];
  const { rows } = await sql<StoredRow>`
    SELECT ${columns} FROM audit_log WHERE ${sql.join([sql`true`, ...conditions], sql` AND `)}
    ORDER BY number DESC LIMIT ${page.limit}`.execute(transaction);
  return rows.map(toAuditRow);
}

function startOf(day: string, { timeZone }: AuditFilter): RawBuilder<unknown> {
  return sql`(${`${day} 00:00 ${timeZone}`}::timestamptz)`;
}

export interface AuditPerson {
  userId: string;
  name: string;
  erased: boolean;
}

/** Names as they are today: the log itself holds none, so that erasing a person leaves no trace of the name. */
export async function readAuditPeople(transaction: ReadTransaction): Promise<AuditPerson[]> {
  const rows = await transaction
    .selectFrom("auth_users as account")
    .leftJoin("profiles as profile", "profile.user_id", "account.id")
    .select(["account.id", "account.name", "profile.erased_at"])
    .orderBy("account.name")
    .execute();
  return rows.map(({ id, name, erased_at }) => ({ userId: id, name, erased: erased_at !== null }));
}

type StoredRow = Omit<AuditRow, "number"> & { number: string };

/** Microseconds as well: nothing that writes here knows any, so they would be somebody's tampering. */
const columns = sql`
  number, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, actor, organisation, action, subject,
  details, network, previous_hash AS "previousHash", hash`;

function toAuditRow(row: StoredRow): AuditRow {
  return { ...row, number: Number(row.number), at: row.at.replace(/000Z$/, "Z") };
}
