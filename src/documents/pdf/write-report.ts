import type { RenderedFile } from "../render-job.ts";
import type { Block, Report, ReportImages } from "../report.ts";
import { checkGlyphs, findUndrawn } from "./check-glyphs.ts";
import { layOutReport } from "./lay-out-report.ts";
import { placeReportTexts } from "./place-texts.ts";
import { type SetDocument, setDocument } from "./typst.ts";

/** A report, its placeholders filled, as a tagged PDF. Throws MissingGlyphs. */
export function writeReportPdf(report: Report, blocks: readonly Block[], images: ReportImages): RenderedFile {
  return setReport(report, blocks, images, (set) => ({ bytes: set.writePdf(report.date), pages: set.pages }));
}

/** The page on which each heading stands in the PDF, in their order: for Word, whose contents know no pages before Word opens them. */
export function findHeadingPages(report: Report, blocks: readonly Block[], images: ReportImages): number[] {
  return setReport(report, blocks, images, (set) => {
    const [pages] = readPages(set.query("heading-pages"));
    const left = pages?.values();
    // Headings without text are not set; they count to the page before.
    let last = 1;
    return blocks
      .filter((block) => block.is === "heading")
      .map(({ text }) => {
        if (text.trim() !== "") last = left?.next().value ?? last;
        return last;
      });
  });
}

function readPages(found: unknown): number[][] {
  if (!Array.isArray(found)) return [];
  return found.map((pages) => (Array.isArray(pages) ? pages.map(Number) : []));
}

function setReport<T>(
  report: Report,
  blocks: readonly Block[],
  images: ReportImages,
  use: (document: SetDocument) => T,
): T {
  const texts = () => placeReportTexts(report, blocks);
  checkGlyphs(texts());
  const { data, images: files } = layOutReport(report, blocks, images);
  return findUndrawn(texts, () => setDocument({ template: "report.typ", data, images: files }, use));
}
