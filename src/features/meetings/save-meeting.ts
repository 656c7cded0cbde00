import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { CellContext } from "../../records/cell-codec.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change, type RecordAudit } from "../audit/change.ts";
import { columnOf, type FieldName, factFields } from "./fields.ts";
import type { Meeting } from "./meeting.ts";
import { putRows } from "./put-rows.ts";
import { type FieldProblem, type ReadRow, readFields, type Typed } from "./read-fields.ts";
import { lockMeeting } from "./store.ts";

export type SaveResult =
  | { state: "done"; id: string }
  /** what was sent is what is there: nothing was saved */
  | { state: "unchanged"; id: string }
  | { state: "problems"; problems: FieldProblem[] }
  /** somebody saved it meanwhile: as it stands now */
  | { state: "conflict"; present: Meeting };

/** What whoever is invited has to hear of when it changes (RFC 5546 2.1.4). */
const announced: readonly FieldName[] = [
  "title",
  "startsOn",
  "startsAt",
  "endsOn",
  "endsAt",
  "timeZone",
  "place",
  "onlineLink",
];

/** The facts as they were typed, with what contradicts itself said at the field. */
export function readFacts(typed: Typed, typing: CellContext): ReadRow {
  const row = readFields(typed, factFields, "", typing);
  const { starts_on, starts_at, ends_on, ends_at } = row.columns;
  const say = (name: FieldName, problem: "endBeforeStart" | "bothHours") => {
    const field = factFields.find((one) => one.name === name);
    const text = message(typing.language, `meeting.problem.${problem}`);
    if (field) row.problems.push({ input: name, field, text, candidates: [] });
  };
  if ((starts_at === null) !== (ends_at === null)) say(starts_at === null ? "startsAt" : "endsAt", "bothHours");
  if (typeof starts_on === "string" && typeof ends_on === "string") {
    if (ends_on < starts_on) say("endsOn", "endBeforeStart");
    else if (
      ends_on === starts_on &&
      typeof starts_at === "string" &&
      typeof ends_at === "string" &&
      ends_at < starts_at
    )
      say("endsAt", "endBeforeStart");
  }
  return row;
}

/** The same form sent twice calls one meeting. */
export async function createMeeting(
  context: Context,
  actor: Actor,
  typed: Typed,
  typing: CellContext,
  formKey: string,
): Promise<SaveResult> {
  requirePermission(actor, "meetings.manage");
  const { columns, problems } = readFacts(typed, typing);
  if (problems.length > 0) return { state: "problems", problems };
  return change(context, actor, async (transaction, audit): Promise<SaveResult> => {
    const same = await transaction
      .selectFrom("meetings")
      .select("id")
      .where("form_key", "=", formKey)
      .executeTakeFirst();
    if (same) return { state: "done", id: same.id };
    const id = crypto.randomUUID();
    const now = context.clock.now();
    await putRows(transaction, "meetings", [
      {
        id,
        ...columns,
        state: "planned",
        sequence: 0,
        revision: 1,
        created_by: actor.userId,
        created_at: now,
        changed_by: actor.userId,
        changed_at: now,
        form_key: formKey,
      },
    ]);
    const { invited } = columns;
    audit({
      action: "meeting.created",
      subject: `meeting/${id}`,
      details: { invited: Array.isArray(invited) ? invited.length : 0 },
    });
    return { state: "done", id };
  });
}

export async function saveFacts(
  context: Context,
  actor: Actor,
  id: string,
  typed: Typed,
  typing: CellContext,
): Promise<SaveResult> {
  const { columns, problems } = readFacts(typed, typing);
  return changeMeeting(context, actor, id, Number(typed.get("revision")), async (meeting, transaction, audit) => {
    if (problems.length > 0) return { state: "problems", problems };
    const before = new Map<string, unknown>(Object.entries(meeting));
    const moved = announced.some(
      (name) => JSON.stringify(sortKeys(before.get(name))) !== JSON.stringify(sortKeys(columns[columnOf(name)])),
    );
    const sequence = moved ? meeting.sequence + 1 : meeting.sequence;
    if ((await updateFacts(transaction, id, { ...columns, sequence })) === 0) return { state: "unchanged", id };
    audit({ action: "meeting.changed", subject: `meeting/${id}`, details: { part: "facts", announced: moved } });
    return { state: "done", id };
  });
}

/** The rows that stay as they are go along, so that the row can be put as a whole. */
async function updateFacts(
  transaction: WriteTransaction,
  id: string,
  columns: Record<string, unknown>,
): Promise<number> {
  const present = await transaction.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  return putRows(transaction, "meetings", [{ ...present, ...columns }]);
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Held, or planned again where somebody pressed the wrong button. */
export async function setHeld(context: Context, actor: Actor, id: string, held: boolean): Promise<void> {
  await changeMeeting(context, actor, id, null, async (meeting, transaction, audit) => {
    if (meeting.state === "cancelled") throw new AppError("conflict", { reason: "cancelled" });
    await transaction
      .updateTable("meetings")
      .set({ state: held ? "held" : "planned" })
      .where("id", "=", id)
      .execute();
    audit({ action: held ? "meeting.held" : "meeting.planned-again", subject: `meeting/${id}` });
    return { state: "done", id };
  });
}

/** One change of a meeting under its lock; `revision`: the one that the form showed. Throws `forbidden`, `not-found`. */
export async function changeMeeting(
  context: Context,
  actor: Actor,
  id: string,
  revision: number | null,
  work: (meeting: Meeting, transaction: WriteTransaction, audit: RecordAudit) => Promise<SaveResult>,
): Promise<SaveResult> {
  requirePermission(actor, "meetings.manage");
  return change(context, actor, async (transaction, audit) => {
    const meeting = await lockMeeting(transaction, id);
    if (!meeting) throw new AppError("not-found", { kind: "meeting", id });
    if (revision !== null && revision !== meeting.revision) return { state: "conflict", present: meeting };
    const result = await work(meeting, transaction, audit);
    if (result.state === "done") await touchMeeting(context, transaction, actor, meeting);
    return result;
  });
}

export async function touchMeeting(
  context: Pick<Context, "clock">,
  transaction: WriteTransaction,
  actor: Pick<Actor, "userId">,
  { id, revision }: Pick<Meeting, "id" | "revision">,
): Promise<void> {
  await transaction
    .updateTable("meetings")
    .set({ revision: revision + 1, changed_by: actor.userId, changed_at: context.clock.now() })
    .where("id", "=", id)
    .execute();
}
