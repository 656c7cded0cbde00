import { parse } from "csv-parse/sync";
import { foldText } from "../../core/text-folding.ts";
import {
  checkCells,
  cleanCells,
  identify,
  type ParticipantCells,
  type ParticipantField,
  type ParticipantProblem,
  participantCategories,
  participantFields,
} from "./participant.ts";

export interface PastedRow {
  /** line of the pasted table, the first is 1 */
  number: number;
  cells: ParticipantCells;
  problems: ParticipantProblem[];
}

/** What columns and categories are called, in any language. */
export interface PasteWords {
  fields: Record<ParticipantField, readonly string[]>;
  categories: Record<string, readonly string[]>;
}

/**
 * Reads rows copied from a spreadsheet: cells apart by tabs, quoted where they hold line ends. With a heading row the columns
 * may stand in any order; without one they stand in ours. Null for what is no table.
 */
export function readPaste(text: string, words: PasteWords): PastedRow[] | null {
  const table = readTable(text);
  if (!table) return null;
  const headings = readHeadings(table[0] ?? [], words);
  const columns = headings ?? participantFields;
  const seen = new Set<string>();
  return table.flatMap((row, index): PastedRow[] => {
    if ((headings && index === 0) || row.every((cell) => cell.trim() === "")) return [];
    const raw: Partial<Record<string, string>> = {};
    for (const [position, field] of columns.entries()) if (field) raw[field] = row[position] ?? "";
    const cells = cleanCells(raw);
    cells.category = findCategory(cells.category, words);
    const problems = checkCells(cells);
    const surplus = row.slice(columns.length).some((cell) => cell.trim() !== "");
    if (surplus) problems.push({ field: "note", reason: "columns" });
    const key = identify(cells);
    if (seen.has(key)) problems.push({ field: "family_name", reason: "duplicate" });
    seen.add(key);
    return [{ number: index + 1, cells, problems }];
  });
}

function readTable(text: string): string[][] | null {
  try {
    const options = { delimiter: "\t", relax_column_count: true, relax_quotes: true, skip_empty_lines: false } as const;
    return parse(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), options);
  } catch {
    return null;
  }
}

/** Columns by their headings; null where the first row is no heading row. */
function readHeadings(row: readonly string[], words: PasteWords): (ParticipantField | null)[] | null {
  const found = row.map((cell) => {
    const folded = foldText(cell);
    const names = (field: ParticipantField) => [field, ...words.fields[field]].map(foldText);
    return folded === "" ? null : (participantFields.find((field) => names(field).includes(folded)) ?? null);
  });
  return found.filter((field) => field !== null).length >= 2 ? found : null;
}

function findCategory(text: string, words: PasteWords): string {
  const folded = foldText(text);
  if (folded === "") return "";
  const known = participantCategories.find((category) =>
    [category, ...(words.categories[category] ?? [])].map(foldText).includes(folded),
  );
  return known ?? text;
}
