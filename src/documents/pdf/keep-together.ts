import { type Block, joinRuns, type Run } from "../report.ts";
import { measureEm } from "./clean-text.ts";

/** Em of body text in a line of an upright page. */
const lineEm = 44;
/** What stands between two headings as one with them. */
const mostLines = 5;

/**
 * A few lines between a heading and one below it, such as the partner cities under a municipality's name, go with what follows: at the
 * foot of a page they would be all that is left of their section. Between headings of one rank they are the whole section and may stand there.
 */
export function goesWithNext(blocks: readonly Block[], index: number): boolean {
  const before = blocks[index - 1];
  const block = blocks[index];
  const next = blocks[index + 1];
  if (before?.is !== "heading" || !block || !next || rankHeading(next) <= before.level) return false;
  if (block.is === "list") return countLines(block.items) <= mostLines;
  return block.is === "paragraph" && block.look !== "lead" && countLines([block.runs]) <= mostLines;
}

/** Headings by their level, a leading line below them all; what is no heading has none. */
function rankHeading(block: Block): number {
  if (block.is === "heading") return block.level;
  return block.is === "paragraph" && block.look === "lead" ? 4 : 0;
}

function countLines(items: readonly (readonly Run[])[]): number {
  return items.reduce((sum, runs) => sum + Math.ceil(Math.max(1, measureEm(joinRuns(runs))) / lineEm), 0);
}

/** Rows and lines of facts up to which a page is not parted for them: well below 60 % of it. */
const mostFacts = 12;
const mostFactLines = 20;
const factEm = { term: 12, text: 34 };

/** Facts of one activity stand below its heading on one page. */
export function staysWhole(rows: readonly { term: string; runs: readonly Run[] }[]): boolean {
  const lines = rows.reduce(
    (sum, { term, runs }) => sum + Math.max(linesOf(term, factEm.term), linesOf(joinRuns(runs), factEm.text)),
    0,
  );
  return rows.length <= mostFacts && lines <= mostFactLines;
}

function linesOf(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(measureEm(line) / width)), 0);
}
