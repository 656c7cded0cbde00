import { once } from "node:events";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { Zip, ZipDeflate } from "fflate";
import { cleanData } from "../clean-data.ts";
import type { DataValue } from "../data-table.ts";
import { writeCellText } from "./cell-text.ts";
import type { DataSheet } from "./data-sheets.ts";
import { archiveTime } from "./fix-archive.ts";

/** Rows of an Excel sheet (Excel specifications and limits). */
const mostRows = 1_048_576;
/** Characters of XML that are gathered before they are packed. */
const batch = 65_536;

/**
 * A workbook of values, without styles, as ECMA-376 needs it at least. Written here and not by a library: libraries stamp
 * the time into the archive and do not wait for a slow reader.
 */
export async function streamWorkbook(
  sheets: readonly DataSheet[],
  sink: Writable,
  { date }: { date: string | null },
): Promise<void> {
  const archive = new ArchiveWriter(sink);
  for (const [name, xml] of describeWorkbook(sheets, date)) await archive.write(name, [xml]);
  for (const [index, sheet] of sheets.entries())
    await archive.write(`xl/worksheets/sheet${index + 1}.xml`, writeSheet(sheet));
  await archive.end();
}

/** Parts of an archive one after the other; waits while the sink is full. */
class ArchiveWriter {
  readonly #sink: Writable;
  readonly #zip: Zip;
  #failure: Error | null = null;

  constructor(sink: Writable) {
    this.#sink = sink;
    sink.once("error", (error) => {
      this.#failure = error;
    });
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failure = error;
      else if (chunk.length > 0) sink.write(chunk);
    });
  }

  async write(name: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const part = new ZipDeflate(name, { level: 3 });
    part.mtime = archiveTime;
    this.#zip.add(part);
    const encoder = new TextEncoder();
    for await (const text of texts) {
      part.push(encoder.encode(text));
      await this.#settle();
    }
    part.push(new Uint8Array(0), true);
    await this.#settle();
  }

  async end(): Promise<void> {
    this.#zip.end();
    await this.#settle();
    this.#sink.end();
    await finished(this.#sink, { readable: false });
  }

  async #settle(): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#sink.destroyed) throw new Error("the reader of a workbook has gone");
    if (!this.#sink.writableNeedDrain) return;
    const settled = new AbortController();
    const { signal } = settled;
    try {
      await Promise.race([once(this.#sink, "drain", { signal }), once(this.#sink, "close", { signal })]);
    } finally {
      // What did not come is waited for no longer.
      settled.abort();
    }
  }
}

async function* writeSheet({ name, header, rows }: DataSheet): AsyncGenerator<string> {
  let xml = `${declaration}<worksheet xmlns="${main}"><sheetData>${writeRow(header, 1)}`;
  let number = 1;
  for await (const row of rows) {
    number += 1;
    if (number > mostRows) throw new RangeError(`sheet ${name} holds more than ${mostRows} rows`);
    xml += writeRow(row, number);
    if (xml.length < batch) continue;
    yield xml;
    xml = "";
  }
  yield `${xml}</sheetData></worksheet>`;
}

function writeRow(values: readonly DataValue[], number: number): string {
  let cells = "";
  for (const [index, value] of values.entries()) cells += writeCell(value, index, number);
  return `<row r="${number}">${cells}</row>`;
}

function writeCell(value: DataValue, column: number, row: number): string {
  if (value === null || value === "") return "";
  const place = `${letters(column)}${row}`;
  if (typeof value === "number" && Number.isFinite(value)) return `<c r="${place}"><v>${value}</v></c>`;
  const text = escapeXml(writeCellText(cleanData(String(value))));
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

const known: string[] = [];

function letters(column: number): string {
  const found = known[column];
  if (found !== undefined) return found;
  const last = String.fromCharCode(65 + (column % 26));
  const text = column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
  known[column] = text;
  return text;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function* describeWorkbook(sheets: readonly DataSheet[], date: string | null): Generator<[string, string]> {
  const numbers = sheets.map((_, index) => index + 1);
  const core = "application/vnd.openxmlformats-package.core-properties+xml";
  yield [
    "[Content_Types].xml",
    `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`).join("")}${date === null ? "" : `<Override PartName="/docProps/core.xml" ContentType="${core}"/>`}</Types>`,
  ];
  yield [
    "_rels/.rels",
    `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/>${date === null ? "" : `<Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`}</Relationships>`,
  ];
  yield [
    "xl/workbook.xml",
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
  ];
  yield [
    "xl/_rels/workbook.xml.rels",
    `${declaration}<Relationships xmlns="${packages}/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join("")}</Relationships>`,
  ];
  if (date !== null)
    yield [
      "docProps/core.xml",
      `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Renkei</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:modified></cp:coreProperties>`,
    ];
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
