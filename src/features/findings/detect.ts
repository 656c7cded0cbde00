import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import type { Sheet } from "../../sheets/sheet.ts";
import { readDirectory } from "../organisations/directory.ts";
import { readProgramme } from "../programme/service.ts";
import { readCatalogue } from "../statistics/catalogue.ts";
import { type DetectedFinding, findingSeverities } from "./finding.ts";
import { checkPeriods, checkPlans, checkStatedDays, checkYears } from "./rules/dates.ts";
import { checkCodes, checkNames } from "./rules/names-and-codes.ts";
import { checkOverlaps } from "./rules/overlaps.ts";
import { checkOwnRows, checkParts } from "./rules/totals.ts";
import { replaceFindings } from "./store.ts";

/** Runs every check over the records and keeps what it finds, in the transaction that changed the records. */
export async function detectFindings(transaction: WriteTransaction, sheets: readonly Sheet[]): Promise<void> {
  await replaceFindings(transaction, await findDisagreements(transaction, sheets));
}

/** What the checks find in the records as the transaction sees them; what needs somebody's eye comes first. */
export async function findDisagreements(
  transaction: ReadTransaction,
  sheets: readonly Sheet[],
): Promise<DetectedFinding[]> {
  const { calendar } = await readProgramme(transaction);
  const { all: organisations } = await readDirectory(transaction);
  const catalogue = await readCatalogue(transaction);
  const findings = [
    ...(await checkStatedDays(transaction)),
    ...(await checkYears(transaction, calendar)),
    ...(await checkPeriods(transaction, sheets)),
    ...(await checkOverlaps(transaction)),
    ...checkParts(catalogue.claims),
    ...(await checkOwnRows(transaction, catalogue)),
    ...checkCodes(organisations),
    ...(await checkNames(transaction, organisations)),
    ...(await checkPlans(transaction)),
  ];
  // Within a severity the order of the checks stays.
  const rank = (finding: DetectedFinding) => findingSeverities.indexOf(finding.severity);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}
