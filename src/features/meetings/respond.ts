import { AppError } from "../../core/errors.ts";
import type { Localized } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { nameFile, readNamedFile } from "../../platform/files/name-file.ts";
import type { Actor } from "../accounts/actor.ts";
import { checkUpload } from "../attachments/check-upload.ts";
import { change } from "../audit/change.ts";
import type { InvitationAnswer, MeetingMaterial, TaskState } from "./meeting.ts";
import { isEmpty } from "./read-fields.ts";
import { touchMeeting } from "./save-meeting.ts";
import { getMeeting, type MeetingForActor } from "./service.ts";
import { lockMeeting } from "./store.ts";

/** Says for a person of an own organisation whether he or she comes. Throws `conflict` {reason: "cancelled"}. */
export async function answerInvitation(
  context: Context,
  actor: Actor,
  id: string,
  participant: string,
  answer: InvitationAnswer,
): Promise<void> {
  const found = await getMeeting(context, actor, id);
  if (found.meeting.state === "cancelled") throw new AppError("conflict", { reason: "cancelled" });
  const person = found.papers.participants.find((one) => one.id === participant);
  if (!person) throw new AppError("not-found", { kind: "participant", id: participant });
  requireOwn(found, person.organisation);
  await change(context, actor, async (transaction, audit) => {
    await transaction
      .updateTable("meeting_participants")
      .set({ answer, answered_at: context.clock.now() })
      .where("id", "=", participant)
      .execute();
    audit({
      action: "meeting.answered",
      subject: `meeting/${id}`,
      organisation: person.organisation,
      details: { answer },
    });
  });
}

const taskActions = {
  open: "meeting.task-reopened",
  done: "meeting.task-done",
  dropped: "meeting.task-dropped",
} as const;

/** What came of a task, by whoever was asked to do it. The note is needed. Throws `conflict` {reason: "stale"} for a task that is closed. */
export async function closeTask(
  context: Context,
  actor: Actor,
  id: string,
  task: string,
  { state, note }: { state: TaskState; note: Localized },
): Promise<void> {
  const found = await getMeeting(context, actor, id);
  const present = found.papers.tasks.find((one) => one.id === task);
  if (!present) throw new AppError("not-found", { kind: "task", id: task });
  requireOwn(found, present.organisation);
  if (state !== "open" && isEmpty(note)) throw new AppError("invalid-input", { field: "note" });
  await change(context, actor, async (transaction, audit) => {
    const meeting = await lockMeeting(transaction, id);
    if (!meeting) throw new AppError("not-found", { kind: "meeting", id });
    const done = await transaction
      .updateTable("meeting_tasks")
      .set(
        state === "open"
          ? { state, closed_at: null, closed_by: null }
          : { state, note: JSON.stringify(note), closed_at: context.clock.now(), closed_by: actor.userId },
      )
      .where("id", "=", task)
      .where("state", "=", present.state)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new AppError("conflict", { reason: "stale" });
    await touchMeeting(context, transaction, actor, meeting);
    audit({
      action: taskActions[state],
      subject: `meeting/${id}`,
      organisation: present.organisation,
    });
  });
}

/** Keeps a material; after its deadline it is taken and marked late. Throws what checkUpload throws, `forbidden`, `not-found`. */
export async function uploadMaterial(
  context: Context,
  actor: Actor,
  id: string,
  material: string,
  file: { name: string; content: Uint8Array },
): Promise<{ late: boolean }> {
  const found = await getMeeting(context, actor, id);
  const present = findMaterial(found, material);
  requireOwn(found, present.organisation);
  const { largestUploadBytes } = context.config.files ?? defaultFileSettings;
  const { name, mediaType } = await checkUpload(file.name, file.content, largestUploadBytes);
  const store = openFileStore(context.config);
  const { sha256, size } = await store.put(file.content);
  const late = present.due !== null && context.clock.today() > present.due;
  await change(context, actor, async (transaction, audit) => {
    const meeting = await lockMeeting(transaction, id);
    if (!meeting) throw new AppError("not-found", { kind: "meeting", id });
    const now = context.clock.now();
    await nameFile(transaction, store, { sha256, size, mediaType, content: file.content }, now);
    await transaction
      .updateTable("meeting_materials")
      .set({
        state: present.translationOf === null ? "received" : "translated",
        ...{ sha256, size, late },
        media_type: mediaType,
        file_name: name,
        received_at: now,
      })
      .where("id", "=", present.id)
      .execute();
    await touchMeeting(context, transaction, actor, meeting);
    audit({
      action: "meeting.material-received",
      subject: `meeting/${id}`,
      organisation: present.organisation,
      details: { sha256, size, mediaType, late },
    });
  });
  return { late };
}

/** For whoever sees the meeting. Throws `not-found` where nothing has come yet. */
export async function openMaterial(context: Context, actor: Actor, id: string, material: string) {
  const { file } = findMaterial(await getMeeting(context, actor, id), material);
  if (!file) throw new AppError("not-found", { kind: "material", id: material });
  return { ...file, content: await readNamedFile(context.config, file.sha256) };
}

function findMaterial({ papers }: MeetingForActor, id: string): MeetingMaterial {
  const material = papers.materials.find((one) => one.id === id);
  if (!material) throw new AppError("not-found", { kind: "material", id });
  return material;
}

/** The secretariat also enters what it was told by telephone. */
function requireOwn({ manages, own }: MeetingForActor, organisation: string): void {
  if (!manages && !own.includes(organisation)) throw new AppError("forbidden", { organisation });
}
