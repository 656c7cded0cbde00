import { AppError } from "../../../../core/errors.ts";
import type { RecordContent } from "../../../../records/kind.ts";
import { fingerprintContent, normaliseContent } from "../../../../records/normalise.ts";
import { recordKind } from "../../../../records/registry.ts";
import { links } from "../../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../../web/page.ts";
import { recallEntry, submitEntry, withdrawEntry } from "../../decide-entry.ts";
import { gatherTyping } from "../../form/gather-form.ts";
import { countPostedRows, type PostedEntry, readEntryForm } from "../../form/read-entry-form.ts";
import { saveEntry } from "../../save-entry.ts";
import { getEntryForActor } from "../../service.ts";
import { composeComparison, mergeChoices } from "./compare-page.tsx";
import { findIntent } from "./entry-form.tsx";
import { checkPosted, composePage, type FormState, type FormSubject, findSubject } from "./entry-page.tsx";

/** Every button of the entry form. */
export const postEntry: ActionHandler = async (request) => {
  const subject = await findSubject(request);
  const { form } = request;
  const intent = String(form.get("intent") ?? "save");
  if (intent === "withdraw") return withdraw(request, subject);
  if (intent === "recall") return recall(request, subject);
  const posted = await readPosted(request, subject);
  if (!subject.mayEdit) return answerLocked(request, subject, posted, intent);
  if (intent.startsWith("add:")) return showAgain(request, subject, addRow(form, posted, intent.slice(4)), 200);
  if (intent.startsWith(findIntent)) return findReference(request, subject, posted, intent.slice(findIntent.length));
  if (intent === "check") return check(request, subject, posted);
  if (intent === "autosave") return autosave(request, subject, posted);
  return save(request, subject, posted, intent);
};

/** Somebody submitted or decided the entry meanwhile: what was typed stays on the page. */
async function answerLocked(
  request: MemberRequest,
  subject: FormSubject,
  posted: PostedEntry,
  intent: string,
): Promise<Outcome> {
  if (intent === "autosave")
    return { json: { conflict: true, url: links.entry(request.language, subject.entry?.id ?? "") }, status: 409 };
  return showAgain(request, subject, { posted, locked: true }, 409);
}

async function recall(request: MemberRequest & { form: FormData }, subject: FormSubject): Promise<Outcome> {
  const { context, actor, language, form } = request;
  if (!subject.entry) throw new AppError("not-found", { kind: "entry" });
  const step = { id: subject.entry.id, revision: Number(form.get("_revision")) };
  const { state, entry } = await recallEntry(context, actor, step);
  return { redirect: links.entry(language, entry.id, { done: state === "done" ? "recalled" : "conflict" }) };
}

async function readPosted(request: MemberRequest & { form: FormData }, subject: FormSubject): Promise<PostedEntry> {
  const typing = await gatherTyping(request.context, request.language);
  const posted = readEntryForm(request.form, recordKind(subject.kind), subject.content, typing);
  return request.form.get("intent") === "merge" ? mergeChoices(request.form, subject, posted) : posted;
}

/** What the words of one field may mean; nothing is saved, and no other field is judged yet. */
function findReference(
  request: MemberRequest,
  subject: FormSubject,
  posted: PostedEntry,
  name: string,
): Promise<Outcome> {
  const problem = posted.problems.get(name);
  const problems = new Map(problem ? [[name, problem]] : []);
  return showAgain(request, subject, { posted: { ...posted, problems } }, 200);
}

/** One more empty row than there are, and nothing saved. */
function addRow(form: FormData, posted: PostedEntry, sheet: string): FormState {
  const rows = posted.content.parts[sheet] ?? [];
  const kept = rows.slice(0, countPostedRows(form, sheet));
  return {
    posted: { ...posted, content: { ...posted.content, parts: { ...posted.content.parts, [sheet]: kept } } },
    extraRows: new Map([[sheet, 1]]),
  };
}

async function check(request: MemberRequest, subject: FormSubject, posted: PostedEntry): Promise<Outcome> {
  const content = tidy(subject, posted.content);
  const found = await checkPosted(request, subject, content, posted.owner);
  const state = { posted: { ...posted, content }, ...found, checked: fingerprintContent(content) };
  return showAgain(request, subject, state, found.problems.length > 0 || posted.problems.size > 0 ? 422 : 200);
}

async function autosave(request: MemberRequest, subject: FormSubject, posted: PostedEntry): Promise<Outcome> {
  const result = await saveEntry(request.context, request.actor, toInput(subject, posted));
  const url = links.entry(request.language, result.entry.id);
  if (result.state === "conflict") return { json: { conflict: true, url }, status: 409 };
  const { id: entry, revision, changedAt } = result.entry;
  return { json: { saved: changedAt.toISOString(), revision, entry, url } };
}

async function save(
  request: MemberRequest & { form: FormData },
  subject: FormSubject,
  posted: PostedEntry,
  intent: string,
): Promise<Outcome> {
  const { context, actor, language } = request;
  const result = await saveEntry(context, actor, toInput(subject, posted));
  if (result.state === "conflict") return answerConflict(request, subject, posted, result.entry.id);
  const { entry } = result;
  if (intent !== "submit") {
    // What was not understood stays in the draft as it was typed, and is shown with its error.
    if (posted.problems.size === 0) return { redirect: links.entry(language, entry.id, { done: "saved" }) };
    const saved = { ...subject, entry, content: entry.content };
    const state = { posted: { ...posted, entry: entry.id, revision: entry.revision }, savedWithProblems: true };
    return showAgain(request, saved, state, 422);
  }
  return submit(request, { ...subject, entry, content: entry.content }, posted);
}

/** Submitting shows first how dates were understood and what the checks say, unless the person has seen just that. */
async function submit(
  request: MemberRequest & { form: FormData },
  subject: FormSubject,
  posted: PostedEntry,
): Promise<Outcome> {
  const { context, actor, language } = request;
  const { entry } = subject;
  if (!entry) throw new AppError("not-found", { kind: "entry" });
  const saved = { ...posted, content: entry.content, entry: entry.id, revision: entry.revision };
  const seen = fingerprintContent(entry.content);
  const found = await checkPosted(request, subject, entry.content, entry.owner);
  const isClear = found.problems.length === 0 && posted.problems.size === 0;
  const hasNothingNew = found.warnings?.length === 0 && !posted.hasNewDates;
  if (!isClear || (!hasNothingNew && request.form.get("_checked") !== seen))
    return showAgain(
      request,
      subject,
      { posted: saved, ...found, checked: seen, askedToSubmit: isClear, savedWithProblems: !isClear },
      isClear ? 200 : 422,
    );
  try {
    const result = await submitEntry(context, actor, entry);
    if (result.state === "done")
      return { redirect: links.entries(language, { state: "submitted", done: "submitted" }) };
    if (result.state === "problems")
      return showAgain(request, subject, { posted: saved, problems: result.problems, savedWithProblems: true }, 422);
    if (result.state === "reason-missing")
      return showAgain(request, subject, { posted: saved, reasonMissing: true }, 422);
    return answerConflict(request, subject, saved, entry.id);
  } catch (error) {
    if (!(error instanceof AppError && error.details.reason === "year-closed")) throw error;
    return showAgain(request, subject, { posted: saved, closedYear: Number(error.details.fiscalYear) }, 409);
  }
}

async function withdraw(request: MemberRequest & { form: FormData }, subject: FormSubject): Promise<Outcome> {
  const { context, actor, language, form } = request;
  if (!subject.entry) throw new AppError("not-found", { kind: "entry" });
  const step = { id: subject.entry.id, revision: Number(form.get("_revision")) };
  const result = await withdrawEntry(context, actor, step);
  if (result.state === "done") return { redirect: links.entries(language, { state: "withdrawn", done: "withdrawn" }) };
  return { redirect: links.entry(language, result.entry.id, { done: "conflict" }) };
}

async function answerConflict(
  request: MemberRequest,
  subject: FormSubject,
  posted: PostedEntry,
  entryId: string,
): Promise<Outcome> {
  const { context, actor, language } = request;
  // Somebody of the same organisation has begun a correction already: theirs is the one to go on with.
  if (posted.entry === undefined && subject.entry === null)
    return { redirect: links.entry(language, entryId, { done: "open" }) };
  const latest = await getEntryForActor(context, actor, entryId);
  return { page: await composeComparison(request, latest, posted), status: 409 };
}

async function showAgain(
  request: MemberRequest,
  subject: FormSubject,
  state: FormState,
  status: 200 | 409 | 422,
): Promise<Outcome> {
  return { page: await composePage(request, subject, state), status };
}

function toInput(subject: FormSubject, posted: PostedEntry) {
  return {
    kind: subject.kind,
    entry: subject.entry?.id ?? posted.entry,
    record: subject.entry ? undefined : subject.record?.id,
    owner: subject.entry?.owner ?? posted.owner,
    visibility: posted.visibility,
    reason: posted.reason || undefined,
    removal: posted.removal,
    restores: posted.restores,
    content: posted.content,
    revision: posted.revision,
    baseVersion: posted.baseVersion,
    formKey: posted.formKey,
  };
}

function tidy(subject: FormSubject, content: RecordContent): RecordContent {
  return normaliseContent(recordKind(subject.kind), content);
}
