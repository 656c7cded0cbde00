import { alignMarkdownTable } from "./markdown-table.ts";
import type { Column, Sheet } from "./sheet.ts";

/** The reference part of docs/programme-format.md, from the declarations that the loader itself uses. */
export function describeFormat(sheets: readonly Sheet[]): string {
  return sheets.map(describeSheet).join("\n\n");
}

function describeSheet(sheet: Sheet): string {
  const rows = sheet.columns.map((column) => [
    `\`${column.name}\``,
    column.required ? "yes" : "",
    describeType(column),
    column.help,
  ]);
  const table = alignMarkdownTable([["column", "required", "content", "meaning"], ...rows]);
  return `### ${sheet.name}.csv\n\n${sheet.help} Key: ${sheet.key.map((name) => `\`${name}\``).join(", ")}.\n\n${table}`;
}

function describeType({ value }: Column): string {
  switch (value.type) {
    case "id":
      return "id: lower-case letters, digits, hyphens";
    case "reference":
      return `id of \`${value.sheet}.csv\``;
    case "references":
      return `ids of \`${value.sheet}.csv\`, separated by \`;\``;
    case "choice":
      return value.choices.map((choice) => `\`${choice}\``).join(", ");
    case "choices":
      return `one or more, separated by \`;\`: ${value.choices.map((choice) => `\`${choice}\``).join(", ")}`;
    case "integer":
      return "whole number";
    case "integers":
      return "whole numbers, separated by `;`";
    case "decimal":
      return `number from ${value.minimum} to ${value.maximum}`;
    case "flag":
      return "`yes` or `no`";
    case "edtf":
      return "date (EDTF)";
    case "code":
      return `code of the form \`${value.pattern.source}\``;
    case "text":
      return "text";
    case "texts":
      return "texts, separated by `;`";
  }
}
