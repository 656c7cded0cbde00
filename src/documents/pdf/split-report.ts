import type { Block, ParagraphLook } from "../report.ts";

/** Without headings, it is one. */
export function isLetter(blocks: readonly Block[]): boolean {
  return !blocks.some(({ is }) => is === "heading");
}

export type Paragraph = Extract<Block, { is: "paragraph" }>;

const coverLooks: readonly ParagraphLook[] = ["title", "subtitle", "maker", "date"];

/** Paragraphs of a cover in front make a page of their own where contents or a new page follow; a letter's head does not. */
export function splitCover(blocks: readonly Block[]): { cover: Paragraph[]; rest: readonly Block[] } {
  const cover: Paragraph[] = [];
  for (const block of blocks) {
    if (block.is !== "paragraph" || !coverLooks.includes(block.look)) break;
    cover.push(block);
  }
  const next = blocks[cover.length];
  const isCover = cover.some(({ look }) => look === "title") && (next?.is === "page-break" || next?.is === "contents");
  return isCover ? { cover, rest: blocks.slice(cover.length) } : { cover: [], rest: blocks };
}

/** Pages of one direction. */
export interface Section {
  landscape: boolean;
  blocks: Block[];
}

/** Wide tables stand on turned pages, together with the heading right above them. */
export function splitSections(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [];
  const open = (landscape: boolean): Section => {
    const last = sections.at(-1);
    if (last?.landscape === landscape) return last;
    const section = { landscape, blocks: [] };
    sections.push(section);
    return section;
  };
  for (const block of blocks) {
    if (block.is === "table" && block.table.orientation === "landscape") {
      const above = takeHeadings(sections);
      open(true).blocks.push(...above, block);
    } else if (block.is === "paragraph" && block.look === "note" && sections.at(-1)?.landscape) {
      open(true).blocks.push(block);
    } else open(false).blocks.push(block);
  }
  return sections;
}

/** Takes what stands above a wide table out of the upright pages: headings, with one paragraph below them. */
function takeHeadings(sections: Section[]): Block[] {
  const section = sections.at(-1);
  if (!section || section.landscape) return [];
  const { blocks } = section;
  const taken: Block[] = [];
  const isAbove = () => blocks.at(-1)?.is === "heading" || (taken.length === 0 && isBelowHeading(blocks));
  while (blocks.length > 0 && isAbove()) taken.unshift(...blocks.splice(-1));
  if (blocks.every(({ is }) => is === "page-break")) sections.pop();
  return taken;
}

function isBelowHeading(blocks: readonly Block[]): boolean {
  return blocks.at(-1)?.is === "paragraph" && blocks.at(-2)?.is === "heading";
}
