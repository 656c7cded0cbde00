import { AppError } from "../../core/errors.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import type { Sheet } from "../../sheets/sheet.ts";
import { readOrganisations } from "../organisations/store.ts";
import { findProgramme } from "../programme/store.ts";
import { coverageKey, readClaims, readCoverage, readMeasures } from "../statistics/store.ts";
import { checkPeriods, checkPlans, checkStatedDays, checkYears } from "./rules/dates.ts";
import { checkCodes, checkNames } from "./rules/names-and-codes.ts";
import { checkOverlaps } from "./rules/overlaps.ts";
import { checkOwnRows, checkParts } from "./rules/totals.ts";
import { replaceFindings } from "./store.ts";

/** Runs every check over the records and keeps what it finds, in the transaction that changed the records. */
export async function detectFindings(transaction: WriteTransaction, sheets: readonly Sheet[]): Promise<void> {
  const programme = await findProgramme(transaction);
  if (!programme) throw new AppError("unavailable", { reason: "no-programme" });
  const organisations = await readOrganisations(transaction);
  const claims = await readClaims(transaction);
  const measures = new Map((await readMeasures(transaction)).map((measure) => [measure.id, measure]));
  const coverage = await readCoverage(transaction);
  const findings = [
    ...(await checkStatedDays(transaction)),
    ...(await checkYears(transaction, programme.calendar)),
    ...(await checkPeriods(transaction, sheets)),
    ...(await checkOverlaps(transaction)),
    ...checkParts(claims),
    ...(await checkOwnRows(transaction, claims, measures, (measure, year) => coverage.get(coverageKey(measure, year)))),
    ...checkCodes(organisations),
    ...(await checkNames(transaction, organisations)),
    ...(await checkPlans(transaction)),
  ];
  await replaceFindings(transaction, findings);
}
