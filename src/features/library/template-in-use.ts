import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Block } from "../../documents/report.ts";
import type { Context } from "../../platform/context.ts";
import { readNamedFile } from "../../platform/files/name-file.ts";
import type { ReportKind } from "../reports/report-kind.ts";
import { findTemplateInUse, type OwnTemplate } from "./store-templates.ts";
import { readTemplateOutline } from "./template-file.ts";

export interface TemplateInUse extends OwnTemplate {
  bytes: Uint8Array<ArrayBuffer>;
  /** what the PDF is set from, so that it has the same text and order as the DOCX */
  outline: Block[];
}

/** The institute's own template; null where the one that Renkei brings is in use. Throws `unavailable` {reason: "file-damaged"}. */
export async function openTemplateInUse(
  context: Context,
  kind: ReportKind,
  language: Language,
): Promise<TemplateInUse | null> {
  const template = await read(context.database, (transaction) => findTemplateInUse(transaction, kind.id, language));
  if (!template) return null;
  const bytes = await readNamedFile(context.config, template.sha256);
  return { ...template, bytes, outline: await readTemplateOutline(bytes) };
}
