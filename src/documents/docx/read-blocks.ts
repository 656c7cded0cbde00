import { type Block, joinRuns, type ParagraphLook, paragraphLooks } from "../report.ts";
import { readAlonePlaceholder } from "./fill-texts.ts";
import type { Reading } from "./read-context.ts";
import { readRuns } from "./read-runs.ts";
import { readTable } from "./read-table.ts";
import { findAll, findChild, isElement, readValue, type XmlElement } from "./xml.ts";

/** What a template says, as blocks: looks by styles, lists by numbering, tables of text. */
export function readBlocks(element: XmlElement, reading: Reading): Block[] {
  const blocks: Block[] = [];
  let list: string | null = null;
  let title: { text: string; style: "caption" | "contentsTitle" } | null = null;
  const dropTitle = () => {
    // A caption without a table, a heading of contents without contents: they stay as text.
    if (title) blocks.push({ is: "paragraph", look: "center", runs: [{ text: title.text }] });
    title = null;
  };
  for (const child of flatten(element)) {
    if (child.name === "w:tbl") {
      const caption: string | null = title?.style === "caption" ? title.text : null;
      const table = readTable(child, caption, reading, readBlocks);
      if (caption !== null && table.some((block) => block.is === "table")) title = null;
      dropTitle();
      blocks.push(...table);
      list = null;
      continue;
    }
    const own = readParagraphBlocks(child, reading);
    if (own.title) {
      dropTitle();
      if (own.breaksBefore && !isCover(blocks)) blocks.push({ is: "page-break" });
      title = own.title;
      continue;
    }
    if (own.isContents) {
      blocks.push({ is: "contents", title: title?.style === "contentsTitle" ? title.text : "" });
      title = null;
      continue;
    }
    if (own.blocks.length === 0) continue;
    dropTitle();
    const last = blocks.at(-1);
    const [block] = own.blocks;
    if (block?.is === "list" && last?.is === "list" && own.list === list) last.items.push(...block.items);
    else blocks.push(...own.blocks);
    list = own.list;
  }
  dropTitle();
  return blocks;
}

/** Paragraphs and tables, also those in content controls; of a finished table of contents only the first paragraph. */
function flatten(element: XmlElement): XmlElement[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.name === "w:p" || child.name === "w:tbl") return [child];
    if (child.name === "w:sdt" && isContentsControl(child))
      return findAll(child, "w:p").filter(beginsContents).slice(0, 1);
    return child.name === "w:sdt" || child.name === "w:sdtContent" ? flatten(child) : [];
  });
}

function isContentsControl(control: XmlElement): boolean {
  return findAll(control, "w:instrText").some(isContentsField);
}

function beginsContents(paragraph: XmlElement): boolean {
  return findAll(paragraph, "w:instrText").some(isContentsField);
}

function isContentsField(instruction: XmlElement): boolean {
  return instruction.children.some((node) => "text" in node && /^\s*TOC\b/.test(node.text));
}

interface ReadParagraph {
  blocks: Block[];
  list: string | null;
  isContents: boolean;
  breaksBefore: boolean;
  /** what stands over a table or over the contents */
  title: { text: string; style: "caption" | "contentsTitle" } | null;
}

function readParagraphBlocks(paragraph: XmlElement, reading: Reading): ReadParagraph {
  const properties = findChild(paragraph, "w:pPr");
  const style = readValue(properties, "w:pStyle");
  const key = reading.keyOf(style);
  const runs = readRuns(paragraph, reading);
  const text = joinRuns(runs).trim();
  const breaksBefore = findChild(properties, "w:pageBreakBefore") !== undefined;
  const found: ReadParagraph = { blocks: [], list: null, isContents: false, breaksBefore, title: null };
  if (readAlonePlaceholder(paragraph) === "contents" || beginsContents(paragraph))
    return { ...found, isContents: true };
  if (text !== "" && (key === "caption" || key === "contentsTitle")) return { ...found, title: { text, style: key } };
  const list = reading.listOf(paragraph);
  const before: Block[] = breaksBefore ? [{ is: "page-break" }] : [];
  const after: Block[] = endsPage(paragraph, properties) ? [{ is: "page-break" }] : [];
  const isBlank = text === "" && after.length === 0 && key !== "gap" && !holdsMore(paragraph);
  const own: Block[] = text === "" ? (isBlank ? [blankLine] : []) : [readOne()];
  return { ...found, blocks: [...before, ...own, ...after], list: list && text !== "" ? list.list : null };

  function readOne(): Block {
    const level = ([1, 2, 3] as const).find((one) => key === `heading${one}`);
    if (level) return { is: "heading", level, text };
    if (list) return { is: "list", marks: list.marks, items: [runs] };
    return { is: "paragraph", look: readLook(key, properties), runs };
  }
}

/** A line that somebody left empty is air in a letter, and stays so in the PDF. */
const blankLine: Block = { is: "paragraph", look: "body", runs: [{ text: "　" }] };

function holdsMore(paragraph: XmlElement): boolean {
  return ["w:drawing", "w:pict", "w:object", "w:fldChar"].some((name) => findAll(paragraph, name).length > 0);
}

function readLook(key: string | null, properties: XmlElement | undefined): ParagraphLook {
  const look = paragraphLooks.find((one) => one === key);
  if (look && look !== "body") return look;
  const align = readValue(properties, "w:jc");
  if (align === "right" || align === "end") return "right";
  if (align === "center") return "center";
  return key === "tableNote" || key === "credit" ? "note" : "body";
}

function endsPage(paragraph: XmlElement, properties: XmlElement | undefined): boolean {
  const section = findChild(properties, "w:sectPr");
  if (section) return readValue(section, "w:type") !== "continuous";
  return findAll(paragraph, "w:br").some(({ attributes }) => attributes["w:type"] === "page");
}

/** On a cover, contents begin a new page by themselves. */
function isCover(blocks: readonly Block[]): boolean {
  return blocks.every(
    (block) => block.is === "paragraph" && ["title", "subtitle", "maker", "date"].includes(block.look),
  );
}
