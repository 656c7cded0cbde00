import { readXlsx } from "../../../../spreadsheets/read-xlsx.ts";
import { SpreadsheetRefusal } from "../../../../spreadsheets/refusal.ts";
import { limits } from "../limits.ts";
import { asRefusal } from "./as-refusal.ts";

/** The texts of a workbook, sheet by sheet, cells parted by tabs. */
export async function readSheets(content: Uint8Array): Promise<string> {
  try {
    const { grids } = await readXlsx(content, () => {});
    const parts = grids
      .filter(({ hidden, rows }) => !hidden && rows.length > 0)
      .map(({ name, rows }) => [name, ...rows.map(({ cells }) => cells.join("\t").trimEnd())].join("\n"));
    return parts.join("\n\n").slice(0, limits.characters);
  } catch (error) {
    throw error instanceof SpreadsheetRefusal ? asRefusal(error) : error;
  }
}
