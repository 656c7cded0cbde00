import { AppError } from "../../../core/errors.ts";
import { readNamedFile } from "../../../platform/files/name-file.ts";
import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { getItem } from "../service.ts";

/** A file that a page offered, for saving: never shown as a page of this site. */
export const sendItemAttachment: RawHandler<MemberRequest> = async ({ context, actor, params }) => {
  const item = await getItem(context, actor, params.id ?? "");
  const attachment = /^\d{1,4}$/.test(params.position ?? "") ? item.attachments[Number(params.position)] : undefined;
  if (!attachment || attachment.sha256 === null) throw new AppError("not-found", { kind: "attachment" });
  const content = await readNamedFile(context.config, attachment.sha256);
  return { content, contentType: "application/octet-stream", fileName: attachment.name };
};
