import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { hashContent } from "../../platform/files/file-store.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { note } from "../audit/change.ts";
import { correctField, decideItem } from "./decide.ts";
import type { ItemFieldName } from "./item.ts";
import { receiveFile } from "./receive.ts";
import { findItemOfUrl } from "./store.ts";
import type { PageProblem } from "./understand/model.ts";

export interface EnteredItem {
  url: string | null;
  /** what the person states; it stands before what is read */
  fields: { name: ItemFieldName; value: string | string[] }[];
  file: { name: string; content: Uint8Array };
  isUploaded: boolean;
}

export type Entered = { item: string } | { alreadyThere: string } | { problems: PageProblem[] };

/** A document that somebody brings: read like a fetched one, kept at once. Throws `forbidden`, `invalid-input`. */
export async function enterItem(
  context: Context,
  actor: Actor,
  { url, fields, file, isUploaded }: EnteredItem,
): Promise<Entered> {
  requirePermission(actor, "policies.edit");
  const present = url === null ? null : await read(context.database, (transaction) => findItemOfUrl(transaction, url));
  if (present) return { alreadyThere: present.id };
  const sha256 = isUploaded ? hashContent(file.content) : null;
  const { item, problems } = await receiveFile(context, { ...file, sha256 }, { origin: "manual", source: null, url });
  if (item === null) return { problems };
  for (const { name, value } of fields)
    await correctField(context, actor, item, { field: name, value, rememberLabel: null });
  await decideItem(context, actor, item, { state: "kept" });
  await note(context, actor, {
    action: "policy.entered",
    subject: `policy/${item}`,
    details: { uploaded: isUploaded, bytes: file.content.length },
  });
  return { item };
}
