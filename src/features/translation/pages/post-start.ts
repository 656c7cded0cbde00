import { AppError } from "../../../core/errors.ts";
import { isLanguage } from "../../../core/language.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome } from "../../../web/page.ts";
import { makeFormKey } from "../../comments/form-key.ts";
import { findPolicySubject } from "../policy-subject.ts";
import { startTranslation } from "../service.ts";
import { sourceLanguages, targetLanguagesOf } from "../translation.ts";
import { composeList } from "./translations.tsx";

type Posted = MemberRequest & { form: FormData };

/** Begins a translation and goes to it; of a policy that is being translated already, to what is there. */
export const postStart: ActionHandler = (request) =>
  request.form.get("intent") === "start-text" ? startText(request) : startPolicy(request);

async function startPolicy({ context, actor, language, form }: Posted): Promise<Outcome> {
  const target = String(form.get("target") ?? "");
  const { item, subject, problem } = await findPolicySubject(context, actor, String(form.get("item") ?? ""));
  if (!isLanguage(target)) throw new AppError("invalid-input", { field: "target" });
  if (!subject) return { redirect: links.translations(language, { item: item.id, problem: problem ?? undefined }) };
  const id = await startTranslation(context, actor, subject, target);
  return { redirect: links.translation(language, id, { done: "started" }) };
}

async function startText(request: Posted): Promise<Outcome> {
  const { context, actor, language, form } = request;
  const [from, to] = String(form.get("direction") ?? "").split("-");
  const source = sourceLanguages.find((one) => one === from);
  const target = source && targetLanguagesOf(source).find((one) => one === to);
  if (!source || !target) throw new AppError("invalid-input", { field: "direction" });
  const title = String(form.get("title") ?? "")
    .replace(/\p{Cc}+/gu, " ")
    .trim();
  const text = String(form.get("text") ?? "")
    .replace(/\r\n?/g, "\n")
    .trim();
  if (title === "" || text === "") return { page: await composeList(request, { title, text }), status: 422 };
  const blocks = text
    .split("\n")
    .map((line) => line.replace(/\p{Cc}+/gu, " ").trim())
    .filter((line) => line !== "")
    .map((line) => ({ is: "paragraph" as const, text: line }));
  const visibility = form.get("visibility") === "public" ? "public" : "members";
  const subject = { kind: "text" as const, id: makeFormKey(), title, language: source, visibility, blocks } as const;
  const id = await startTranslation(context, actor, { ...subject, blocks }, target);
  return { redirect: links.translation(language, id, { done: "started" }) };
}
