import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { type CellContext, listSeparator, printCellText, readCellText, splitList } from "../../records/cell-codec.ts";
import { cellProblem } from "../../records/cell-problem.ts";
import type { Cells, RecordKind } from "../../records/kind.ts";
import { choicesOf, printChoice, readChoice } from "../../sheets/choice-cell.ts";
import type { Column, Sheet } from "../../sheets/sheet.ts";
import { printPeople, readPeople } from "./people-cells.ts";
import type { SheetProblem } from "./sheet-problem.ts";

/** One column of the flat sheet that tells some rows of a part in a single cell. */
export interface PartColumn {
  id: string;
  label(language: Language): string;
  /** whether this column tells the row */
  tells(row: Cells): boolean;
  print(rows: readonly Cells[], context: CellContext): string;
  read(text: string, context: CellContext): { rows: Cells[]; problem: SheetProblem | null };
}

/** A part whose rows stand in cells of the record's own row: officials fill one sheet, not three. */
export interface FlatPart {
  sheet: string;
  /** what the cells tell of a row; its other cells stay as they are while these stay the same */
  told: readonly string[];
  columns: PartColumn[];
}

/** Parts that a flat sheet can tell. What is not here is left as it is: other names of organisations, milestones of projects. */
const rules: Record<string, { group: string | null; value: string } | "people"> = {
  activity_parties: { group: "role", value: "organisation" },
  activity_people: "people",
  project_parties: { group: "role", value: "organisation" },
  agreement_parties: { group: null, value: "organisation" },
  partnership_years: { group: "type", value: "fiscal_year" },
};

export function flatPartsOf(kind: RecordKind): readonly FlatPart[] {
  const kept = flatParts.get(kind.id);
  if (kept) return kept;
  const parts = flattenParts(kind);
  flatParts.set(kind.id, parts);
  return parts;
}

const flatParts = new Map<string, readonly FlatPart[]>();

function flattenParts(kind: RecordKind): FlatPart[] {
  return kind.parts.flatMap(({ sheet }) => {
    const rule = rules[sheet.name];
    if (rule === undefined) return [];
    if (rule === "people") return [flattenPeople(sheet)];
    return [flattenGroups(sheet, rule.group, findColumn(sheet, rule.value))];
  });
}

/** Parts that only forms show. */
export function unflatPartsOf(kind: RecordKind): Sheet[] {
  return kind.parts.map(({ sheet }) => sheet).filter(({ name }) => rules[name] === undefined);
}

/** A column for each group: 「日本側」, 「中国側」; the cell lists the values. */
function flattenGroups(sheet: Sheet, groupName: string | null, value: Column): FlatPart {
  const group = groupName === null ? null : findColumn(sheet, groupName);
  const column = (choice: string | null): PartColumn => ({
    id: choice === null ? `${sheet.name}.${value.name}` : `${sheet.name}.${choice}`,
    label: (language) => (group && choice !== null ? printChoice(sheet.name, group, choice, language) : ""),
    tells: (row) => group === null || row[group.name] === choice,
    print: (rows, context) =>
      rows
        .map((row) => printCellText(sheet.name, value, row[value.name] ?? "", context))
        .join(listSeparator(context.language)),
    read(text, context) {
      const rows: Cells[] = [];
      for (const part of splitList(text)) {
        const reading = readCellText(sheet.name, value, part, context, null);
        if (reading.problem) return { rows, problem: reading.problem };
        rows.push({ ...(group && choice !== null ? { [group.name]: choice } : {}), [value.name]: reading.text });
      }
      return { rows, problem: null };
    },
  });
  return {
    sheet: sheet.name,
    told: [...(group ? [group.name] : []), value.name],
    columns: group ? choicesOf(group).map(column) : [column(null)],
  };
}

/** A column for each category of people, and one for rows that count several categories together. */
function flattenPeople(sheet: Sheet): FlatPart {
  const categories = findColumn(sheet, "categories");
  const single = choicesOf(categories).map(
    (choice): PartColumn => ({
      id: `${sheet.name}.${choice}`,
      label: (language) => printChoice(sheet.name, categories, choice, language),
      tells: (row) => row.categories === choice,
      print: printPeople,
      read: (text, context) => readPeople(text, choice, context),
    }),
  );
  const together: PartColumn = {
    id: `${sheet.name}.together`,
    label: (language) => message(language, "exchange.peopleTogether"),
    tells: (row) => (row.categories ?? "").includes(";"),
    print: (rows, context) => {
      const words = (row: Cells) =>
        (row.categories ?? "")
          .split(";")
          .map((choice) => printChoice(sheet.name, categories, choice, context.language));
      return rows
        .map((row) => `${words(row).join("＋")}: ${printPeople([row], context)}`)
        .join(listSeparator(context.language));
    },
    read: (text, context) => readTogether(sheet, categories, text, context),
  };
  return {
    sheet: sheet.name,
    told: ["categories", "count", "approximate", "organisation"],
    columns: [...single, together],
  };
}

/** 「幹部＋技術者: 5（天津市）」 */
function readTogether(sheet: Sheet, categories: Column, text: string, context: CellContext) {
  const rows: Cells[] = [];
  for (const part of splitList(text)) {
    const [, names = "", people = ""] = /^([^:：]+)[:：](.+)$/.exec(part) ?? [];
    const found = names.split(/[＋+]/).map((name) => readChoice(sheet.name, categories, name));
    if (names === "" || found.includes(null)) return { rows, problem: cellProblem("bad-people", part) };
    const reading = readPeople(people.trim(), found.join(";"), context);
    if (reading.problem) return { rows, problem: reading.problem };
    rows.push(...reading.rows);
  }
  return { rows, problem: null };
}

/**
 * The rows that the cells tell, put into the place of those that were there: a row that says the same keeps its place and what the
 * sheet does not show of it; new ones follow.
 */
export function mergeRows(part: FlatPart, present: readonly Cells[], told: readonly Cells[]): Cells[] {
  const keyOf = (row: Cells) => JSON.stringify(part.told.map((name) => row[name] ?? ""));
  const wanted = new Map<string, Cells[]>();
  for (const row of told) wanted.set(keyOf(row), [...(wanted.get(keyOf(row)) ?? []), row]);
  const kept = present.filter((row) => wanted.get(keyOf(row))?.pop() !== undefined);
  const added = told.filter((row) => {
    const waiting = wanted.get(keyOf(row)) ?? [];
    const place = waiting.indexOf(row);
    if (place !== -1) waiting.splice(place, 1);
    return place !== -1;
  });
  return [...kept, ...added];
}

function findColumn(sheet: Sheet, name: string): Column {
  const column = sheet.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`${sheet.name} has no column ${name}`);
  return column;
}
