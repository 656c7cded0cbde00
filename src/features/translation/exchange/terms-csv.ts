import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { type Language, languages } from "../../../core/language.ts";
import { localizedFromRow } from "../../../core/localized.ts";
import { neutraliseFormula } from "../../../core/neutralise-formula.ts";
import type { Row } from "../../../sheets/parse-cell.ts";
import type { Problem } from "../../../sheets/problem.ts";
import { readSheetFile } from "../../../sheets/read-file.ts";
import { column, defineSheet } from "../../../sheets/sheet.ts";
import { printCell } from "../../../sheets/write-programme.ts";
import { identifyFile } from "../../policies/understand/files/identify-file.ts";
import { termDomains, termSheet } from "../sheets.ts";
import { guessNoteLanguage, type Term } from "../terms.ts";
import { type FileProblem, FileRefusal } from "./file-problem.ts";
import type { ReadTerm } from "./tbx.ts";

/** The same columns as `terms.csv` of a programme, so that one can become the other. */
export function writeTermsCsv(terms: readonly Term[]): string {
  const rows = terms.map(toRow).map((row) => termSheet.columns.map((one) => printCell(one, row[one.name] ?? null)));
  const lines = [termSheet.columns.map(({ name }) => name), ...rows].map((row) => row.map(neutraliseFormula));
  return `\uFEFF${stringify(lines, { record_delimiter: "windows", quoted_match: /[\r\n]/ })}`;
}

function toRow({ id, domain, words, variants, forbidden, note }: Term): Row {
  const lists = (name: string, values: Record<Language, readonly string[]>) =>
    languages.map((language) => [`${name}_${language}`, [...values[language]]] as const);
  return {
    ...{ id, domain },
    ...Object.fromEntries(languages.map((language) => [`term_${language}`, words[language]])),
    ...Object.fromEntries(languages.map((language) => [`note_${language}`, note[language] ?? null])),
    ...Object.fromEntries([...lists("variants", variants), ...lists("forbidden", forbidden)]),
  };
}

/** Checked as a programme's own sheet is. Throws FileRefusal where it is no text at all. */
export async function readTermsCsv(
  bytes: Uint8Array,
  name = "terms.csv",
): Promise<{ terms: ReadTerm[]; problems: FileProblem[] }> {
  if (bytes.length === 0) throw new FileRefusal("translationFile.empty");
  if (!isText(bytes)) throw new FileRefusal("translationFile.notTerms");
  // The reader of sheets reads files.
  const folder = await mkdtemp(join(tmpdir(), "renkei-terms-"));
  try {
    const path = join(folder, "terms.csv");
    await writeFile(path, bytes, { mode: 0o600 });
    const isOlder = hasOneNote(bytes);
    const { rows, problems } = await readSheetFile(path, isOlder ? olderSheet : termSheet);
    return {
      terms: rows.map(({ line, row }) => ({ line, term: fromRow(row), oneNote: isOlder })),
      problems: joinMissing(problems).map((sheet) => ({ sheet: { ...sheet, file: name } })),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** As files were written when a term had one note, of whichever language. */
const olderSheet = defineSheet({
  ...termSheet,
  columns: [
    ...termSheet.columns.filter(({ name }) => !name.startsWith("note_")),
    column("note", { type: "text" }, "what a translator should know", { optional: true }),
  ],
});

function hasOneNote(bytes: Uint8Array): boolean {
  const [head = ""] = new TextDecoder().decode(bytes.subarray(0, 8_192)).split(/[\r\n]/);
  const names = head.split(",").map((name) => name.replace(/^"(.*)"$/, "$1"));
  return names.includes("note") && !names.some((name) => name.startsWith("note_"));
}

/** A PDF or a workbook has no encoding to be saved again in. UTF-16 has, and is told by its byte order mark. */
function isText(bytes: Uint8Array): boolean {
  if (!["text", "markdown", "html"].includes(identifyFile("", bytes))) return false;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 || !bytes.subarray(0, 8_192).includes(0);
}

/** A file of another kind lacks every column: one line names them all. */
function joinMissing(problems: readonly Problem[]): Problem[] {
  const missing = problems.filter(({ reason }) => reason === "missing-column");
  const [first] = missing;
  if (!first) return [...problems];
  const column = missing.flatMap((problem) => problem.column ?? []).join(", ");
  return [{ ...first, column }, ...problems.filter(({ reason }) => reason !== "missing-column")];
}

function fromRow(row: Row): ReadTerm["term"] {
  const text = (name: string) => {
    const value = row[name];
    return typeof value === "string" ? value : "";
  };
  const list = (name: string) => {
    const value = row[name];
    return Array.isArray(value) ? value.map(String).filter((word) => word !== "") : [];
  };
  const each = <Value>(name: string, read: (column: string) => Value): Record<Language, Value> => ({
    ja: read(`${name}_ja`),
    zh: read(`${name}_zh`),
    en: read(`${name}_en`),
  });
  return {
    id: text("id"),
    domain: termDomains.find((domain) => domain === row.domain) ?? null,
    words: each("term", text),
    variants: each("variants", list),
    forbidden: each("forbidden", list),
    note: text("note") === "" ? localizedFromRow(row, "note") : { [guessNoteLanguage(text("note"))]: text("note") },
  };
}
