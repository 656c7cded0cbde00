import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import { checkForeignKeys } from "../../db/check-foreign-keys.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { findBrokenRules } from "../../records/check-files.ts";
import type { Problem } from "../../sheets/problem.ts";
import { readProgrammeFiles } from "../../sheets/read-programme.ts";
import { emptySheets, insertSheetRows } from "../../sheets/rows.ts";
import type { Sheet } from "../../sheets/sheet.ts";
import { raiseRevision } from "./revision.ts";
import { findProgramme } from "./store.ts";

export interface LoadOptions {
  directory: string;
  sheets: readonly Sheet[];
  /** take the place of the programme that the database holds */
  replace: boolean;
  /** check only */
  dryRun: boolean;
  /** what other features work out from fresh records, in the same transaction */
  derive: (transaction: WriteTransaction) => Promise<void>;
  onProgress?: (step: { phase: "read" | "write" | "derive"; name: string; rows?: number }) => void;
}

export interface LoadResult {
  problems: Problem[];
  /** rows by sheet */
  counts: Record<string, number>;
  loaded: boolean;
}

/**
 * Loads a folder of CSV files as the programme of this database: all of it in one transaction, or nothing.
 * Throws `conflict` where the database holds a programme and `replace` was not asked for.
 */
export async function loadProgramme(context: Context, options: LoadOptions): Promise<LoadResult> {
  const { directory, sheets, onProgress = () => {} } = options;
  const files = await readProgrammeFiles(directory, sheets, (name) => onProgress({ phase: "read", name }));
  const counts = Object.fromEntries([...files.rows].map(([name, rows]) => [name, rows.length]));
  const problems = files.problems.length > 0 ? files.problems : findBrokenRules(files.rows);
  if (problems.length > 0 || options.dryRun) return { problems, counts, loaded: false };
  await write(context.database, async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('renkei load'))`.execute(transaction);
    const present = await findProgramme(transaction);
    if (present && !options.replace)
      throw new AppError("conflict", { reason: "programme-present", programme: present.id });
    await emptySheets(transaction, sheets);
    for (const sheet of sheets) {
      const rows = files.rows.get(sheet.name) ?? [];
      onProgress({ phase: "write", name: sheet.name, rows: rows.length });
      await insertSheetRows(transaction, sheet, rows);
      // A row is not needed again: a large programme must not stand in memory twice.
      files.rows.delete(sheet.name);
    }
    await checkForeignKeys(transaction);
    // The checks ask about rows that no statistics speak of yet.
    await sql`ANALYZE`.execute(transaction);
    onProgress({ phase: "derive", name: "findings" });
    await options.derive(transaction);
    await raiseRevision(transaction);
  });
  await sql`ANALYZE`.execute(context.database.db);
  return { problems: [], counts, loaded: true };
}
