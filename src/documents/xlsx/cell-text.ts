import { neutraliseFormula } from "../../core/neutralise-formula.ts";

/** Most characters that Excel keeps in a cell (Excel specifications and limits). */
const longestCell = 32_767;

/**
 * A text as a cell may hold it: no characters that XML cannot carry (XML 1.0, 2.2), none that look like the escape of one
 * (ST_Xstring, ECMA-376 Part 1, 22.9.2.19), and nothing that a spreadsheet program would run.
 */
export function writeCellText(text: string): string {
  const kept = text.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, "");
  return cut(neutraliseFormula(kept)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

function cut(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
