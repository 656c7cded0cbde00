import { AppError } from "../../core/errors.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Framework, GlossaryEntry, SheetCount } from "./framework.ts";
import { countRecords, readFramework, readGlossary } from "./framework-store.ts";
import type { Programme } from "./programme.ts";
import { findProgramme } from "./store.ts";

/** Null where no programme is loaded. */
export { findProgramme };

/** The programme of this database; throws `unavailable` where none is loaded. */
export function getProgramme(context: Context): Promise<Programme> {
  return context.cache.get("programme", () => read(context.database, readProgramme));
}

/** The programme as the transaction sees it, for work on records that are not committed yet. */
export async function readProgramme(transaction: ReadTransaction): Promise<Programme> {
  const programme = await findProgramme(transaction);
  if (!programme) throw new AppError("unavailable", { reason: "no-programme" });
  return programme;
}

export function getFramework(context: Context): Promise<Framework> {
  return context.cache.get("framework", () => read(context.database, readFramework));
}

export function getGlossary(context: Context): Promise<GlossaryEntry[]> {
  return context.cache.get("glossary", () => read(context.database, readGlossary));
}

export function getRecordCounts(context: Context): Promise<SheetCount[]> {
  return context.cache.get("record counts", () => read(context.database, countRecords));
}
