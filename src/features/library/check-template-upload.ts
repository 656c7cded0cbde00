import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { RenderError } from "../../documents/render.ts";
import type { Context } from "../../platform/context.ts";
import { defaultFileSettings } from "../../platform/files/file-settings.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { findSecret } from "../../platform/secret.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { checkUpload } from "../attachments/check-upload.ts";
import { reportKind } from "../reports/kinds/registry.ts";
import { documentMediaTypes } from "./document.ts";
import type { DocumentFiles } from "./render-document.ts";
import { inspectTemplate, readTemplateOutline, type TemplateFinding } from "./template-file.ts";
import { makeTrial } from "./trial.ts";

/** A file that passed: what the form needs to come back to it without a second upload. */
export interface CheckedTemplate {
  sha256: string;
  name: string;
  /** by which the server knows that it checked this file for this person, kind and language */
  seal: string;
}

export interface TemplateCheck {
  name: string;
  /** empty where it may be used */
  errors: TemplateFinding[];
  remarks: TemplateFinding[];
  /** why no sample could be written although nothing is wrong with the placeholders */
  trial: { state: "made"; pages: number } | { state: "none" } | { state: "failed"; places: readonly string[] };
  checked: CheckedTemplate | null;
}

interface TemplateUpload {
  kind: string;
  /** of the documents that are made with it */
  language: Language;
  /** in which findings are told */
  reader: Language;
  name: string;
  content: Uint8Array;
}

/**
 * Looks at an uploaded template and makes a sample with it. Nothing is kept of a bad one; the file of a good one waits in the
 * store for an hour, unnamed, for its sender to put it into use. Throws what checkUpload throws; `invalid-input` {reason: "type"}.
 */
export async function checkTemplateUpload(
  context: Context,
  actor: Actor,
  { kind: id, language, reader, name: rawName, content }: TemplateUpload,
): Promise<TemplateCheck> {
  requirePermission(actor, "templates.manage");
  const kind = reportKind(id);
  const { largestUploadBytes } = context.config.files ?? defaultFileSettings;
  const { name, mediaType } = await checkUpload(rawName, content, largestUploadBytes);
  if (mediaType !== documentMediaTypes.docx) throw new AppError("invalid-input", { reason: "type", name });
  const { outline, findings } = await inspectTemplate(content, kind.placeholders, reader);
  const errors = findings.filter(({ severity }) => severity === "error");
  const remarks = findings.filter(({ severity }) => severity === "remark");
  if (errors.length > 0) return { name, errors, remarks, trial: { state: "none" }, checked: null };
  const store = openFileStore(context.config);
  const { sha256 } = await store.put(content);
  try {
    const made = await makeTrial(context, kind, language, { outline, sha256 });
    const trial = made ? ({ state: "made", pages: made.pages } as const) : ({ state: "none" } as const);
    const checked = { sha256, name, seal: sealTemplate(context, actor, { kind: kind.id, language, sha256, name }) };
    return { name, errors, remarks, trial, checked };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return { name, errors, remarks, trial: { state: "failed", places: error.places }, checked: null };
  }
}

/** The sample again, as files. Throws `not-found` where the checked file is gone. */
export async function openTrial(
  context: Context,
  { kind: id, language, sha256 }: { kind: string; language: Language; sha256: string },
): Promise<DocumentFiles | null> {
  const kind = reportKind(id);
  const content = await openFileStore(context.config).read(sha256);
  const outline = await readTemplateOutline(content);
  return makeTrial(context, kind, language, { outline, sha256 });
}

interface Sealed {
  kind: string;
  language: Language;
  sha256: string;
  name: string;
}

function sealTemplate({ config }: Context, { userId }: Actor, { kind, language, sha256, name }: Sealed): string {
  const text = JSON.stringify(["template", userId, kind, language, sha256, name]);
  return createHmac("sha256", findSecret(config)).update(text).digest("base64url");
}

/** Whether this person had this file checked for this kind and language: no other stored file can be had by naming its hash. */
export function isSealed(context: Context, actor: Actor, sealed: Sealed, seal: string): boolean {
  const expected = Buffer.from(sealTemplate(context, actor, sealed));
  const given = Buffer.from(seal);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
