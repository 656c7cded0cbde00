import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { sheets } from "../../sheets/registry.ts";
import { countSheetRows } from "../../sheets/rows.ts";
import type { Sheet } from "../../sheets/sheet.ts";
import type { Dataset } from "./datasets.ts";

/** Rows of each sheet, by its name. */
export type RowCounts = ReadonlyMap<string, number>;

export function getRowCounts(context: Context): Promise<RowCounts> {
  return context.cache.get("rows of sheets", () =>
    read(context.database, async (transaction) => {
      const counts = new Map<string, number>();
      for (const sheet of sheets) counts.set(sheet.name, await countSheetRows(transaction, sheet));
      return counts;
    }),
  );
}

/** A file that is made when it is asked for stands in memory whole; what is longer is in the archive of the month only. */
const mostFileRows = 50_000;
/** The same of a workbook, whose cells weigh more. */
const mostWorkbookRows = 20_000;

export interface Offers {
  /** sheets that are there as CSV */
  csv: readonly Sheet[];
  /** sheets that have rows and are too long for a file of their own */
  archived: readonly Sheet[];
  json: boolean;
  xlsx: boolean;
}

/** Which files of a dataset can be had singly: none of what is empty or too long. */
export function listOffers({ sheets: members }: Pick<Dataset, "sheets">, counts: RowCounts): Offers {
  const rowsOf = ({ name }: Sheet) => counts.get(name) ?? 0;
  const filled = members.filter((sheet) => rowsOf(sheet) > 0);
  const total = filled.reduce((sum, sheet) => sum + rowsOf(sheet), 0);
  return {
    csv: filled.filter((sheet) => rowsOf(sheet) <= mostFileRows),
    archived: filled.filter((sheet) => rowsOf(sheet) > mostFileRows),
    json: total > 0 && total <= mostFileRows,
    xlsx: total > 0 && total <= mostWorkbookRows,
  };
}
