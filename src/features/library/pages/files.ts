import { AppError } from "../../../core/errors.ts";
import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { type DocumentFormat, documentFormats } from "../document.ts";
import { openDocumentFile } from "../service.ts";

/** A public document for everyone. */
export const downloadLibraryFile: RawHandler = ({ context, params }) => {
  const { id, format } = splitName(params.file ?? "");
  return openDocumentFile(context, null, id, format);
};

export const downloadMemberDocument: RawHandler<MemberRequest> = ({ context, actor, params }) => {
  const { id, format } = splitName(params.file ?? "");
  return openDocumentFile(context, actor, id, format);
};

function splitName(file: string): { id: string; format: DocumentFormat } {
  const format = documentFormats.find((one) => file.endsWith(`.${one}`));
  if (!format) throw new AppError("not-found", { kind: "library-document", id: file });
  return { id: file.slice(0, -format.length - 1), format };
}
