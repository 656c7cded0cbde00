import { randomUUID } from "node:crypto";
import { AppError } from "../../../core/errors.ts";
import { languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { getBooks } from "../../programme/books.ts";
import { verdicts } from "../concern.ts";
import { judgeConcern } from "../judge.ts";
import { linkConcern } from "../link.ts";
import { respondToConcern } from "../respond.ts";
import { translateConcern } from "../translate.ts";
import { withdrawConcern } from "../withdraw.ts";
import { gatherConcernWords } from "../words.ts";
import type { FormName } from "./concern-forms.tsx";
import { describeConcern } from "./concern-page.tsx";
import { checkLength, describeRefusal, readField, readLanguage } from "./read-form.ts";

type Request = MemberRequest & { form: FormData };

/** What is done on the page of one concern. */
export const submitConcern: ActionHandler = async (request) => {
  switch (readField(request.form, "intent")) {
    case "respond":
      return respond(request);
    case "judge":
      return judge(request);
    case "link":
      return link(request);
    case "translate":
      return translate(request);
    case "withdraw":
      return withdraw(request);
    default:
      throw new AppError("invalid-input", { reason: "intent" });
  }
};

async function respond(request: Request): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const text = Object.fromEntries(
    languages.flatMap((of) => {
      const written = readField(form, `text_${of}`);
      return written === "" ? [] : [[of, written]];
    }),
  );
  const long = languages.find((of) => checkLength(readField(form, `text_${of}`), language));
  if (long)
    return giveBack(request, "respond", checkLength(readField(form, `text_${long}`), language) ?? "", `text_${long}`);
  if (Object.keys(text).length === 0)
    return giveBack(request, "respond", message(language, "concern.problem.required"), "text");
  return attempt(request, "respond", "answered", (id) =>
    respondToConcern(context, actor, {
      concern: id,
      text,
      acceptsForeign: readField(form, "foreign") === "yes",
      revision: Number(readField(form, "revision")),
      formKey: readField(form, "form_key") || randomUUID(),
    }),
  );
}

async function judge(request: Request): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const verdict = verdicts.find((one) => one === readField(form, "verdict"));
  if (!verdict) return giveBack(request, "judge", message(language, "concern.problem.choose"), "verdict");
  const note = readField(form, "note");
  const wrong = checkLength(note, language);
  if (wrong) return giveBack(request, "judge", wrong, "note");
  const source = await readSource(request);
  return attempt(request, "judge", "judged", (id) =>
    judgeConcern(context, actor, {
      concern: id,
      verdict,
      language: readLanguage(form, language),
      note,
      ...source,
      revision: Number(readField(form, "revision")),
      formKey: readField(form, "form_key") || randomUUID(),
    }),
  );
}

/** A survey or a document that is there. */
async function readSource({ context, language, form }: Request) {
  const [kind, id = ""] = readField(form, "source").split("/");
  const { surveys } = await gatherConcernWords(context, language);
  const { documents } = await getBooks(context);
  const isDocument = kind === "document" && documents.some((document) => document.id === id);
  return {
    survey: kind === "survey" && surveys.has(id) ? id : null,
    source: isDocument ? { document: id, place: readField(form, "place").slice(0, 300), row: null } : null,
  };
}

function link(request: Request): Promise<Outcome> {
  const { context, actor, form } = request;
  return attempt(request, "link", "linked", (id) =>
    linkConcern(context, actor, id, readField(form, "continues") || null),
  );
}

/** Fields are named by passage and language: `response-3_zh`. */
function translate(request: Request): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const texts = new Map<string, Localized>();
  let empty: string | null = null;
  for (const name of form.keys()) {
    const [, passage, of] = /^(text|response-\d+|judgement-\d+)_(ja|zh|en)$/.exec(name) ?? [];
    if (passage === undefined || of === undefined) continue;
    const text = readField(form, name);
    if (text === "") {
      empty ??= name;
      continue;
    }
    const wrong = checkLength(text, language);
    if (wrong) return giveBack(request, "translate", wrong, name);
    texts.set(passage, { ...texts.get(passage), [of]: text });
  }
  if (texts.size === 0 && empty !== null)
    return giveBack(request, "translate", message(language, "concern.problem.required"), empty);
  const revision = Number(readField(form, "revision"));
  return attempt(request, "translate", "translated", (id) =>
    translateConcern(context, actor, { concern: id, texts, revision }),
  );
}

async function withdraw({ context, actor, language, params }: Request): Promise<Outcome> {
  await withdrawConcern(context, actor, params.id ?? "");
  return { redirect: links.memberConcerns(language, { done: "withdrawn" }) };
}

async function attempt(
  request: Request,
  form: FormName,
  done: string,
  work: (id: string) => Promise<void>,
): Promise<Outcome> {
  const { language, params } = request;
  const id = params.id ?? "";
  try {
    await work(id);
  } catch (error) {
    const refusal = describeRefusal(error, language);
    if (refusal === undefined) throw error;
    const reason = error instanceof AppError ? error.details.reason : undefined;
    const named = reason === "source" || reason === "foreign" ? reason : form === "link" ? "continues" : null;
    return giveBack(request, form, refusal, named);
  }
  return { redirect: links.memberConcern(language, id, { done }) };
}

/** The page again, with what was typed. */
async function giveBack(request: Request, form: FormName, problem: string, field: string | null): Promise<Outcome> {
  const values = Object.fromEntries([...request.form.keys()].map((name) => [name, readField(request.form, name)]));
  return {
    page: await describeConcern(request, { form, problem, field, values }),
    status: problem === message(request.language, "concern.problem.not-raiser") ? 403 : field === null ? 409 : 422,
  };
}
