import { strToU8 } from "fflate";
import type { Language } from "../../core/language.ts";
import { type Block, fillOutline, type Report, type ReportImages, type ReportValue } from "../report.ts";
import { openFileContext } from "./file-context.ts";
import { type Filling, fillElement } from "./fill-blocks.ts";
import { fillTexts } from "./fill-texts.ts";
import { findHeadings } from "./find-headings.ts";
import { findPages } from "./find-pages.ts";
import { writeCoreProperties } from "./new-file.ts";
import { openPackage, readPart, writePackage } from "./package.ts";
import { findRunningParts } from "./relations.ts";
import { layAcross, measureSpace } from "./sections.ts";
import { writeContents } from "./write-contents.ts";
import { findChild, writeXml } from "./xml.ts";

export interface FillJob {
  report: Report;
  outline: readonly Block[];
  images: ReportImages;
}

/**
 * Writes a report into a template: texts wherever their placeholder stands, also in headers and footers; blocks where a paragraph
 * of the body holds their placeholder and nothing else. What the template shows besides stays. A placeholder without a value
 * stays too, so that it is seen. Throws UnusableTemplate.
 */
export async function fillTemplate(
  template: Uint8Array,
  { report, outline, images }: FillJob,
): Promise<Uint8Array<ArrayBuffer>> {
  const { parts, mainPath } = openPackage(template);
  const document = readPart(parts, mainPath);
  const body = findChild(document, "w:body");
  if (!body) throw new Error("a document without a body");
  document.attributes["xmlns:r"] ??= "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const context = openFileContext(parts, mainPath, document, { language: report.language, images });
  const values: Record<string, ReportValue> = {
    title: { text: report.title },
    contents: { blocks: [{ is: "contents", title: "" }] },
    ...report.values,
  };
  const filling: Filling = { values, context, pieces: new Map() };
  await fillElement(body, filling, (index) => measureSpace(body, index));
  const headings = findHeadings(body, filling.pieces, context);
  const { width } = measureSpace(body, 0);
  const contents = [...filling.pieces].filter(([, piece]) => piece.contents);
  if (contents.length > 0) {
    const numbered = findPages(headings, { report, blocks: fillOutline(outline, values), images });
    for (const [node, piece] of contents) node.raw = piece.xml + writeContents(numbered, width, context);
  }
  layAcross(body, filling.pieces, context);
  parts.set(mainPath, strToU8(writeXml(document)));
  for (const path of findRunningParts(parts, mainPath)) {
    const part = readPart(parts, path);
    fillTexts(part, flattenTexts(values, report.language));
    parts.set(path, strToU8(writeXml(part)));
  }
  const { title, maker, date, language } = report;
  if (parts.has("docProps/core.xml"))
    parts.set("docProps/core.xml", writeCoreProperties({ title, maker, date, language }));
  context.finish();
  return writePackage(parts);
}

/** A title of two lines stands in one line of a header. */
function flattenTexts(values: Record<string, ReportValue>, language: Language): Record<string, ReportValue> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    "text" in value ? { text: value.text.replace(/\s*\n\s*/g, language === "en" ? " " : "") } : value,
  ]);
  return Object.fromEntries(entries);
}
