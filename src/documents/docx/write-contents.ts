import type { FileContext } from "./file-context.ts";
import type { Heading } from "./find-headings.ts";
import { writeRuns } from "./run.ts";
import { writeField } from "./write-caption.ts";

/**
 * A table of contents as Word makes it, filled in already, so that it reads well where nothing updates it. `dirty` lets Word
 * work out its own page numbers when it opens the file.
 */
export function writeContents(
  headings: readonly (Heading & { page: number | null })[],
  width: number,
  context: FileContext,
): string {
  const begin =
    '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
  const entries = headings.map(({ level, text, bookmark, page }, index) => {
    const tabs = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${width}"/></w:tabs>`;
    const number = writeField(`PAGEREF ${bookmark} \\h`, page === null ? "" : String(page));
    const shown = `${writeRuns(text.replace(/\s+/g, " "), { documentLanguage: context.language })}<w:r><w:tab/></w:r>${number}`;
    return `<w:p><w:pPr><w:pStyle w:val="${context.style(`contents${level}`)}"/>${tabs}</w:pPr>${index === 0 ? begin : ""}<w:hyperlink w:anchor="${bookmark}" w:history="1">${shown}</w:hyperlink></w:p>`;
  });
  const rows = entries.length > 0 ? entries.join("") : `<w:p>${begin}</w:p>`;
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${rows}${end}</w:sdtContent></w:sdt>`;
}
