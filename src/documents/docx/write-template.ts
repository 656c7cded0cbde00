import type { Language } from "../../core/language.ts";
import type { Block, ParagraphLook } from "../report.ts";
import { openFileContext } from "./file-context.ts";
import { mainPath, newParts, writeCoreProperties, writeDocument } from "./new-file.ts";
import { writePackage } from "./package.ts";
import { writeRuns } from "./run.ts";
import { writeBlocks } from "./write-blocks.ts";
import { writeParagraphIn } from "./write-grid.ts";

/** The template that Renkei brings: the outline with real styles, its placeholders as text for somebody to move about. */
export async function writeTemplate(
  outline: readonly Block[],
  { language, title }: { language: Language; title: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const cover = countCover(outline);
  const isReport = outline.some(
    (block) => block.is === "heading" || (block.is === "paragraph" && block.look === "title"),
  );
  const look = { documentLanguage: language };
  const parts = newParts({
    language,
    header: writeRuns("{{title}}", look),
    numberFirstPage: isReport && cover === 0,
    look: { cover: cover > 0, indented: isReport },
  });
  const empty = { name: "w:document", attributes: {}, children: [] };
  const context = openFileContext(parts, mainPath, empty, { language, images: new Map() });
  const pieces = await writeBlocks(outline, context);
  const body = pieces.map(({ xml, contents }) =>
    contents ? `${xml}${writeParagraphIn(context.style("body"), writeRuns("{{contents}}", look))}` : xml,
  );
  if (cover > 0) setCover(outline, body, cover);
  parts.set(mainPath, writeDocument(body.join(""), "portrait"));
  parts.set("docProps/core.xml", writeCoreProperties({ title, maker: "", date: null, language }));
  context.finish();
  return writePackage(parts);
}

const coverLooks: readonly ParagraphLook[] = ["title", "subtitle", "maker", "date"];

/** How many paragraphs in front have the first page to themselves: those of a cover before contents or a new page. */
function countCover(outline: readonly Block[]): number {
  const end = outline.findIndex((block) => block.is !== "paragraph" || !coverLooks.includes(block.look));
  const front = outline.slice(0, Math.max(0, end));
  const hasTitle = front.some((block) => block.is === "paragraph" && block.look === "title");
  return hasTitle && ["page-break", "contents"].includes(outline[end]?.is ?? "") ? end : 0;
}

/** The title in the upper third, who presents it and when below, contents on the next page. */
function setCover(outline: readonly Block[], body: string[], cover: number): void {
  const presented = outline
    .slice(0, cover)
    .findIndex((block) => block.is === "paragraph" && ["maker", "date"].includes(block.look));
  body[0] = addProperties(body[0] ?? "", '<w:spacing w:before="4300"/>');
  if (presented > 0) body[presented] = addProperties(body[presented] ?? "", '<w:spacing w:before="4300"/>');
  if (outline[cover]?.is === "contents")
    body[cover] = (body[cover] ?? "").replace(/(<w:pStyle [^>]*>)/, "$1<w:pageBreakBefore/>");
}

function addProperties(paragraph: string, properties: string): string {
  return paragraph.replace("</w:pPr>", `${properties}</w:pPr>`);
}
