import { randomUUID } from "node:crypto";
import { AppError } from "../../../core/errors.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { findMessageKey, type MessageValues, message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { draftActivity } from "../activity-draft.ts";
import { erasePerson } from "../erase-people.ts";
import { issueLetter } from "../issue-letter.ts";
import { letterDocuments } from "../letter.ts";
import { invitationAnswers, taskStates } from "../meeting.ts";
import { answerInvitation, closeTask, uploadMaterial } from "../respond.ts";
import { setHeld } from "../save-meeting.ts";
import { cancelMeeting, sendInvitations } from "../send-invitations.ts";
import { describeMeeting } from "./meeting-page.tsx";
import { describeTasks, readTaskFilter } from "./tasks.tsx";

type Posted = MemberRequest & { form: FormData };

/** Every button of a meeting's page. */
export const submitMeeting: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const id = params.id ?? "";
  const row = readText(form, "row");
  const go = (done: string, anchor = "", number?: number) => ({
    redirect: `${links.meeting(language, id, { done, number })}${anchor}`,
  });
  const act = async (): Promise<Outcome> => {
    if (form.get("erase") === "yes") {
      await erasePerson(context, actor, id, row);
      return go("erased", "#participants");
    }
    switch (readText(form, "intent")) {
      case "answer": {
        const answer = invitationAnswers.find((one) => one === form.get("answer")) ?? "invited";
        await answerInvitation(context, actor, id, row, answer);
        return go("answered", "#participants");
      }
      case "upload":
        return go((await upload(request, id, row)) ? "late" : "uploaded", "#materials");
      case "task":
        await closeTask(context, actor, id, row, readOutcome(form, language));
        return go("closed", `#task-${row}`);
      case "send":
        return go("invited", "", await sendInvitations(context, actor, id));
      case "issue":
        return issue(request, id, go);
      case "cancel":
        return go("cancelled", "", await cancelMeeting(context, actor, id, readIn(form, "reason", 2_000, language)));
      case "held":
      case "planned": {
        const held = form.get("intent") === "held";
        await setHeld(context, actor, id, held);
        return go(held ? "held" : "plannedAgain");
      }
      case "draft": {
        const entry = await draftActivity(context, actor, id);
        return { redirect: entry === null ? links.meeting(language, id) : links.entry(language, entry) };
      }
      default:
        throw new AppError("invalid-input", { field: "intent" });
    }
  };
  return answer(act, (text) => describeMeeting(request, { row, text, typed: form }), request);
};

/** The same for the list of all tasks, which names the meeting. */
export const submitTask: ActionHandler = async (request) => {
  const { context, actor, language, form, url } = request;
  const row = readText(form, "row");
  const act = async (): Promise<Outcome> => {
    await closeTask(context, actor, readText(form, "meeting"), row, readOutcome(form, language));
    return { redirect: links.meetingTasks(language, { ...readTaskFilter(url), done: "closed" }) };
  };
  return answer(act, (text) => describeTasks(request, { row, text }), request);
};

/** What can be mended is said at the row where it went wrong. */
async function answer(
  act: () => Promise<Outcome>,
  describe: (text: string) => ReturnType<typeof describeMeeting>,
  { language }: Pick<Posted, "language">,
): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details } = error;
    if (code === "invalid-input" && details.field === "intent") throw error;
    if (code === "conflict") {
      const key = details.reason === "cancelled" ? "meeting.problem.cancelled" : "meeting.problem.stale";
      return { page: await describe(message(language, key)), status: 409 };
    }
    if (code === "too-large") return { page: await describe(explainFile(error, language)), status: 413 };
    if (code !== "invalid-input") throw error;
    if (details.field === "untranslated")
      return { page: await describe(message(language, "meeting.problem.untranslated")), status: 422 };
    const text =
      details.field === "note"
        ? message(language, "meeting.problem.noteMissing")
        : details.field === "file"
          ? message(language, "meeting.problem.noFile")
          : explainFile(error, language);
    return { page: await describe(text), status: 422 };
  }
}

/** As attachments of records say it. */
function explainFile({ code, details }: AppError, language: Language): string {
  const key = findMessageKey(`attachment.problem.${code === "too-large" ? code : String(details.reason ?? "")}`);
  if (key === null) return message(language, "meeting.problem.fileLarge");
  const values: MessageValues = {};
  for (const [name, value] of Object.entries(details))
    if (typeof value === "string" || typeof value === "number") values[name] = value;
  return message(language, key, values);
}

async function upload({ context, actor, form }: Posted, id: string, row: string): Promise<boolean> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) throw new AppError("invalid-input", { field: "file" });
  const content = new Uint8Array(await file.arrayBuffer());
  return (await uploadMaterial(context, actor, id, row, { name: file.name, content })).late;
}

/** Keeps a letter or list of names as it goes out. */
async function issue(
  { context, actor, form }: Posted,
  id: string,
  go: (done: string, anchor?: string, number?: number) => Outcome,
): Promise<Outcome> {
  const document = letterDocuments.find((one) => one === form.get("document"));
  const language = languages.find((one) => one === form.get("in"));
  if (!document || !language) throw new AppError("invalid-input", { field: "document" });
  const result = await issueLetter(context, actor, id, {
    ...{ document, language },
    addressee: readText(form, "organisation") || null,
    acceptsUntranslated: form.get("untranslated") === "yes",
    formKey: readText(form, "form_key") || randomUUID(),
  });
  return go(result.state, "#documents", result.issue);
}

function readOutcome(form: FormData, language: Language) {
  const state = taskStates.find((one) => one === form.get("state")) ?? "done";
  return { state, note: readIn(form, "note", 5_000, language) };
}

/** What somebody writes on a page is written in the language of the page. */
function readIn(form: FormData, name: string, most: number, language: Language): Localized {
  const text = readText(form, name).slice(0, most);
  return text === "" ? {} : { [language]: text };
}

function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.normalize("NFC").replaceAll("\r\n", "\n").trim() : "";
}
