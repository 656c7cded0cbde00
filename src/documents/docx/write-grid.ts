import type { BlockContext } from "./block-context.ts";
import type { StyleKey } from "./style-keys.ts";

export function writeCell(width: number, content: string, fill: string | null = null): string {
  const shading = fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : "";
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>${content}</w:tc>`;
}

export function writeGridStart(style: StyleKey, grid: readonly number[], context: BlockContext, look: string): string {
  const width = grid.reduce((sum, own) => sum + own, 0);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${context.style(style)}"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="${look}"/></w:tblPr><w:tblGrid>${grid.map((own) => `<w:gridCol w:w="${own}"/>`).join("")}</w:tblGrid>`;
}

export const keepNext = "<w:keepNext/>";

/** Two tables that touch would become one in Word. `properties`: above a table, `keepNext`, so that a heading stays with it. */
export function writeGap(context: BlockContext, properties = ""): string {
  return writeParagraphIn(context.style("gap"), "", properties);
}

export function writeParagraphIn(style: string, runs: string, properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
}

export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

/** Word knows bookmarks of contents by this beginning. */
export function bookmarkName(number: number): string {
  return `_Toc${700_000_000 + number}`;
}
