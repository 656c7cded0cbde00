import type { DataField, DataTable, DataValue } from "../data-table.ts";

/** One sheet of a data workbook: a table from A1 on, its first row the names. */
export interface DataSheet {
  name: string;
  header: readonly string[];
  rows: Iterable<readonly DataValue[]> | AsyncIterable<readonly DataValue[]>;
}

/** What explains the tables stands in tables itself: codes, fields and words about them (rule of 2026-03-31, L3-02, L3-04, L3-08). */
export function explainTables(tables: readonly Omit<DataTable, "rows">[]): DataSheet[] {
  // Tables of one workbook may each know some codes of the same list.
  const known = new Map<string, DataValue[]>();
  for (const { id, codes } of tables.flatMap(({ codeLists }) => codeLists))
    for (const { code, label } of codes) known.set(`${id}\n${code}`, [id, code, label]);
  const codes = [...Map.groupBy(known.values(), ([list]) => list).values()].flat();
  const fields = tables.flatMap((table) => table.fields.map((field) => [table.id, ...describeField(field)]));
  const about = tables.flatMap((table) => table.about.map(({ term, text }) => [table.id, term, text]));
  return [
    ...(codes.length > 0 ? [{ name: "codes", header: ["list", "code", "label"], rows: codes }] : []),
    {
      name: "fields",
      header: ["table_id", "name", "title", "description", "type", "unit", "code_list"],
      rows: fields,
    },
    ...(about.length > 0 ? [{ name: "about", header: ["table_id", "term", "text"], rows: about }] : []),
  ];
}

function describeField({ name, title, description, type, unit, codeList }: DataField): DataValue[] {
  return [name, title, description, type, unit ?? null, codeList ?? null];
}

/** Excel allows 31 characters; identifiers hold none that it forbids. Cut names are told apart. */
export function nameSheets(ids: readonly string[]): string[] {
  const taken = new Set(["codes", "fields", "about"]);
  return ids.map((id) => {
    let name = id.slice(0, 31);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const end = `-${number}`;
      name = `${id.slice(0, 31 - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
