import { colors } from "./measures.ts";
import type { StyleDefinition } from "./styles.ts";

/** Looks of tables: the lines that each draws. */
export const tableStyles = {
  table: {
    id: "RenkeiTable",
    kind: "table",
    name: { ja: "一覧表", zh: "一览表", en: "Programme table" },
    basedOn: "default",
    table: writeTableLook("single", colors.rule),
  },
  facts: {
    id: "RenkeiFacts",
    kind: "table",
    name: { ja: "項目表", zh: "事项表", en: "Facts" },
    basedOn: "default",
    table: writeTableLook("rows", colors.rule),
  },
  keyFigures: {
    id: "RenkeiKeyFigures",
    kind: "table",
    name: { ja: "主な数値の表", zh: "主要数据表", en: "Key figures" },
    basedOn: "default",
    table: writeTableLook("rows", colors.ink),
  },
  plainTable: {
    id: "RenkeiPhotographs",
    kind: "table",
    name: { ja: "写真の並び", zh: "照片排列", en: "Photographs" },
    basedOn: "default",
    table: writeTableLook("none", colors.rule),
  },
} satisfies Record<string, StyleDefinition>;

function writeTableLook(lines: "single" | "rows" | "none", lineColor: string): string {
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const isDrawn = (side: string) =>
    lines === "single" || (lines === "rows" && ["top", "bottom", "insideH"].includes(side));
  const border = (side: string) =>
    isDrawn(side)
      ? `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${lineColor}"/>`
      : `<w:${side} w:val="nil"/>`;
  return `<w:tblBorders>${sides.map(border).join("")}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>`;
}
