import type { PrintTable } from "../print-table.ts";
import { openFileContext } from "./file-context.ts";
import { landscapeTextWidth, textWidth } from "./measures.ts";
import { mainPath, newParts, writeCoreProperties, writeDocument } from "./new-file.ts";
import { writePackage } from "./package.ts";
import { writeRuns } from "./run.ts";
import { writeParagraphIn } from "./write-grid.ts";
import { writePrintTable } from "./write-print-table.ts";

/** One table on pages of its own, upright or across as it asks. `date`: YYYY-MM-DD. */
export async function writeTableDocx(
  table: PrintTable,
  { maker, date }: { maker: string; date: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { language, orientation, title } = table;
  const look = { documentLanguage: language };
  const parts = newParts({
    language,
    header: writeRuns(title, look),
    numberFirstPage: true,
    look: { cover: false, indented: false },
  });
  const empty = { name: "w:document", attributes: {}, children: [] };
  const context = openFileContext(parts, mainPath, empty, { language, images: new Map() });
  const width = orientation === "portrait" ? textWidth : landscapeTextWidth;
  const heading = writeParagraphIn(
    context.style("heading1"),
    writeRuns(title, look),
    '<w:spacing w:before="0" w:after="60"/>',
  );
  const presented = maker === "" ? "" : writeParagraphIn(context.style("tableDate"), writeRuns(maker, look));
  parts.set(mainPath, writeDocument(`${heading}${presented}${writePrintTable(table, width, context)}`, orientation));
  parts.set("docProps/core.xml", writeCoreProperties({ title, maker, date, language }));
  context.finish();
  return writePackage(parts);
}
