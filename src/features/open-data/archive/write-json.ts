import type { ReadTransaction } from "../../../db/transaction.ts";
import type { CellValue } from "../../../sheets/parse-cell.ts";
import { readSheetRows } from "../../../sheets/rows.ts";
import type { Sheet } from "../../../sheets/sheet.ts";
import type { Dataset } from "../datasets.ts";

export interface JsonHeading {
  programme: string;
  asOf: string;
}

export const licenceUrl = "https://creativecommons.org/licenses/by/4.0/";

/**
 * A dataset as one JSON object, piece by piece: its sheets by their names, with one object a row. A cell without a value is
 * left out; lists are lists, flags are true or false, numbers are numbers.
 */
export async function* writeDatasetJson(
  transaction: ReadTransaction,
  { id, sheets }: Dataset,
  { programme, asOf }: JsonHeading,
): AsyncGenerator<string> {
  const heading = { programme, dataset: id, asOf, licence: licenceUrl };
  yield `${JSON.stringify(heading, null, 2).slice(0, -2)},\n  "tables": {`;
  for (const [index, sheet] of sheets.entries()) {
    yield `${index === 0 ? "" : ","}\n    ${JSON.stringify(sheet.name)}: [`;
    let first = true;
    for await (const rows of readSheetRows(transaction, sheet)) {
      const objects = rows.map((row) => JSON.stringify(toObject(sheet, row)));
      yield `${first ? "" : ","}\n      ${objects.join(",\n      ")}`;
      first = false;
    }
    yield first ? "]" : "\n    ]";
  }
  yield "\n  }\n}\n";
}

function toObject({ columns }: Sheet, row: Record<string, CellValue>): Record<string, CellValue> {
  const present = columns.filter(({ name }) => {
    const value = row[name] ?? null;
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(present.map(({ name }) => [name, row[name] ?? null]));
}
