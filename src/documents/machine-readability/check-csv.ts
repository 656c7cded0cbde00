import { cellAddress } from "./address.ts";
import { checkNames } from "./check-names.ts";
import { checkShape } from "./check-shape.ts";
import { checkTexts } from "./check-texts.ts";
import { checkValues } from "./check-values.ts";
import { readCsvRecords } from "./read-csv.ts";
import { type CheckedFile, Findings, refuseFile } from "./report.ts";
import { createSheet, isFormula } from "./sheet.ts";

/** Checks a CSV file against the rule on machine-readable tables. */
export function checkCsv(bytes: Uint8Array, name: string): CheckedFile {
  const findings = new Findings("csv");
  const decoded = decode(bytes);
  if (decoded === null) return refuseFile(name, "unreadable");
  const records = readCsvRecords(decoded.text.replace(/^\uFEFF/, ""));
  if (records.every(({ fields }) => fields.every(({ text }) => text.trim() === ""))) return refuseFile(name, "empty");
  // The rule names no encoding; what is in another than UTF-8 depends on the platform that reads it.
  if (decoded.encoding !== "utf-8") findings.add("L1-08", "not-utf8", { sheet: null, address: name });
  const width = records.find(({ fields }) => fields.some(({ text }) => text !== ""))?.fields.length ?? 0;
  for (const [row, { line, fields, faults }] of records.entries()) {
    const place = { sheet: null, address: `${line}:${line}` };
    for (const { text } of fields)
      if (/[\r\n]/.test(text)) findings.add("L1-14", "line-break", place, { value: text.replace(/\s+/g, " ") });
    for (const [column, { text }] of fields.entries())
      if (isFormula(text))
        findings.add("L2-06", "formula", { sheet: null, address: cellAddress(row, column) }, { value: text });
    for (const fault of faults) findings.add("L1-15", fault, place);
    const isBlank = fields.every(({ text }) => text === "");
    if (!isBlank && fields.length !== width)
      findings.add("L1-15", "field-count", place, { count: String(fields.length), expected: String(width) });
  }
  const sheet = createSheet(
    null,
    records.map(({ fields }) => fields.map(({ text }) => ({ text, isNumber: /^-?\d+(\.\d+)?$/.test(text) }))),
  );
  checkShape(sheet, findings);
  checkNames(sheet, findings);
  checkTexts(sheet, findings, { encoding: decoded.encoding });
  checkValues(sheet, findings, null);
  // What explains a CSV file stands beside it.
  for (const id of ["L3-02", "L3-08"] as const) findings.leaveOpen(id);
  return findings.finish(name);
}

function decode(bytes: Uint8Array): { text: string; encoding: "utf-8" | "shift_jis" } | null {
  for (const encoding of ["utf-8", "shift_jis"] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return { text, encoding };
    } catch {
      // The next encoding may fit.
    }
  }
  return null;
}
