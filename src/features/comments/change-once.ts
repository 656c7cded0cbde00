import type { WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Who } from "../audit/audit.ts";
import { change, type RecordAudit } from "../audit/change.ts";

/** A change that may find itself done before, as when a form is sent twice: then nothing is kept and nothing is logged. */
export async function changeOnce(
  context: Pick<Context, "database" | "clock">,
  who: Who,
  work: (transaction: WriteTransaction, audit: RecordAudit) => Promise<boolean>,
): Promise<boolean> {
  const isDone = new Error("done before");
  try {
    await change(context, who, async (transaction, audit) => {
      if (!(await work(transaction, audit))) throw isDone;
    });
    return true;
  } catch (error) {
    if (error === isDone) return false;
    throw error;
  }
}
