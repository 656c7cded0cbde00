import type { WriteTransaction } from "../db/transaction.ts";
import { detectFindings } from "../features/findings/detect.ts";
import { deriveGovernments } from "../features/organisations/derive-governments.ts";
import { sheets } from "../sheets/registry.ts";

/** What is worked out from the published records, in the transaction that changed them. */
export async function deriveRecords(transaction: WriteTransaction): Promise<void> {
  await deriveGovernments(transaction);
  await detectFindings(transaction, sheets);
}
