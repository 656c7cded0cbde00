import { writeEdtf } from "../../core/edtf-format.ts";
import { AppError } from "../../core/errors.ts";
import { languages } from "../../core/language.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { CellContext } from "../../records/cell-codec.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { managesMeetings } from "./access.ts";
import { type Field, type FieldName, type MeetingPart, partFields } from "./fields.ts";
import type { Meeting } from "./meeting.ts";
import { putRows } from "./put-rows.ts";
import { firstInput, inLanguage, isEmpty, type ReadRow, readFields, type Typed } from "./read-fields.ts";
import { type SaveResult, touchMeeting } from "./save-meeting.ts";
import { getMeeting } from "./service.ts";
import { lockMeeting } from "./store.ts";

/** Most rows of a part: a conference has hundreds of people, and no more. */
export const mostRows = 500;

export interface PartInput {
  part: MeetingPart;
  typed: Typed;
  typing: CellContext;
  /** places of rows that are to go */
  removed: readonly number[];
}

/** What a reader may fill in: an invited organisation names its own people, everything else is its manager's. */
export function fieldsFor(part: MeetingPart, manages: boolean): Field[] {
  return partFields[part].filter(({ managers }) => manages || managers !== true);
}

/**
 * Saves the rows of a form: those that it shows are put, those that it removes go, those that it does not know stay. Throws
 * `not-found`, and `forbidden` for who neither manages the meeting nor names people of an own organisation.
 */
export async function savePart(context: Context, actor: Actor, id: string, input: PartInput): Promise<SaveResult> {
  const { part, typed, removed } = input;
  const { meeting, own } = await getMeeting(context, actor, id);
  const manages = managesMeetings(actor);
  if (!manages && !(part === "participants" && isInvited(meeting, own)))
    throw new AppError("forbidden", { permission: "meetings.manage" });
  return change(context, actor, async (transaction, audit): Promise<SaveResult> => {
    const present = await lockMeeting(transaction, id);
    if (!present) throw new AppError("not-found", { kind: "meeting", id });
    if (Number(typed.get("revision")) !== present.revision) return { state: "conflict", present };
    const known = await readKnown(transaction, part, id, manages ? null : own);
    const rows = readRows(input, present, manages ? null : own).filter(({ index }) => !removed.includes(index));
    const problems = rows.flatMap(({ row }) => row.problems);
    if (problems.length > 0) return { state: "problems", problems };
    const gone = removed.map((index) => typed.get(`r${index}.id`) ?? "").filter((row) => known.has(row));
    if (gone.length > 0) await transaction.deleteFrom(`meeting_${part}`).where("id", "in", gone).execute();
    const kept = await countRows(transaction, part, id);
    const put = await putRows(
      transaction,
      `meeting_${part}`,
      rows.map(({ index, row }) => {
        const rowId = typed.get(`r${index}.id`) ?? "";
        return {
          id: known.has(rowId) ? rowId : crypto.randomUUID(),
          meeting: id,
          position: known.get(rowId) ?? kept + index + 1,
          ...row.columns,
        };
      }),
    );
    if (gone.length + put === 0) return { state: "unchanged", id };
    if (part === "tasks") await markClosed(transaction, id, actor, context.clock.now());
    await touchMeeting(context, transaction, actor, present);
    audit({
      action: "meeting.changed",
      subject: `meeting/${id}`,
      details: { part, rows: rows.length, removed: gone.length },
    });
    return { state: "done", id };
  });
}

export function isInvited({ invited, host }: Pick<Meeting, "invited" | "host">, own: readonly string[]): boolean {
  return [host, ...invited].some((organisation) => own.includes(organisation));
}

/** Rows in which somebody wrote something; a row that was only offered is none. */
function readRows(
  { part, typed, typing }: PartInput,
  meeting: Meeting,
  own: readonly string[] | null,
): { index: number; row: ReadRow }[] {
  const fields = fieldsFor(part, own === null);
  const count = Math.min(Number(typed.get("rows")) || 0, mostRows);
  const rows = Array.from({ length: count }, (_, index) => ({ index, prefix: `r${index}.` }))
    .filter(({ prefix }) => isFilled(typed, fields, prefix))
    .map(({ index, prefix }) => ({ index, row: readFields(typed, fields, prefix, typing, meeting.endsOn) }));
  for (const { index, row } of rows) checkRow(part, row, `r${index}.`, meeting, typing, own);
  if (part === "minutes") checkLanguages(rows, typing);
  return rows;
}

function isFilled(typed: Typed, fields: readonly Field[], prefix: string): boolean {
  if ((typed.get(`${prefix}id`) ?? "") !== "") return true;
  return fields.some(({ name, form }) => {
    if (form.is === "choice" || form.is === "language" || (form.is === "organisation" && name === "organisation"))
      return false;
    const names = form.is === "texts" ? languages.map((of) => inLanguage(prefix + name, of)) : [prefix + name];
    return names.some((input) => (typed.get(input) ?? "") !== "");
  });
}

/** What contradicts itself between fields, named at the field that is to be changed. */
function checkRow(
  part: MeetingPart,
  { columns, problems }: ReadRow,
  prefix: string,
  meeting: Meeting,
  { language }: CellContext,
  own: readonly string[] | null,
): void {
  const say = (name: FieldName, problem: "noteMissing" | "outsideMeeting" | "notOwn" | "dueAfterMeeting") => {
    const field = partFields[part].find((one) => one.name === name);
    const text = message(language, `meeting.problem.${problem}`, { day: writeEdtf(meeting.endsOn, language) });
    if (field) problems.push({ input: firstInput(field, `${prefix}${name}`, language), field, text, candidates: [] });
  };
  if (part === "tasks" && columns.state !== "open" && isEmpty(columns.note)) say("note", "noteMissing");
  if (part === "agenda" && typeof columns.day === "string")
    if (columns.day < meeting.startsOn || columns.day > meeting.endsOn) say("day", "outsideMeeting");
  // What has been held collects papers afterwards; before, a paper that comes too late is of no use.
  if (part === "materials" && meeting.state === "planned" && typeof columns.due === "string")
    if (columns.due > meeting.endsOn) say("due", "dueAfterMeeting");
  if (own !== null && typeof columns.organisation === "string" && !own.includes(columns.organisation))
    say("organisation", "notOwn");
}

function checkLanguages(rows: readonly { index: number; row: ReadRow }[], { language }: CellContext): void {
  const field = partFields.minutes.find(({ name }) => name === "language");
  const seen = new Set<unknown>();
  for (const { index, row } of rows) {
    if (field && seen.has(row.columns.language))
      row.problems.push({
        input: `r${index}.language`,
        field,
        text: message(language, "meeting.problem.twice"),
        candidates: [],
      });
    seen.add(row.columns.language);
  }
}

/** Ids of the rows that the actor may change, with their places. */
async function readKnown(
  transaction: WriteTransaction,
  part: MeetingPart,
  meeting: string,
  own: readonly string[] | null,
): Promise<Map<string, number>> {
  if (own !== null && part === "participants") {
    const rows = await transaction
      .selectFrom("meeting_participants")
      .select(["id", "position"])
      .where("meeting", "=", meeting)
      .where("organisation", "in", [...own])
      .execute();
    return new Map(rows.map(({ id, position }) => [id, position]));
  }
  const rows = await transaction
    .selectFrom(`meeting_${part}`)
    .select(["id", "position"])
    .where("meeting", "=", meeting)
    .execute();
  return new Map(rows.map(({ id, position }) => [id, position]));
}

async function countRows(transaction: WriteTransaction, part: MeetingPart, meeting: string): Promise<number> {
  const { last } = await transaction
    .selectFrom(`meeting_${part}`)
    .select((builder) => builder.fn.max("position").as("last"))
    .where("meeting", "=", meeting)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

async function markClosed(transaction: WriteTransaction, meeting: string, actor: Actor, now: Date): Promise<void> {
  await transaction
    .updateTable("meeting_tasks")
    .set({ closed_at: now, closed_by: actor.userId })
    .where("meeting", "=", meeting)
    .where("state", "<>", "open")
    .where("closed_at", "is", null)
    .execute();
  await transaction
    .updateTable("meeting_tasks")
    .set({ closed_at: null, closed_by: null })
    .where("meeting", "=", meeting)
    .where("state", "=", "open")
    .where("closed_at", "is not", null)
    .execute();
}
