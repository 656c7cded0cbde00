import type { Language } from "../../core/language.ts";
import type { Block } from "../report.ts";
import { readAlonePlaceholder } from "./fill-texts.ts";
import { findWordOnly, type WordOnly } from "./find-word-only.ts";
import { openPackage, readPart } from "./package.ts";
import { readBlocks } from "./read-blocks.ts";
import { openReading } from "./read-context.ts";
import { findRunningParts } from "./relations.ts";
import { type BrokenBraces, scanBraces } from "./scan-braces.ts";
import { type StyleKey, styleKeys } from "./style-keys.ts";
import { styleDefinitions } from "./styles.ts";
import { type TemplatePart, type TemplatePlace, walkParagraphs } from "./walk-paragraphs.ts";
import { findChild } from "./xml.ts";

export interface TemplateReading {
  /** for the PDF, which is set from the same text in the same order */
  outline: Block[];
  placeholders: { name: string; place: TemplatePlace; alone: boolean }[];
  broken: (BrokenBraces & { place: TemplatePlace })[];
  /** styles that blocks need and the template has not; filling adds them, in the look of the template's ordinary text */
  missingStyles: { key: StyleKey; name: string }[];
  wordOnly: WordOnly[];
}

/** What a DOCX that somebody wrote holds as a template. Throws UnusableTemplate. */
export async function readTemplate(docx: Uint8Array): Promise<TemplateReading> {
  const { parts, mainPath } = openPackage(docx);
  const document = readPart(parts, mainPath);
  const reading = openReading(parts, mainPath);
  const body = findChild(document, "w:body");
  const walked = [
    ...walkParagraphs(document, "body", reading.isHeading),
    ...findRunningParts(parts, mainPath).flatMap((path) =>
      walkParagraphs(readPart(parts, path), namePart(path), reading.isHeading),
    ),
  ];
  const scanned = walked.map((one) => ({ ...one, ...scanBraces(one.text) }));
  return {
    outline: body ? readBlocks(body, reading) : [],
    placeholders: scanned.flatMap(({ paragraph, placeholders, place }) =>
      placeholders.map(({ name }) => ({ name, place, alone: readAlonePlaceholder(paragraph) === name })),
    ),
    broken: scanned.flatMap(({ broken, place }) => broken.map((one) => ({ ...one, place }))),
    missingStyles: styleKeys
      .filter((key) => reading.idOf(key) === undefined)
      .map((key) => ({ key, name: nameStyle(key, reading.language) })),
    wordOnly: findWordOnly(walked),
  };
}

function namePart(path: string): TemplatePart {
  if (/header[^/]*$/i.test(path)) return "header";
  return /footer[^/]*$/i.test(path) ? "footer" : "note";
}

function nameStyle(key: StyleKey, language: Language): string {
  const { name } = styleDefinitions[key];
  return typeof name === "string" ? name : name[language];
}
