import { stringify } from "csv-stringify/sync";
import { neutraliseFormula } from "../core/neutralise-formula.ts";
import { type CsvEncoding, encodeText, findUnencodable } from "./encode-text.ts";
import type { FilledSheet } from "./filled-sheet.ts";
import { cellAddress } from "./workbook.ts";

export type WrittenCsv = { bytes: Uint8Array<ArrayBuffer> } | { unencodable: UnencodableCell[] };

export interface UnencodableCell {
  address: string;
  characters: string[];
}

/** Writes one sheet as CSV (RFC 4180). Where the encoding lacks a character, nothing is written and every such cell is named. */
export function writeCsvSheet(filled: FilledSheet, encoding: CsvEncoding): WrittenCsv {
  const table = tableOf(filled);
  const text = stringify(
    table.map((cells) => cells.map(neutraliseFormula)),
    // A lone line feed is no end of a record to the writer, but it is one to many readers.
    { record_delimiter: "windows", quoted_match: /[\r\n]/ },
  );
  const bytes = encodeText(text, encoding);
  if (bytes) return { bytes };
  const unencodable = table.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const characters = findUnencodable(cell, encoding);
      return characters.length === 0 ? [] : [{ address: cellAddress(column, row + 1), characters }];
    }),
  );
  return { unencodable };
}

function tableOf({ sheet, rows, errors }: FilledSheet): string[][] {
  const withErrors = (first: string, cells: string[]) => (errors === null ? cells : [first, ...cells]);
  return [
    withErrors(
      errors ?? "",
      sheet.columns.map(({ header }) => header),
    ),
    ...rows.map((row) =>
      withErrors(
        row.error ?? "",
        sheet.columns.map(({ id }) => row.cells[id] ?? ""),
      ),
    ),
  ];
}
