import { render } from "../../documents/render.ts";
import type { Context } from "../../platform/context.ts";
import { hashContent, openFileStore } from "../../platform/files/file-store.ts";
import type { DocumentContent, DocumentFormat } from "./document.ts";

export interface DocumentFile {
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
}

export interface DocumentFiles {
  files: Record<DocumentFormat, DocumentFile>;
  pages: number;
}

/**
 * Writes both files of a document from its content alone: images and template come by their hashes out of the file store. Throws
 * a RenderError; AppError("unavailable", {reason: "file-damaged"}) and AppError("not-found") where an image or the template is lost.
 */
export async function renderDocument(
  context: Pick<Context, "config">,
  content: DocumentContent,
  template: string | null,
): Promise<DocumentFiles> {
  const store = openFileStore(context.config);
  const images = new Map<string, Uint8Array>();
  for (const sha256 of content.images) images.set(sha256, await store.read(sha256));
  const job = {
    is: "report",
    report: content.report,
    outline: content.outline,
    template: template === null ? null : await store.read(template),
    images,
  } as const;
  const docx = await render({ ...job, format: "docx" });
  const pdf = await render({ ...job, format: "pdf" });
  return { files: { docx: describeFile(docx.bytes), pdf: describeFile(pdf.bytes) }, pages: pdf.pages };
}

function describeFile(bytes: Uint8Array<ArrayBuffer>): DocumentFile {
  return { bytes, sha256: hashContent(bytes) };
}
