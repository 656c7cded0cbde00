import { SpreadsheetRefusal } from "./refusal.ts";

/** Tells by the first bytes what a file is; its name says nothing. Names the formats that cannot be read. */
export function identifyFormat(bytes: Uint8Array): "xlsx" | "csv" {
  if (bytes.length === 0) throw new SpreadsheetRefusal("empty");
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString("latin1");
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) return "xlsx";
  // Compound file (MS-CFB): an Excel 97 file, or the envelope of an encrypted one (MS-OFFCRYPTO 2.3.4).
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      Buffer.from("EncryptedPackage", "utf16le"),
    );
    throw new SpreadsheetRefusal(isEncrypted ? "encrypted" : "old-excel");
  }
  if (/^(%PDF|\{\\rtf|GIF8|\u0089PNG|\u00ff\u00d8\u00ff|Rar!|7z\u00bc)/.test(start)) {
    throw new SpreadsheetRefusal("not-a-spreadsheet");
  }
  // Web pages and XML that carry the ending .xls.
  if (/^(\u00ef\u00bb\u00bf)?\s*<(\?xml|!doctype|html|table)/i.test(start))
    throw new SpreadsheetRefusal("not-a-spreadsheet");
  return "csv";
}
