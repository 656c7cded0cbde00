import { AppError } from "../../../core/errors.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { changeQuery } from "../../../web/query.ts";
import { submitTranslation } from "../decide-translation.ts";
import { draftSentence, requestDraft } from "../drafts-service.ts";
import { saveSegment } from "../edit-segments.ts";
import { findPolicySubject } from "../policy-subject.ts";
import { getTranslation } from "../service.ts";
import { suggestForSegment } from "../suggest.ts";
import type { Translation } from "../translation.ts";
import { updateSource } from "../update-source.ts";
import type { Unsaved } from "./edit-row.tsx";
import { composeEditor } from "./edit-view.tsx";
import { anchorOf } from "./editor-query.ts";
import { findTyped, readTyped } from "./read-editor-form.ts";

type Posted = MemberRequest & { form: FormData };

/** Every button of the editor. What was typed is kept first, whichever was pressed. */
export const postTranslation: ActionHandler = async (request) => {
  const { context, actor, params, form } = request;
  const translation = await getTranslation(context, actor, params.id ?? "");
  const intent = String(form.get("intent") ?? "");
  try {
    if (intent === "submit") return await submit(request, translation);
    if (intent === "update-source") return await update(request, translation);
    if (intent === "draft-memory" || intent === "draft-machine")
      return await draftAll(request, translation, intent === "draft-machine");
    return await saveForm(request, translation);
  } catch (error) {
    return sayProblem(request, error);
  }
};

async function submit({ context, actor, language }: Posted, { id }: Translation): Promise<Outcome> {
  await submitTranslation(context, actor, id);
  return { redirect: links.translation(language, id, { view: "review", done: "submitted" }) };
}

async function update({ context, actor, language }: Posted, { id, subject }: Translation): Promise<Outcome> {
  const found = subject.kind === "policy" ? await findPolicySubject(context, actor, subject.id) : null;
  if (!found?.subject) throw new AppError("conflict", { reason: "no-source" });
  const { reworded, added } = await updateSource(context, actor, id, found.subject);
  return { redirect: links.translation(language, id, { done: "source-updated", count: reworded + added }) };
}

async function draftAll({ context, actor, language }: Posted, { id }: Translation, machine: boolean): Promise<Outcome> {
  await requestDraft(context, actor, id, { machine });
  return { redirect: links.translation(language, id, { done: "draft-requested" }) };
}

async function saveForm(request: Posted, translation: Translation): Promise<Outcome> {
  const { form } = request;
  const chosen = String(form.get("save") ?? form.get("use") ?? form.get("draft") ?? form.get("look") ?? "");
  const [segment = "", match] = chosen.split(":");
  const { saved, unsaved } = await keepTyped(request, translation, form.has("save") ? segment : null);
  if (unsaved.size > 0) {
    const reasons = [...unsaved.values()].map(({ reason }) => reason);
    return {
      page: await composeEditor(request, unsaved, reasons.includes("conflict") ? "conflict" : "too-large"),
      status: reasons.includes("conflict") ? 409 : 422,
    };
  }
  const position = translation.segments.find(({ id }) => id === segment)?.position;
  if (form.has("look")) return goBack(request, position, { segment });
  if (form.has("use")) return useMatch(request, translation, { segment, match: match ?? "", position });
  if (form.has("draft")) {
    await draftSentence(request.context, request.actor, { translation: translation.id, segment });
    return goBack(request, position, { done: "drafted" });
  }
  const done = saved === 0 ? "nothing" : "saved";
  return goBack(request, form.has("save") ? (position ?? 0) + 1 : undefined, { done, count: String(saved) });
}

/** Keeps each sentence that was changed; `confirmed` also as it is. */
async function keepTyped(
  { context, actor, form }: Posted,
  translation: Translation,
  confirmed: string | null,
): Promise<{ saved: number; unsaved: Map<string, Unsaved> }> {
  const typed = await findTyped(context, actor, translation, form);
  const segment = translation.segments.find(({ id }) => id === confirmed);
  const own = segment && !typed.some((one) => one.segment === segment) ? readTyped(form, segment) : null;
  const unsaved = new Map<string, Unsaved>();
  let saved = 0;
  for (const { segment, target, version } of own ? [...typed, own] : typed) {
    if (form.get("theirs") === segment.id) continue;
    try {
      const { state } = await saveSegment(context, actor, {
        ...{ translation: translation.id, segment: segment.id, target, version },
      });
      if (state === "conflict") unsaved.set(segment.id, { typed: target, reason: "conflict" });
      else if (state === "saved") saved += 1;
    } catch (error) {
      if (!(error instanceof AppError && error.code === "too-large")) throw error;
      unsaved.set(segment.id, { typed: target, reason: "too-large" });
    }
  }
  return { saved, unsaved };
}

async function useMatch(
  request: Posted,
  { id: translation }: Translation,
  chosen: { segment: string; match: string; position: number | undefined },
): Promise<Outcome> {
  const { context, actor } = request;
  const help = await suggestForSegment(context, actor, { translation, segment: chosen.segment });
  const match = help?.matches.find(({ id }) => id === chosen.match);
  const { segments } = await getTranslation(context, actor, translation);
  const segment = segments.find(({ id }) => id === chosen.segment);
  if (!match || !segment) throw new AppError("conflict", { reason: "no-match" });
  const { version } = segment;
  await saveSegment(context, actor, { translation, segment: segment.id, target: match.target, version });
  return goBack(request, chosen.position, { done: "saved", count: "1" });
}

/** To where the form was, at a sentence. */
function goBack({ url }: Posted, position: number | undefined, changes: Record<string, string>): Outcome {
  const clean = { done: undefined, count: undefined, problem: undefined, segment: undefined };
  const address = changeQuery(url, { ...clean, ...changes });
  return { redirect: position === undefined ? address : `${address}#${anchorOf(position)}` };
}

const knownProblems = new Set<unknown>([
  ...["unfinished", "state", "approved", "not-public", "no-provider", "no-match", "no-source"],
  ...["auth", "quota", "unreachable", "bad-answer", "too-large"],
]);

/** What the person can do something about is said on the page; anything else has its own page. */
async function sayProblem(request: Posted, error: unknown): Promise<Outcome> {
  if (!(error instanceof AppError) || !knownProblems.has(error.details.reason)) throw error;
  const reason = String(error.details.reason);
  if (reason !== "approved") return goBack(request, undefined, { problem: reason });
  // Closed while somebody was writing: what was typed must not be lost.
  const { context, actor, params, form } = request;
  const translation = await getTranslation(context, actor, params.id ?? "");
  const typed = await findTyped(context, actor, translation, form);
  const unsaved = new Map<string, Unsaved>(
    typed.map(({ segment, target }) => [segment.id, { typed: target, reason: "approved" }]),
  );
  return { page: await composeEditor(request, unsaved, reason), status: 409 };
}
