import { platformDependent } from "../clean-data.ts";
import { cellAddress } from "./address.ts";
import type { Findings } from "./report.ts";
import { type CheckedSheet, columnsOf } from "./sheet.ts";

/** The texts of single cells: spaces, several data in one, characters that not every system has, times and omissions. */
export function checkTexts(
  sheet: CheckedSheet,
  findings: Findings,
  { encoding }: { encoding: "utf-8" | "shift_jis" },
): void {
  for (const [row, cells] of sheet.rows.entries())
    for (const [column, { text, isNumber }] of cells.entries()) {
      if (text === "" || isNumber) continue;
      const place = { sheet: sheet.name, address: cellAddress(row, column) };
      const value = text.replace(/\s+/g, " ");
      const spacing = findSpacing(text);
      if (spacing !== null) findings.add("L1-06", spacing, place, { value });
      if (/\S[\r\n]+\s*\S/.test(text) || isSeveral(text)) findings.add("L1-07", "several-data", place, { value });
      const characters = text.match(platformDependent)?.join("") ?? "";
      // Wave dashes come out differently only where Shift_JIS is converted.
      const dashes = encoding === "shift_jis" ? (text.match(/[〜～]/g)?.join("") ?? "") : "";
      if (characters + dashes !== "")
        findings.add("L1-08", "platform-dependent", place, { value, characters: characters + dashes });
      if (isLocalTime(text)) findings.add("L3-05", "local-time", place, { value });
      if (/^[\s「]*([〃々"″]|同上|同右|同前|同左|ditto)[\s」]*$/i.test(text))
        findings.add("L2-02", "ditto", place, { value });
      if (/^(その他|其他|其它|others?)\s*[（(:：,，、].+/i.test(text))
        findings.add("L2-05", "other-detail", place, { value });
    }
  checkCombined(sheet, findings);
}

function findSpacing(text: string): string | null {
  if (/[\r\n\t]/.test(text)) return "line-break-for-look";
  if (/^\s|\s$/.test(text)) return "space-at-end";
  if (/\u3000/.test(text)) return "wide-space";
  if (/\s{2,}/.test(text)) return "repeated-space";
  // 「氏 名」: characters set apart to fill the cell.
  return /^\p{Script=Han}( \p{Script=Han})+$/u.test(text) ? "spaced-characters" : null;
}

/** 「12（3）」, 「110001;130001」, “2015-04-01, 2015-05-01”: numbers, codes or days beside each other. */
function isSeveral(text: string): boolean {
  if (/^\d+\s*[（(]\s*\d+\s*[)）]$/.test(text)) return true;
  const parts = text.split(/[;；、，,]\s*/);
  return parts.length > 1 && !/^\d{1,3}(,\d{3})+$/.test(text) && parts.every((part) => /^\d[\d.:-]*$/.test(part));
}

/** A cell whose parts each stand alone in other cells of the column: answers that were written together. */
function checkCombined(sheet: CheckedSheet, findings: Findings): void {
  for (const { index, cells } of columnsOf(sheet)) {
    const alone = new Set(cells.map(({ cell }) => cell.text));
    for (const { row, cell } of cells) {
      const parts = cell.text.split(/[;；、，,・／/]\s*/);
      const isCombined =
        parts.length > 1 && parts.every((part) => part !== "" && part !== cell.text && alone.has(part));
      if (isCombined)
        findings.add(
          "L1-07",
          "several-data",
          { sheet: sheet.name, address: cellAddress(row, index) },
          { value: cell.text },
        );
    }
  }
}

/** An era year without the Gregorian beside it, or a year of two digits. */
function isLocalTime(text: string): boolean {
  const isEra = /^(明治|大正|昭和|平成|令和|[MTSHR]\.?)\s*(\d{1,2}|元)(年度?|[./-]|$)/.test(text);
  return (isEra && !/(18|19|20)\d{2}/.test(text)) || /^['’]?\d{2}年(度|\d{1,2}月.*)?$/.test(text);
}
