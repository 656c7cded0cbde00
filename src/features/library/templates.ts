import { AppError } from "../../core/errors.ts";
import { type Language, languages } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import { render } from "../../documents/render.ts";
import type { Context } from "../../platform/context.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { nameFile } from "../../platform/files/name-file.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { changeOnce } from "../comments/change-once.ts";
import { reportKind, reportKinds } from "../reports/kinds/registry.ts";
import type { ReportKind, ReportKindId } from "../reports/report-kind.ts";
import { officeOf } from "./access.ts";
import { documentMediaTypes } from "./document.ts";
import {
  endTemplate,
  findTemplateInUse,
  insertTemplate,
  type OwnTemplate,
  readTemplatesInUse,
} from "./store-templates.ts";
import { openTemplateInUse } from "./template-in-use.ts";

export interface TemplateRow {
  kind: ReportKindId;
  /** one for each language in which the kind is made; `own` null: the one that Renkei brings */
  languages: { language: Language; own: OwnTemplate | null }[];
}

/** What every kind of document is made with. */
export async function listTemplates(context: Context, actor: Actor): Promise<TemplateRow[]> {
  requirePermission(actor, "templates.manage");
  const own = await read(context.database, readTemplatesInUse);
  return reportKinds.map((kind) => ({
    kind: kind.id,
    languages: languages
      .filter((language) => kind.languages.includes(language))
      .map((language) => ({
        language,
        own: own.find((template) => template.kind === kind.id && template.language === language) ?? null,
      })),
  }));
}

export interface TemplateState {
  kind: ReportKind;
  own: OwnTemplate | null;
}

/** Throws `not-found` for an unknown kind, or a language in which it is not made. */
export async function getTemplate(
  context: Context,
  actor: Actor,
  id: string,
  language: Language,
): Promise<TemplateState> {
  requirePermission(actor, "templates.manage");
  const kind = requireTemplate(id, language);
  const own = await read(context.database, (transaction) => findTemplateInUse(transaction, kind.id, language));
  return { kind, own };
}

/** The template in use as a file to be changed in Word. */
export async function openTemplateFile(
  context: Context,
  actor: Actor,
  id: string,
  language: Language,
): Promise<{ content: Uint8Array<ArrayBuffer>; fileName: string }> {
  requirePermission(actor, "templates.manage");
  const kind = requireTemplate(id, language);
  const own = await openTemplateInUse(context, kind, language);
  if (own) return { content: own.bytes, fileName: own.name };
  const fileName = `renkei-${kind.id}-${language}.docx`;
  const { bytes } = await render({ is: "template", language, title: kind.id, outline: kind.outline(language) });
  return { content: bytes, fileName };
}

/**
 * Puts a file that was checked into use, in place of the one before. Throws `not-found` where the store has lost it since; whoever
 * calls has made sure that it was checked for this kind and language.
 */
export async function useTemplate(
  context: Context,
  actor: Actor,
  { kind: id, language, sha256, name }: Pick<OwnTemplate, "kind" | "language" | "sha256" | "name">,
): Promise<void> {
  requirePermission(actor, "templates.manage");
  const kind = requireTemplate(id, language).id;
  const organisation = officeOf(actor, "templates.manage");
  if (organisation === null) throw new AppError("forbidden", { permission: "templates.manage" });
  const store = openFileStore(context.config);
  const content = await store.read(sha256);
  await changeOnce(context, actor, async (transaction, audit) => {
    const now = context.clock.now();
    const present = await findTemplateInUse(transaction, kind, language);
    // The same button pressed twice.
    if (present?.sha256 === sha256 && present.name === name) return false;
    await nameFile(
      transaction,
      store,
      { sha256, size: content.length, mediaType: documentMediaTypes.docx, content },
      now,
    );
    await endTemplate(transaction, { kind, language }, { by: actor.userId, at: now });
    const added = { kind, language, sha256, name, organisation, addedBy: actor.userId, addedAt: now };
    const template = await insertTemplate(transaction, added);
    audit({
      action: "template.used",
      subject: `template/${kind}/${language}`,
      organisation,
      details: { template, sha256 },
    });
    return true;
  });
}

/** Back to the one that Renkei brings. Nothing happens where that is in use. */
export async function dropTemplate(context: Context, actor: Actor, id: string, language: Language): Promise<void> {
  requirePermission(actor, "templates.manage");
  const kind = requireTemplate(id, language).id;
  const organisation = officeOf(actor, "templates.manage");
  await change(context, actor, async (transaction, audit) => {
    const ended = await endTemplate(transaction, { kind, language }, { by: actor.userId, at: context.clock.now() });
    if (!ended) return;
    audit({
      action: "template.dropped",
      subject: `template/${kind}/${language}`,
      ...(organisation !== null && { organisation }),
    });
  });
}

function requireTemplate(id: string, language: Language): ReportKind {
  const kind = reportKind(id);
  if (!kind.languages.includes(language)) throw new AppError("not-found", { kind: "template", id, language });
  return kind;
}
