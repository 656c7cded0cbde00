import { drawPng } from "../charts/draw-png.ts";
import { goesWithNext, staysWhole } from "../pdf/keep-together.ts";
import { type Block, joinRuns, type ReportChart, type Run } from "../report.ts";
import type { BlockContext } from "./block-context.ts";
import { colors, textWidth } from "./measures.ts";
import { writeRun, writeRuns, writeText } from "./run.ts";
import type { StyleKey } from "./style-keys.ts";
import { writeCaption } from "./write-caption.ts";
import {
  bookmarkName,
  keepNext,
  pageBreak,
  writeCell,
  writeGap,
  writeGridStart,
  writeParagraphIn,
} from "./write-grid.ts";
import { writePhotographs, writePicture } from "./write-pictures.ts";
import { writePrintTable } from "./write-print-table.ts";

/** A block as XML of Word, with what the rest of the document must know of it. */
export interface Piece {
  xml: string;
  /** for the table of contents */
  heading?: { level: 1 | 2 | 3; text: string; bookmark: string };
  /** belongs on a page that lies across */
  wide?: boolean;
  /** the place of the table of contents; `xml` holds its title */
  contents?: boolean;
}

/** Twips of the text where blocks stand; `across` is null where no page may lie across: in a cell of a table. */
export interface TextSpace {
  width: number;
  across: number | null;
}

export async function writeBlocks(
  blocks: readonly Block[],
  context: BlockContext,
  space: TextSpace = { width: textWidth, across: null },
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  for (const [index, block] of blocks.entries())
    pieces.push(await writeBlock(block, context, { ...space, stays: goesWithNext(blocks, index) }));
  return pieces;
}

/** `stays`: on the page of what follows. */
async function writeBlock(
  block: Block,
  context: BlockContext,
  { width, across, stays }: TextSpace & { stays: boolean },
): Promise<Piece> {
  const keep = stays ? "<w:keepNext/><w:keepLines/>" : "";
  switch (block.is) {
    case "heading":
      return writeHeading(block.level, block.text, context);
    case "paragraph":
      return { xml: writeParagraph(block.look, writeRunList(block.runs, context), standsAtMargin(block.runs)) };
    case "list": {
      const list = context.addList(block.marks);
      const style = context.style(block.marks);
      const items = block.items.map(
        (runs) =>
          `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keep}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${writeRunList(runs, context)}</w:p>`,
      );
      return { xml: items.join("") };
    }
    case "facts":
      return { xml: writeFacts(block.rows, width, context) };
    case "key-figures":
      return { xml: writeKeyFigures(block.items, width, context) };
    case "table": {
      const isWide = across !== null && block.table.orientation === "landscape";
      const caption = block.caption === null ? "" : writeCaption(block.caption, context, { above: true });
      return {
        xml: caption + writePrintTable(block.table, isWide ? across : width, context),
        wide: isWide,
      };
    }
    case "photographs":
      return { xml: await writePhotographs(block.photographs, width, context) };
    case "chart":
      return { xml: writeChart(block.chart, block.caption, width, context) };
    case "contents":
      return {
        xml:
          block.title === ""
            ? ""
            : writeParagraphIn(
                context.style("contentsTitle"),
                writeRuns(block.title, { documentLanguage: context.language }),
              ),
        contents: true,
      };
    case "page-break":
      return { xml: pageBreak };
  }

  function writeParagraph(look: StyleKey, runs: string, flush: boolean): string {
    return writeParagraphIn(
      context.style(look),
      runs,
      `${keep}${flush ? '<w:ind w:firstLineChars="0" w:firstLine="0"/>' : ""}`,
    );
  }
}

function writeHeading(level: 1 | 2 | 3, text: string, context: BlockContext): Piece {
  const number = context.nextBookmark();
  const bookmark = bookmarkName(number);
  const runs = writeRuns(text, { documentLanguage: context.language });
  const style = context.style(`heading${level}`);
  return {
    xml: writeParagraphIn(
      style,
      `<w:bookmarkStart w:id="${number}" w:name="${bookmark}"/>${runs}<w:bookmarkEnd w:id="${number}"/>`,
    ),
    heading: { level, text, bookmark },
  };
}

/** Lines that begin with a mark of their own (・, ※, （1）, a space) and salutations (GB/T 9704—2012, 7.3.2) are not indented. */
function standsAtMargin(runs: readonly Run[]): boolean {
  const text = joinRuns(runs);
  return !/^[\p{L}\p{N}「『“"{]/u.test(text) || /^[①-⓿]/.test(text) || /^.{1,60}：$/su.test(text.trim());
}

export function writeRunList(runs: readonly Run[], context: BlockContext): string {
  return runs
    .map(({ text, strong, raised, language, href }) => {
      const look = { documentLanguage: context.language, language, strong, raised };
      if (href === undefined || !/^(https?:|mailto:)/i.test(href)) return writeRuns(text, look);
      const inside = writeRun(writeText(text), text, { ...look, style: context.style("hyperlink") });
      return `<w:hyperlink r:id="${context.addLink(href)}" w:history="1">${inside}</w:hyperlink>`;
    })
    .join("");
}

function writeFacts(rows: readonly { term: string; runs: Run[] }[], width: number, context: BlockContext): string {
  const term = Math.round(width * 0.24);
  const grid = [term, width - term];
  const isWhole = staysWhole(rows);
  const body = rows.map((row, index) => {
    const keep = isWhole && index < rows.length - 1 ? keepNext : "";
    const label = writeRuns(row.term, { documentLanguage: context.language, strong: true });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${writeCell(grid[0] ?? 1, writeParagraphIn(context.style("tableText"), label, keep), colors.labelFill)}${writeCell(grid[1] ?? 1, writeParagraphIn(context.style("tableText"), writeRunList(row.runs, context), keep))}</w:tr>`;
  });
  return rows.length === 0
    ? ""
    : `${writeGap(context, keepNext)}${writeGridStart("facts", grid, context, "0680")}${body.join("")}</w:tbl>${writeGap(context)}`;
}

const mostFiguresInRow = 4;

function writeKeyFigures(
  items: readonly { value: string; label: string }[],
  width: number,
  context: BlockContext,
): string {
  if (items.length === 0) return "";
  const columns = Math.min(mostFiguresInRow, items.length);
  const grid = Array.from({ length: columns }, () => Math.floor(width / columns));
  const rows: string[] = [];
  for (let start = 0; start < items.length; start += columns) {
    const cells = grid.map((own, column) => {
      const item = items[start + column];
      const look = { documentLanguage: context.language };
      return writeCell(
        own,
        writeParagraphIn(context.style("keyValue"), writeRuns(item?.value ?? "", look)) +
          writeParagraphIn(context.style("keyLabel"), writeRuns(item?.label ?? "", look)),
      );
    });
    rows.push(`<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`);
  }
  return `${writeGap(context)}${writeGridStart("keyFigures", grid, context, "0600")}${rows.join("")}</w:tbl>${writeGap(context)}`;
}

/** Pixels of a drawing are those of CSS: 96 to the inch. */
const twipsPerPixel = 15;

function writeChart(chart: ReportChart, caption: string, width: number, context: BlockContext): string {
  const shown = Math.min(width, chart.width * twipsPerPixel);
  const png = drawPng(chart.svg, Math.round((shown / twipsPerPixel) * 2));
  const picture = writePicture(
    { bytes: png, extension: "png", alt: chart.alt, width: shown, height: (shown * chart.height) / chart.width },
    context,
  );
  return `${writeParagraphIn(context.style("figure"), picture)}${writeCaption(caption, context, { above: false })}`;
}
