import { AppError } from "../../../core/errors.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import { findMessageKey, type MessageValues, message } from "../../../messages/message.ts";
import { isHash } from "../../../platform/files/file-store.ts";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageHandler, RawHandler } from "../../../web/page.ts";
import { checkTemplateUpload, isSealed, openTrial } from "../check-template-upload.ts";
import { documentFormats, documentMediaTypes } from "../document.ts";
import { dropTemplate, openTemplateFile, useTemplate } from "../templates.ts";
import { describeTemplate } from "./template-page.tsx";

export const showTemplate: PageHandler<MemberRequest> = (request) =>
  describeTemplate(request, readLanguage(request), {});

/** The template in use, to be changed in Word. */
export const downloadTemplate: RawHandler<MemberRequest> = async ({ context, actor, params }) => {
  const of = (params.file ?? "").replace(/\.docx$/, "");
  if (!isLanguage(of)) throw new AppError("not-found", { kind: "template" });
  const { content, fileName } = await openTemplateFile(context, actor, params.kind ?? "", of);
  return { content, fileName, contentType: documentMediaTypes.docx };
};

/** `check` looks at an upload, `sample-…` shows what it makes, `use` takes it, `drop` goes back to Renkei's. */
export const submitTemplate: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const of = readLanguage(request);
  const kind = params.kind ?? "";
  const intent = String(form.get("intent") ?? "");
  if (intent === "drop") {
    await dropTemplate(context, actor, kind, of);
    return { redirect: links.template(language, kind, of, { done: "dropped" }) };
  }
  try {
    if (intent === "check") return await check(request, of);
    const checked = readChecked(request, of);
    if (intent === "use") {
      await useTemplate(context, actor, { kind, language: of, ...checked });
      return { redirect: links.template(language, kind, of, { done: "used" }) };
    }
    const format = documentFormats.find((one) => intent === `sample-${one}`);
    const trial = format ? await openTrial(context, { kind, language: of, sha256: checked.sha256 }) : null;
    if (!format || !trial) throw new AppError("not-found", { kind: "template" });
    const fileName = `${checked.name.replace(/\.docx$/i, "")} ${message(of, "library.template.sampleName")}.${format}`;
    return { file: { content: trial.files[format].bytes, contentType: documentMediaTypes[format], fileName } };
  } catch (error) {
    const failure = explain(language, error);
    if (failure === null) throw error;
    return { page: await describeTemplate(request, of, { failure }), status: 422 };
  }
};

async function check(request: MemberRequest & { form: FormData }, of: Language): Promise<Outcome> {
  const { context, actor, language, params, form } = request;
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0))
    throw new AppError("invalid-input", { reason: "missing" });
  const content = new Uint8Array(await file.arrayBuffer());
  const upload = { kind: params.kind ?? "", language: of, reader: language, name: file.name, content };
  const result = await checkTemplateUpload(context, actor, upload);
  return { page: await describeTemplate(request, of, { check: result }), status: result.checked ? 200 : 422 };
}

/** The file that the form comes back to. Throws `forbidden` for one that this person has not had checked. */
function readChecked({ context, actor, params, form }: MemberRequest & { form: FormData }, of: Language) {
  const sha256 = String(form.get("sha256") ?? "");
  const name = String(form.get("name") ?? "");
  const sealed = { kind: params.kind ?? "", language: of, sha256, name };
  if (!isHash(sha256) || !isSealed(context, actor, sealed, String(form.get("seal") ?? "")))
    throw new AppError("forbidden", { reason: "seal" });
  return { sha256, name };
}

function readLanguage({ params }: MemberRequest): Language {
  const of = params.of ?? "";
  if (!isLanguage(of)) throw new AppError("not-found", { kind: "template" });
  return of;
}

const failures: Record<string, string> = {
  mismatch: "type",
  "active-inside": "active",
  "archive-damaged": "damaged",
  "archive-bomb": "damaged",
  "archive-encrypted": "old-office",
  empty: "damaged",
  name: "type",
};

/** What was wrong with the file, in the reader's language; null for what is no matter of the file. */
function explain(language: Language, error: unknown): string | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === "not-found" && error.details.kind === "file")
    return message(language, "library.template.failed.gone");
  const reason = error.code === "too-large" ? "too-large" : String(error.details.reason ?? "");
  const key = findMessageKey(`library.template.failed.${failures[reason] ?? reason}`);
  if (key === null) return null;
  const values: MessageValues = {};
  for (const [name, value] of Object.entries(error.details))
    if (typeof value === "string" || typeof value === "number") values[name] = value;
  return message(language, key, values);
}
