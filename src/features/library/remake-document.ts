import { AppError } from "../../core/errors.ts";
import { RenderError } from "../../documents/render.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { type DocumentFormat, documentFormats, type LibraryDocument, orderKeys } from "./document.ts";
import { renderDocument } from "./render-document.ts";
import { getDocument } from "./service.ts";
import { describeWriter } from "./writer.ts";

export interface Remaking {
  document: LibraryDocument;
  /** `lost`: an image or the template is not there any more; `failed`: the writer refuses it now */
  state: "same" | "different" | "lost" | "failed";
  files: { format: DocumentFormat; kept: string; remade: string | null }[];
  /** which program wrote it, and which one wrote it again */
  writer: { kept: string; now: string };
}

/**
 * Writes a document again from what was kept of it, and compares the SHA-256 of both files. `actor` null sees public documents
 * only. Throws `not-found` as getDocument does.
 */
export async function remakeDocument(context: Context, actor: Actor | null, id: string): Promise<Remaking> {
  return remakeKept(context, await getDocument(context, actor, id));
}

/** The same for a document that the caller may read. */
export async function remakeKept(context: Context, document: LibraryDocument): Promise<Remaking> {
  const writer = { kept: document.writer, now: await describeWriter() };
  const compare = (remade: Record<DocumentFormat, { sha256: string }> | null) =>
    documentFormats.map((format) => ({
      format,
      kept: document.files[format].sha256,
      remade: remade?.[format].sha256 ?? null,
    }));
  try {
    const { files } = await renderDocument(context, orderKeys(document.content), document.template);
    const compared = compare(files);
    const state = compared.every(({ kept, remade }) => kept === remade) ? "same" : "different";
    return { document, state, files: compared, writer };
  } catch (error) {
    if (error instanceof RenderError) return { document, state: "failed", files: compare(null), writer };
    const isLost = error instanceof AppError && (error.code === "not-found" || error.details.reason === "file-damaged");
    if (!isLost) throw error;
    return { document, state: "lost", files: compare(null), writer };
  }
}
