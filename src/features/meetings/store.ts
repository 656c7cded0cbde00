import { type Selectable, sql } from "kysely";
import { isLanguage, type Language } from "../../core/language.ts";
import { localizedFromJson } from "../../core/localized.ts";
import type {
  MeetingMaterials,
  MeetingParticipants,
  Meetings,
  MeetingTasks,
  Schema,
} from "../../db/generated/schema.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Meeting, MeetingMaterial, MeetingPapers, MeetingParticipant, MeetingTask } from "./meeting.ts";

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Newest first. */
export async function readMeetings(transaction: ReadTransaction): Promise<Meeting[]> {
  const rows = await transaction
    .selectFrom("meetings")
    .selectAll()
    .orderBy("starts_on", "desc")
    .orderBy("id")
    .execute();
  return rows.map(toMeeting);
}

export async function findMeeting(transaction: ReadTransaction, id: string): Promise<Meeting | null> {
  if (!idForm.test(id)) return null;
  const row = await transaction.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toMeeting(row) : null;
}

export async function lockMeeting(transaction: WriteTransaction, id: string): Promise<Meeting | null> {
  if (!idForm.test(id)) return null;
  const row = await transaction.selectFrom("meetings").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row ? toMeeting(row) : null;
}

/** Organisations that a meeting's papers name, by meeting. */
export async function readConcerned(transaction: ReadTransaction): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ meeting: string; organisations: string[] }>`
    SELECT meeting, array_agg(DISTINCT organisation) AS organisations FROM (
      SELECT meeting, organisation FROM meeting_participants
      UNION ALL SELECT meeting, organisation FROM meeting_materials
      UNION ALL SELECT meeting, organisation FROM meeting_tasks
    ) AS named GROUP BY meeting`.execute(transaction);
  return new Map(rows.map(({ meeting, organisations }) => [meeting, organisations]));
}

export async function readPapers(transaction: ReadTransaction, meeting: string): Promise<MeetingPapers> {
  return {
    agenda: (await readRows(transaction, "meeting_agenda", meeting)).map((row) => ({
      id: row.id,
      day: row.day,
      startsAt: row.starts_at,
      minutes: row.minutes,
      title: localizedFromJson(row.title),
      presenter: localizedFromJson(row.presenter),
    })),
    participants: (await readRows(transaction, "meeting_participants", meeting)).map(toParticipant),
    materials: (await readRows(transaction, "meeting_materials", meeting)).map(toMaterial),
    minutes: (await readRows(transaction, "meeting_minutes", meeting)).map((row) => ({
      id: row.id,
      language: row.language,
      text: row.text,
      state: row.state,
      translatedBy: row.translated_by,
    })),
    decisions: (await readRows(transaction, "meeting_decisions", meeting)).map((row) => ({
      id: row.id,
      text: localizedFromJson(row.text),
    })),
    tasks: (await readRows(transaction, "meeting_tasks", meeting)).map(toTask),
  };
}

export type PartTable = Extract<keyof Schema, `meeting_${string}`>;

/** Typed by hand: the builder loses the row where the table is one of several. */
async function readRows<Table extends PartTable>(
  transaction: ReadTransaction,
  table: Table,
  meeting: string,
): Promise<Selectable<Schema[Table]>[]> {
  const { rows } = await sql<Selectable<Schema[Table]>>`
    SELECT * FROM ${sql.table(table)} WHERE meeting = ${meeting} ORDER BY position, id`.execute(transaction);
  return rows;
}

export async function readTasks(transaction: ReadTransaction): Promise<MeetingTask[]> {
  const rows = await transaction.selectFrom("meeting_tasks").selectAll().orderBy("due_to").orderBy("id").execute();
  return rows.map(toTask);
}

/** Materials that somebody still owes to a meeting that is coming. */
export async function readOwedMaterials(
  transaction: ReadTransaction,
  today: string,
): Promise<(MeetingMaterial & { meeting: string })[]> {
  const rows = await transaction
    .selectFrom("meeting_materials")
    .innerJoin("meetings", "meetings.id", "meeting_materials.meeting")
    .selectAll("meeting_materials")
    .where("meeting_materials.state", "=", "expected")
    .where("meetings.state", "=", "planned")
    .where("meetings.ends_on", ">=", today)
    .orderBy("due")
    .execute();
  return rows.map((row) => ({ ...toMaterial(row), meeting: row.meeting }));
}

/** Invitations to coming meetings that nobody has answered: how many people of which organisation. */
export async function readOpenInvitations(
  transaction: ReadTransaction,
  today: string,
): Promise<{ meeting: string; organisation: string; people: number }[]> {
  return transaction
    .selectFrom("meeting_participants")
    .innerJoin("meetings", "meetings.id", "meeting_participants.meeting")
    .select(["meeting", "organisation"])
    .select(sql<number>`count(*)::int`.as("people"))
    .where("answer", "=", "invited")
    .where("mailed_sequence", "is not", null)
    .where("meetings.state", "=", "planned")
    .where("meetings.ends_on", ">=", today)
    .groupBy(["meeting", "organisation", "meetings.starts_on"])
    .orderBy("meetings.starts_on")
    .execute();
}

function toMeeting(row: Selectable<Meetings>): Meeting {
  return {
    id: row.id,
    kind: row.kind,
    title: localizedFromJson(row.title),
    startsOn: row.starts_on,
    startsAt: row.starts_at,
    endsOn: row.ends_on,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    place: localizedFromJson(row.place),
    onlineLink: row.online_link,
    languages: row.languages.filter(isLanguage),
    interpretation: row.interpretation,
    host: row.host,
    contact: localizedFromJson(row.contact),
    contactEmail: row.contact_email,
    visibility: row.visibility,
    invited: row.invited,
    activity: row.activity,
    entry: row.entry,
    state: row.state,
    cancelReason: localizedFromJson(row.cancel_reason),
    sequence: row.sequence,
    changedAt: row.changed_at,
    revision: row.revision,
  };
}

function toParticipant(row: Selectable<MeetingParticipants>): MeetingParticipant {
  const language: Language = row.language;
  return {
    id: row.id,
    organisation: row.organisation,
    name: localizedFromJson(row.name),
    post: localizedFromJson(row.post),
    role: row.role,
    language,
    email: row.email,
    answer: row.answer,
    attended: row.attended,
    mailedSequence: row.mailed_sequence,
    erased: row.erased_at !== null,
  };
}

function toMaterial(row: Selectable<MeetingMaterials>): MeetingMaterial {
  const { sha256, size, media_type, file_name } = row;
  return {
    id: row.id,
    title: localizedFromJson(row.title),
    language: row.language,
    organisation: row.organisation,
    due: row.due,
    translationOf: row.translation_of,
    state: row.state,
    file:
      sha256 === null
        ? null
        : { sha256, size: size ?? 0, mediaType: media_type ?? "application/octet-stream", name: file_name ?? "file" },
    receivedAt: row.received_at,
    late: row.late,
  };
}

function toTask(row: Selectable<MeetingTasks>): MeetingTask {
  return {
    id: row.id,
    meeting: row.meeting,
    text: localizedFromJson(row.text),
    organisation: row.organisation,
    due: row.due,
    dueTo: row.due_to,
    state: row.state,
    note: localizedFromJson(row.note),
    closedAt: row.closed_at,
    carriedTo: row.carried_to,
  };
}
