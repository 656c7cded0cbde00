import type { PrintTable } from "../print-table.ts";
import type { RenderedFile } from "../render-job.ts";
import { checkGlyphs, findUndrawn } from "./check-glyphs.ts";
import { breakLongWords, cleanText } from "./clean-text.ts";
import { describeDocument } from "./describe-document.ts";
import { frames, layOutTable } from "./lay-out-table.ts";
import { placeTableTexts } from "./place-texts.ts";
import { setDocument } from "./typst.ts";

/** One table as a tagged PDF. `date`: YYYY-MM-DD. Throws MissingGlyphs. */
export function writeTablePdf(table: PrintTable, { maker, date }: { maker: string; date: string }): RenderedFile {
  const texts = () => [...placeTableTexts(table), { place: table.title, text: maker }];
  checkGlyphs(texts());
  const document = describeDocument({ title: table.title, maker, language: table.language });
  const width = frames[table.orientation].width;
  const data = {
    ...document,
    letter: false,
    heading: breakLongWords(cleanText(table.title), width / 15),
    landscape: table.orientation === "landscape",
    table: layOutTable(table),
  };
  return findUndrawn(texts, () =>
    setDocument({ template: "table.typ", data, images: new Map() }, (set) => ({
      bytes: set.writePdf(date),
      pages: set.pages,
    })),
  );
}
