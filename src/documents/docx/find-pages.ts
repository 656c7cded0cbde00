import { findHeadingPages } from "../pdf/write-report.ts";
import type { Block, Report, ReportImages } from "../report.ts";
import type { Heading } from "./find-headings.ts";

/**
 * The page of each heading as the PDF of the same report has it; null where the PDF has no such heading, or cannot be set
 * because no font here draws a character. Word counts anew when it opens the file.
 */
export function findPages(
  headings: readonly Heading[],
  { report, blocks, images }: { report: Report; blocks: readonly Block[]; images: ReportImages },
): (Heading & { page: number | null })[] {
  const texts = blocks.flatMap((block) => (block.is === "heading" ? [block.text.trim()] : []));
  const pages = readPages(report, blocks, images);
  let next = 0;
  return headings.map((heading) => {
    const found = texts.indexOf(heading.text.trim(), next);
    if (found < 0) return { ...heading, page: null };
    next = found + 1;
    return { ...heading, page: pages[found] ?? null };
  });
}

function readPages(report: Report, blocks: readonly Block[], images: ReportImages): number[] {
  try {
    return findHeadingPages(report, blocks, images);
  } catch {
    return [];
  }
}
