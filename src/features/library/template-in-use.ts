import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { read } from "../../db/transaction.ts";
import type { Block } from "../../documents/report.ts";
import type { Context } from "../../platform/context.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
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
  const bytes = await openFileStore(context.config)
    .read(template.sha256)
    .catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not-found")
        throw new AppError("unavailable", { reason: "file-damaged", sha256: template.sha256 });
      throw error;
    });
  return { ...template, bytes, outline: await readTemplateOutline(bytes) };
}
