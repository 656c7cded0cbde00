import { AppError } from "../../../core/errors.ts";
import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { openPublicPhotograph } from "../photographs.ts";
import { openMemberPhotograph } from "../service.ts";

/** Only published photographs of records that are public at this moment. */
export const sendPublicPhotograph: RawHandler = async ({ context, params }) => {
  const { id, width } = readName(params.file ?? "");
  return { contentType: "image/jpeg", content: await openPublicPhotograph(context, id, width) };
};

/** For whoever may see the record. */
export const sendMemberPhotograph: RawHandler<MemberRequest> = async ({ context, actor, params }) => {
  const { id, width } = readName(params.file ?? "");
  return { contentType: "image/jpeg", content: await openMemberPhotograph(context, actor, id, width) };
};

/** `{id}-{width}.jpg` */
function readName(file: string): { id: string; width: number } {
  const parts = /^([0-9a-f-]{36})-(\d{1,5})\.jpg$/.exec(file);
  if (!parts) throw new AppError("not-found", { kind: "photograph", file });
  return { id: parts[1] ?? "", width: Number(parts[2]) };
}
