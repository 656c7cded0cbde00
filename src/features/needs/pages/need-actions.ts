import { AppError } from "../../../core/errors.ts";
import { languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { readField, textName } from "../../../web/read-fields.ts";
import { addEvidence, removeEvidence } from "../evidence.ts";
import { evidenceKinds, type Need, type NeedState, needStates } from "../need.ts";
import { correctNeed } from "../save-need.ts";
import { getNeed } from "../service.ts";
import { stepNeed } from "../step-need.ts";
import { describeNeed, type NeedPageState } from "./need-page.tsx";

type Request = MemberRequest & { form: FormData };

/** What is done on the page of one need: a step, evidence, a translation. */
export const submitNeed: ActionHandler = async (request) => {
  const need = await getNeed(request.context, request.actor, request.params.id ?? "");
  switch (readField(request.form, "intent")) {
    case "move":
      return move(request, need);
    case "add-evidence":
      return add(request, need);
    case "remove-evidence":
      return remove(request, need);
    case "translate":
      return translate(request, need);
    default:
      throw new AppError("invalid-input", { reason: "intent" });
  }
};

async function move(request: Request, need: Need): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const to = needStates.find((state) => state === readField(form, "to"));
  if (!to) throw new AppError("invalid-input", { reason: "state" });
  const text = readField(form, "note").slice(0, 2_000);
  const again = (problem: string) => refuse(request, { problem, note: { to, text } });
  try {
    await stepNeed(context, actor, need.id, {
      from: needStates.find((state) => state === readField(form, "state")) ?? need.state,
      to,
      note: text === "" ? null : text,
      replacedBy: readField(form, "successor") || null,
    });
  } catch (error) {
    const problem = describeStepError(error, to, request);
    if (problem === null) throw error;
    return again(problem);
  }
  return done(language, need, "moved");
}

function describeStepError(error: unknown, to: NeedState, { language }: Request): string | null {
  if (!(error instanceof AppError)) return null;
  const state = message(language, `need.states.${to}`);
  if (error.code === "conflict") return message(language, "needs.problem.step", { state });
  if (error.code !== "invalid-input") return null;
  return message(language, error.details.reason === "successor" ? "needs.problem.successor" : "needs.problem.note");
}

async function add(request: Request, need: Need): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const document = readField(form, "document");
  const picked = readField(form, "evidence") || (document === "" ? "" : `document/${document}`);
  const kind = evidenceKinds.find((one) => picked.startsWith(`${one}/`));
  if (!kind) {
    const evidenceNote = readField(form, "note").slice(0, 2_000);
    return refuse(request, { problem: message(language, "needs.problem.evidence"), evidenceNote });
  }
  const subject = picked.slice(kind.length + 1);
  await addEvidence(context, actor, need.id, { kind, subject, note: readField(form, "note"), language });
  return done(language, need, "evidence", "evidence");
}

async function remove({ context, actor, language, form }: Request, need: Need): Promise<Outcome> {
  const kind = evidenceKinds.find((one) => one === readField(form, "kind"));
  if (!kind) throw new AppError("invalid-input", { reason: "kind" });
  await removeEvidence(context, actor, need.id, { kind, subject: readField(form, "subject") });
  return done(language, need, "evidence", "evidence");
}

/** Only languages that are still missing: what somebody wrote is changed in the form, where it can be seen. */
async function translate(request: Request, need: Need): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const fill = (field: "title" | "detail"): Localized => {
    const added = languages.flatMap((of) => {
      const text = need[field][of] ? "" : readField(form, textName(field, of));
      return text === "" ? [] : [[of, text] as const];
    });
    return { ...need[field], ...Object.fromEntries(added) };
  };
  const input = { ...need, title: fill("title"), detail: fill("detail") };
  const result = await correctNeed(context, actor, need.id, input, Number(readField(form, "revision")) || 0);
  if (result.state === "done") return done(language, need, "translated");
  const key = result.state === "conflict" ? "needs.problem.changedMeanwhile" : "needs.problem.translation";
  return refuse(request, { problem: message(language, key) }, result.state === "conflict" ? 409 : 422);
}

async function refuse(request: Request, state: NeedPageState, status: 409 | 422 = 422): Promise<Outcome> {
  return { page: await describeNeed(request, state), status };
}

function done(language: Request["language"], need: Need, what: string, anchor?: string): Outcome {
  const target = links.memberNeed(language, need.id, { done: what });
  return { redirect: anchor === undefined ? target : `${target}#${anchor}` };
}
