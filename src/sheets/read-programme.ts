import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Problem, shortenValue } from "./problem.ts";
import { readSheetFile, type SheetRow } from "./read-file.ts";
import type { Sheet } from "./sheet.ts";

export interface ProgrammeFiles {
  rows: Map<string, SheetRow[]>;
  problems: Problem[];
}

/**
 * Reads every file of a programme's folder and checks each against its sheet and all of them against each other.
 * Reports every problem of every file at once. A missing file is an empty sheet, except `programme.csv`.
 */
export async function readProgrammeFiles(
  directory: string,
  sheets: readonly Sheet[],
  onProgress: (file: string) => void = () => {},
): Promise<ProgrammeFiles> {
  const rows = new Map<string, SheetRow[]>();
  const problems: Problem[] = [...(await findUnknownFiles(directory, sheets))];
  for (const sheet of sheets) {
    onProgress(`${sheet.name}.csv`);
    const path = join(directory, `${sheet.name}.csv`);
    if (!(await exists(path))) {
      rows.set(sheet.name, []);
      if (sheet.name === "programme") problems.push(fileProblem("programme.csv", "missing-file"));
      continue;
    }
    const content = await readSheetFile(path, sheet);
    rows.set(sheet.name, content.rows);
    problems.push(...content.problems);
    if (sheet.name === "programme" && content.problems.length === 0 && content.rows.length !== 1)
      problems.push(fileProblem("programme.csv", "one-row"));
  }
  for (const sheet of sheets) problems.push(...findDuplicateKeys(sheet, rows.get(sheet.name) ?? []));
  const unreadable = new Set(
    problems.filter((problem) => problem.line === null || problem.line === 1).map((p) => p.file),
  );
  for (const sheet of sheets) problems.push(...findUnknownReferences(sheet, rows, unreadable));
  problems.push(...findCircles("organisations", "parent", rows.get("organisations") ?? []));
  problems.push(...findCircles("concerns", "continues", rows.get("concerns") ?? []));
  return { rows, problems };
}

async function findUnknownFiles(directory: string, sheets: readonly Sheet[]): Promise<Problem[]> {
  const known = new Set(sheets.map((sheet) => `${sheet.name}.csv`));
  const names = await readdir(directory);
  return names
    .filter((name) => name.toLowerCase().endsWith(".csv") && !known.has(name))
    .map((name) => ({ ...fileProblem(name, "unknown-file"), expected: [...known].join(", ") }));
}

function findDuplicateKeys(sheet: Sheet, rows: SheetRow[]): Problem[] {
  const seen = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { line, row } of rows) {
    const key = sheet.key.map((name) => String(row[name] ?? "")).join(", ");
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else
      problems.push({
        file: `${sheet.name}.csv`,
        line,
        column: sheet.key.join(", "),
        value: shortenValue(key),
        reason: "duplicate-key",
        expected: String(first),
      });
  }
  return problems;
}

/** A reference into a file that could not be read at all would only repeat that file's own problem. */
function findUnknownReferences(sheet: Sheet, all: Map<string, SheetRow[]>, unreadable: Set<string>): Problem[] {
  const problems: Problem[] = [];
  for (const { name, value } of sheet.columns) {
    if ((value.type !== "reference" && value.type !== "references") || unreadable.has(`${value.sheet}.csv`)) continue;
    const known = new Set((all.get(value.sheet) ?? []).map(({ row }) => row.id));
    for (const { line, row } of all.get(sheet.name) ?? []) {
      const cell = row[name];
      const ids = Array.isArray(cell) ? cell : cell === null || cell === undefined ? [] : [cell];
      for (const id of ids) {
        if (known.has(id as string)) continue;
        problems.push({
          file: `${sheet.name}.csv`,
          line,
          column: name,
          value: shortenValue(String(id)),
          reason: "unknown-reference",
          expected: `${value.sheet}.csv`,
        });
      }
    }
  }
  return problems;
}

/** Rows from which a reference within the sheet leads back to the row itself. */
function findCircles(sheet: string, column: string, rows: SheetRow[]): Problem[] {
  const parents = new Map(rows.map(({ row }) => [row.id, row[column]]));
  return rows.flatMap(({ line, row }) => {
    const seen = new Set([row.id]);
    for (let parent = row[column]; parent; parent = parents.get(parent) ?? null) {
      if (parent === row.id)
        return [
          {
            file: `${sheet}.csv`,
            line,
            column,
            value: String(row[column]),
            reason: "circular" as const,
            expected: null,
          },
        ];
      if (seen.has(parent)) break;
      seen.add(parent);
    }
    return [];
  });
}

function fileProblem(file: string, reason: Problem["reason"]): Problem {
  return { file, line: null, column: null, value: null, reason, expected: null };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
