import { checkChineseDivisionCode, checkJapaneseLocalGovernmentCode } from "../../core/place-codes.ts";
import { cellAddress, columnLetters } from "./address.ts";
import type { Explanation } from "./explanation.ts";
import type { Findings } from "./report.ts";
import {
  type CheckedColumn,
  type CheckedSheet,
  columnsOf,
  hasUnit,
  isFormula,
  isNumeric,
  isPlainNumber,
} from "./sheet.ts";

/** What stands in the columns: numbers alone, repeated in full, spelt in one way, areas by code or full name. */
export function checkValues(sheet: CheckedSheet, findings: Findings, explanation: Explanation | null): void {
  const columns = columnsOf(sheet);
  for (const column of columns) {
    const type = explanation?.typeOf(column.name) ?? null;
    const isText = type === "text" || type === "code" || type === "date" || isCode(column.name);
    if (!isText && isNumeric(column)) checkNumbers(sheet, column, findings, explanation);
    checkSpelling(sheet, column, findings);
    checkAreas(sheet, column, findings);
  }
  checkRepeats(sheet, columns, findings);
}

function checkNumbers(
  { name }: CheckedSheet,
  column: CheckedColumn,
  findings: Findings,
  explanation: Explanation | null,
): void {
  const filled = column.cells.filter(({ cell }) => cell.text !== "");
  // Digits that are text throughout are names of things: 「01」.
  const hasNumbers = filled.some(({ cell }) => cell.isNumber);
  for (const { row, cell } of filled) {
    if (cell.isNumber || (!hasNumbers && isPlainNumber(cell))) continue;
    const place = { sheet: name, address: cellAddress(row, column.index) };
    const values = { value: cell.text, header: headerOf(column) };
    const isSymbol = !/\d/.test(cell.text) && [...cell.text].length <= 4;
    // L2-06 names it in a CSV file.
    if (name === null && isFormula(cell.text)) continue;
    if (!isSymbol) findings.add("L2-01", hasUnit(cell.text) ? "unit-in-number" : "text-in-number", place, values);
    else if (explanation?.defines(cell.text) !== true) findings.add("L3-03", "undefined-symbol", place, values);
  }
  if (filled.length < column.cells.length && explanation === null) findings.leaveOpen("L1-09");
  if (explanation === null && !statesUnit(column.name)) findings.leaveOpen("L3-04");
}

/** A column without a name (L1-05 says so) is called by its letters. */
function headerOf({ name, index }: CheckedColumn): string {
  return name.trim() === "" ? columnLetters(index) : name;
}

/** 「人数（人）」, “Length [m]”, a year. */
function statesUnit(name: string): boolean {
  return /[（([［].+[)）\]］]|[人件回社個円元日年月]数?$|年度?|^year$|_(year|days|yen|people|percent)$/i.test(name);
}

function isCode(name: string): boolean {
  return /(^|_)(id|code|no|number)$|コード|番号|代码|编号/i.test(name);
}

/** The same choice in two spellings: width, case, spaces, brackets (L2-04). */
function checkSpelling({ name }: CheckedSheet, { cells, index }: CheckedColumn, findings: Findings): void {
  const texts = cells.filter(({ cell }) => cell.text !== "" && !cell.isNumber);
  const distinct = new Map(texts.map(({ cell, row }) => [cell.text, row]));
  if (distinct.size < 2 || distinct.size > 50 || distinct.size > texts.length * 0.75) return;
  const folded = new Map<string, string>();
  for (const [text, row] of distinct) {
    const key = text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s・·.()[\]「」-]/g, "");
    const other = folded.get(key);
    if (other !== undefined && key !== "")
      findings.add("L2-04", "two-spellings", { sheet: name, address: cellAddress(row, index) }, { value: text, other });
    else folded.set(key, text);
  }
}

const prefectures =
  "青森 岩手 宮城 秋田 山形 福島 茨城 栃木 群馬 埼玉 千葉 東京 神奈川 新潟 富山 石川 福井 山梨 長野 岐阜 静岡 愛知 三重 滋賀 京都 大阪 兵庫 奈良 和歌山 鳥取 島根 岡山 広島 山口 徳島 香川 愛媛 高知 福岡 佐賀 長崎 熊本 大分 宮崎 鹿児島 沖縄".split(
    " ",
  );

/** Codes of areas by their check digit; prefectures by their full name (L3-06). */
function checkAreas({ name }: CheckedSheet, { name: header, cells, index }: CheckedColumn, findings: Findings): void {
  const isAreaCode = /(^|_)area_?code$|地域コード|団体コード|市区町村コード|地区代码|行政区划代码/i.test(header);
  const isAreaName = /都道府県|府県|県名|自治体|地域|地区|prefecture|area_name|place_name/i.test(header) && !isAreaCode;
  for (const { row, cell } of cells) {
    const place = { sheet: name, address: cellAddress(row, index) };
    if (isAreaCode && cell.text !== "" && !isAreaCodeValue(cell.text))
      findings.add("L3-06", "wrong-area-code", place, { value: cell.text });
    if (isAreaName && prefectures.includes(cell.text))
      findings.add("L3-06", "short-area-name", place, { value: cell.text });
  }
}

/** Five digits of Japan's standard area codes, six with the check digit, or six of GB/T 2260. */
function isAreaCodeValue(text: string): boolean {
  if (/^(0[0-9]|[1-3][0-9]|4[0-7])\d{3}$/.test(text)) return true;
  return checkJapaneseLocalGovernmentCode(text) === "valid" || checkChineseDivisionCode(text) === "valid";
}

/** A first column that is empty where the row goes on says "as above" (L2-02). */
function checkRepeats({ name }: CheckedSheet, [first]: readonly CheckedColumn[], findings: Findings): void {
  if (!first) return;
  let isBelowValue = false;
  for (const { row, cell } of first.cells) {
    if (cell.text !== "") isBelowValue = true;
    else if (isBelowValue)
      findings.add(
        "L2-02",
        "omitted",
        { sheet: name, address: cellAddress(row, first.index) },
        { header: headerOf(first) },
      );
  }
}
