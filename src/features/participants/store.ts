import { type Selectable, sql } from "kysely";
import type { Participants } from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { type Participant, type ParticipantCells, participantFields } from "./participant.ts";

/** In the order in which they were entered. */
export async function readParticipants(transaction: ReadTransaction, activity: string): Promise<Participant[]> {
  const rows = await transaction
    .selectFrom("participants")
    .selectAll()
    .where("activity", "=", activity)
    .orderBy("id")
    .execute();
  return rows.map(toParticipant);
}

export async function findParticipant(
  transaction: ReadTransaction,
  activity: string,
  id: string,
): Promise<Participant | null> {
  if (!/^\d{1,15}$/.test(id)) return null;
  const row = await transaction
    .selectFrom("participants")
    .selectAll()
    .where("activity", "=", activity)
    .where("id", "=", Number(id))
    .executeTakeFirst();
  return row ? toParticipant(row) : null;
}

export async function countParticipants(transaction: ReadTransaction, activity: string): Promise<number> {
  const { count } = await transaction
    .selectFrom("participants")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where("activity", "=", activity)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Until the transaction ends nobody else counts or adds participants of the activity. */
export async function lockParticipants(transaction: WriteTransaction, activity: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`participants ${activity}`}, 0))`.execute(transaction);
}

export async function isFormKnown(transaction: ReadTransaction, formKey: string): Promise<boolean> {
  const row = await transaction
    .selectFrom("participants")
    .select("id")
    .where("form_key", "=", `${formKey}/0`)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertParticipants(
  transaction: WriteTransaction,
  activity: string,
  people: readonly ParticipantCells[],
  entry: { by: string; at: Date; formKey: string },
): Promise<void> {
  const rows = people.map((cells, index) => ({
    activity,
    ...toColumns(cells),
    form_key: `${entry.formKey}/${index}`,
    entered_by: entry.by,
    entered_at: entry.at,
  }));
  await transaction.insertInto("participants").values(rows).execute();
}

export async function updateParticipant(
  transaction: WriteTransaction,
  id: string,
  cells: ParticipantCells,
): Promise<void> {
  await transaction.updateTable("participants").set(toColumns(cells)).where("id", "=", Number(id)).execute();
}

export async function deleteParticipant(transaction: WriteTransaction, id: string): Promise<void> {
  await transaction.deleteFrom("participants").where("id", "=", Number(id)).execute();
}

/** What tells who somebody is; affiliation and category stay, as the counts need them. */
const nothing = {
  family_name: "",
  given_name: "",
  family_name_kana: null,
  given_name_kana: null,
  family_name_roman: null,
  given_name_roman: null,
  office: null,
  email: null,
  note: null,
};

export async function eraseParticipant(transaction: WriteTransaction, id: string, at: Date): Promise<void> {
  await transaction
    .updateTable("participants")
    .set({ ...nothing, erased_at: at })
    .where("id", "=", Number(id))
    .execute();
}

/** Whose time is over: the activity ended before the day; where its end is not known, they were entered before it. */
function isExpired(today: string, years: number) {
  const day = sql`${today}::date - make_interval(years => ${years}::int)`;
  return sql<boolean>`erased_at IS NULL AND coalesce(
    (SELECT date_to FROM records WHERE records.kind = 'activity' AND records.id = participants.activity)::timestamptz,
    entered_at) < ${day}`;
}

export async function countExpired(transaction: ReadTransaction, today: string, years: number): Promise<number> {
  const { count } = await transaction
    .selectFrom("participants")
    .select((builder) => builder.fn.countAll<number>().as("count"))
    .where(isExpired(today, years))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function eraseExpired(
  transaction: WriteTransaction,
  today: string,
  years: number,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable("participants")
    .set({ ...nothing, erased_at: at })
    .where(isExpired(today, years))
    .execute();
}

function toParticipant(row: Selectable<Participants>): Participant {
  const cells = Object.fromEntries(participantFields.map((field) => [field, row[field] ?? ""])) as ParticipantCells;
  return { id: String(row.id), ...cells, erased: row.erased_at !== null };
}

function toColumns({ family_name, given_name, affiliation, category, ...others }: ParticipantCells) {
  const orNull = (text: string) => (text === "" ? null : text);
  return {
    family_name,
    given_name,
    affiliation,
    category,
    family_name_kana: orNull(others.family_name_kana),
    given_name_kana: orNull(others.given_name_kana),
    family_name_roman: orNull(others.family_name_roman),
    given_name_roman: orNull(others.given_name_roman),
    office: orNull(others.office),
    email: orNull(others.email),
    note: orNull(others.note),
  };
}
