import { cellAddress } from "./address.ts";
import type { Findings } from "./report.ts";
import { type CheckedSheet, columnsOf } from "./sheet.ts";

/** What the sheets `fields`, `codes` and `about` of a workbook say of its tables. */
export interface Explanation {
  typeOf(field: string): string | null;
  /** whether a symbol in a column of numbers is explained */
  defines(symbol: string): boolean;
}

const explaining = {
  fields: ["name", "description", "type", "unit", "code_list"],
  codes: ["list", "code", "label"],
  about: ["term", "text"],
};

/** Splits a workbook into its tables and what explains them; null where nothing does. */
export function readExplanation(sheets: readonly CheckedSheet[]): {
  tables: CheckedSheet[];
  explanation: (Explanation & ExplainedFields) | null;
} {
  const find = (name: keyof typeof explaining) =>
    sheets.find((sheet) => {
      const names = columnsOf(sheet).map((column) => column.name);
      return sheet.name === name && explaining[name].every((wanted) => names.includes(wanted));
    });
  const [fieldSheet, codeSheet, aboutSheet] = [find("fields"), find("codes"), find("about")];
  const tables = sheets.filter((sheet) => sheet !== fieldSheet && sheet !== codeSheet && sheet !== aboutSheet);
  if (!fieldSheet) return { tables, explanation: null };
  const fields = recordsOf(fieldSheet);
  const codes = codeSheet ? recordsOf(codeSheet) : [];
  const about = aboutSheet ? recordsOf(aboutSheet) : [];
  return {
    tables,
    explanation: {
      fields,
      codes,
      about,
      typeOf: (name) => fields.find((field) => field.name === name)?.type ?? null,
      defines: (symbol) =>
        codes.some(({ code }) => code === symbol) || about.some(({ text }) => text?.includes(symbol) === true),
    },
  };
}

interface ExplainedFields {
  fields: Record<string, string>[];
  codes: Record<string, string>[];
  about: Record<string, string>[];
}

function recordsOf(sheet: CheckedSheet): Record<string, string>[] {
  const columns = columnsOf(sheet);
  const count = columns[0]?.cells.length ?? 0;
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(columns.map(({ name, cells }) => [name, cells[index]?.cell.text ?? ""])),
  );
}

/** Codes, units and meanings as the workbook states them: L3-02, L3-04, L3-08. Without such sheets they may stand elsewhere. */
export function checkExplanation(
  tables: readonly CheckedSheet[],
  explanation: ExplainedFields | null,
  findings: Findings,
): void {
  if (!explanation) {
    for (const id of ["L3-02", "L3-08"] as const) findings.leaveOpen(id);
    return;
  }
  const { fields, codes, about } = explanation;
  if (about.length === 0) findings.add("L3-08", "nothing-about", { sheet: null, address: "about" });
  for (const sheet of tables) {
    for (const { index, name, cells } of columnsOf(sheet)) {
      const place = { sheet: sheet.name, address: cellAddress(sheet.header, index) };
      const field = fields.find((candidate) => candidate.name === name);
      if (!field?.description) findings.add("L3-08", "unexplained-field", place, { value: name });
      if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) findings.add("L3-08", "field-name", place, { value: name });
      const isNumber = field?.type === "integer" || field?.type === "number";
      if (isNumber && !field.unit) findings.add("L3-04", "no-unit", place, { value: name });
      if (!field?.code_list) continue;
      const known = new Set(codes.filter(({ list }) => list === field.code_list).map(({ code }) => code));
      for (const { row, cell } of cells)
        if (cell.text !== "" && !known.has(cell.text))
          findings.add(
            "L3-02",
            "unknown-code",
            { sheet: sheet.name, address: cellAddress(row, index) },
            { value: cell.text, list: field.code_list },
          );
    }
  }
}
