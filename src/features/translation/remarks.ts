import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { readRemarks } from "./store-remarks.ts";

export const longestRemark = 4_000;

/** What a reviewer said on giving a translation back. */
export interface Remark {
  author: string;
  text: string;
  at: Date;
}

/** Newest first. */
export function listRemarks(context: Context, actor: Actor, translation: string): Promise<Remark[]> {
  requirePermission(actor, "members.read");
  return read(context.database, (transaction) => readRemarks(transaction, translation));
}
