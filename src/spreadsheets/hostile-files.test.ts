import { describe, expect, test } from "vitest";
import { forgeParts, forgeWorkbook, forgeZip } from "./forge-workbook.ts";
import { type ReadOptions, readSpreadsheet } from "./read-spreadsheet.ts";
import { limits, SpreadsheetRefusal } from "./refusal.ts";

async function refuse(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<string> {
  try {
    await readSpreadsheet(bytes, { name: "sheet", expectedHeaders: new Set(), ...options });
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) return error.reason;
    throw error;
  }
  return "read";
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const megabyte = 1024 * 1024;

describe("archives that expand", () => {
  test("a part that says it is large", async () => {
    const bomb = { name: "xl/media/image1.png", content: Buffer.alloc(40 * megabyte) };
    expect(await refuse(forgeWorkbook({ rows: "", more: [bomb] }))).toBe("expands-too-much");
  });

  test("a part that says it is small", async () => {
    const parts = forgeParts({ rows: `<row>${cell("a")}</row>${" ".repeat(40 * megabyte)}` });
    const lying = parts.map((part) => (part.name.endsWith("sheet1.xml") ? { ...part, statedSize: 1_000 } : part));
    expect(await refuse(forgeZip(lying))).toBe("damaged");
  });

  test("more parts than a workbook has", async () => {
    const more = Array.from({ length: limits.parts }, (_, index) => ({ name: `part${index}`, content: "" }));
    expect(await refuse(forgeWorkbook({ rows: "", more }))).toBe("too-many-parts");
  });

  test("two parts of one name", async () => {
    const more = [{ name: "XL/Workbook.xml", content: "" }];
    expect(await refuse(forgeWorkbook({ rows: "", more }))).toBe("damaged");
  });

  test("one string in every cell", async () => {
    const strings = `<si><t>${"長".repeat(limits.cellCharacters)}</t></si>`;
    const rows = `<row>${'<c t="s"><v>0</v></c>'.repeat(300)}</row>`.repeat(10);
    expect(await refuse(forgeWorkbook({ rows, strings }))).toBe("too-much-text");
  });
});

describe("XML that is no sheet", () => {
  test("entities", async () => {
    const prologue = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(await refuse(forgeWorkbook({ prologue, rows: `<row>${cell("&b;")}</row>` }))).toBe("entities");
  });

  test("entities behind a long comment", async () => {
    const prologue = `<!--${"x".repeat(100_000)}--><!DOCTYPE x SYSTEM "file:///etc/passwd">`;
    expect(await refuse(forgeWorkbook({ prologue, rows: `<row>${cell("a")}</row>` }))).toBe("entities");
  });

  test("elements within elements without end", async () => {
    expect(await refuse(forgeWorkbook({ rows: "<row>".repeat(2_000) }))).toBe("damaged");
  });

  test("elements that do not close", async () => {
    expect(await refuse(forgeWorkbook({ rows: "<row><c>" }))).toBe("damaged");
  });

  test("bytes that are no text", async () => {
    const parts = forgeParts({ rows: "" }).map((part) =>
      part.name.endsWith("sheet1.xml") ? { ...part, content: new Uint8Array([0x3c, 0x61, 0xc3, 0x28]) } : part,
    );
    expect(await refuse(forgeZip(parts))).toBe("damaged");
  });
});

describe("sheets that are too large", () => {
  test("rows", async () => {
    const rows = `<row>${cell("a")}</row>`.repeat(limits.rows + 1);
    expect(await refuse(forgeWorkbook({ rows }))).toBe("too-many-rows");
  });

  test("empty rows do not count", async () => {
    const rows = `<row>${cell("a")}</row>${'<row><c s="1"/></row>'.repeat(30_000)}`;
    expect(await refuse(forgeWorkbook({ rows }))).toBe("read");
  });

  test("columns", async () => {
    const rows = `<row r="1"><c r="XFD1" t="inlineStr"><is><t>a</t></is></c></row>`;
    expect(await refuse(forgeWorkbook({ rows }))).toBe("too-many-columns");
  });

  test("cells", async () => {
    const values = Array.from({ length: 400 }, (_, column) => `<c><v>${Math.sin(column)}</v></c>`);
    const rows = Array.from(
      { length: 2_501 },
      (_, row) => `<row>${values.slice(row % 400).join("")}${values.slice(0, row % 400).join("")}</row>`,
    );
    expect(await refuse(forgeWorkbook({ rows: rows.join("") }))).toBe("too-many-cells");
  });

  test("a cell of 10 MB", async () => {
    const noise = Array.from({ length: megabyte }, (_, index) => (index * 7_919).toString(36).padStart(10, "0")).join(
      "",
    );
    expect(await refuse(forgeWorkbook({ rows: `<row>${cell(noise)}</row>` }))).toBe("cell-too-long");
    expect(await refuse(new TextEncoder().encode(`a,b\r\n"${noise}",c\r\n`))).toBe("cell-too-long");
  });

  test("a file that is too large is not even opened", async () => {
    expect(await refuse(new Uint8Array(limits.fileBytes + 1))).toBe("too-large");
  });

  test("work that takes too long is ended", async () => {
    const rows = `<row>${cell("a")}</row>`.repeat(10_000);
    expect(await refuse(forgeWorkbook({ rows }), { timeLimit: 1 })).toBe("too-slow");
  });

  test("a thread that runs out of memory takes nothing with it", async () => {
    // Attributes of one element are gathered before anything can be counted.
    const attributes = Array.from({ length: 400_000 }, (_, index) => ` a${index.toString(36)}="${index}"`).join("");
    expect(await refuse(forgeWorkbook({ rows: `<row${attributes}/>` }), { heapMegabytes: 16 })).toBe("too-much-memory");
  });
});

describe("other files", () => {
  const compound = Buffer.from("d0cf11e0a1b11ae1", "hex");
  test.each([
    ["an encrypted workbook", Buffer.concat([compound, Buffer.from("EncryptedPackage", "utf16le")]), "encrypted"],
    ["Excel 97", Buffer.concat([compound, Buffer.from("Workbook", "utf16le")]), "old-excel"],
    ["a part with a password", forgeZip(forgeParts({ rows: "" }).map((part) => ({ ...part, flags: 1 }))), "encrypted"],
    ["a binary workbook", forgeZip([{ name: "xl/workbook.bin", content: "" }]), "binary-excel"],
    [
      "OpenDocument",
      forgeZip([
        { name: "mimetype", content: "" },
        { name: "content.xml", content: "" },
      ]),
      "open-document",
    ],
    ["a Word file", forgeZip([{ name: "word/document.xml", content: "" }]), "not-a-spreadsheet"],
    ["a PDF", Buffer.from("%PDF-1.7"), "not-a-spreadsheet"],
    ["a web page named .xls", Buffer.from("<html><table><tr><td>1"), "not-a-spreadsheet"],
    ["half an archive", forgeWorkbook({ rows: "" }).subarray(0, 500), "damaged"],
    ["nothing", new Uint8Array(), "empty"],
    ["an empty workbook", forgeWorkbook({ rows: "" }), "empty"],
    ["bytes of no encoding", new Uint8Array([0x41, 0xff, 0xff, 0xff, 0x80, 0x00]), "unknown-encoding"],
    ["a quote that never closes", Buffer.from('a,b\r\n"c,d\r\n'), "broken-quoting"],
  ])("%s", async (_, bytes, reason) => expect(await refuse(new Uint8Array(bytes))).toBe(reason));
});
