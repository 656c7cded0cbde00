import type { Language } from "../../core/language.ts";
import { bodyFonts, writeFonts, writeLanguage } from "./fonts.ts";
import { escapeXml } from "./xml.ts";

export interface RunLook {
  /** of the document */
  documentLanguage: Language;
  /** of the text */
  language?: Language | undefined;
  strong?: boolean | undefined;
  raised?: boolean | undefined;
  /** id of a character style */
  style?: string | undefined;
}

/** A text as Word's runs: right-to-left parts apart, line breaks and tabs as Word writes them. */
export function writeRuns(text: string, look: RunLook): string {
  return splitDirections(text)
    .map(({ text: part, rightToLeft }) => writeRun(writeText(part), part, { ...look, rightToLeft }))
    .join("");
}

/** One run around content that is already XML; `text` decides about fonts. */
export function writeRun(content: string, text: string, look: RunLook & { rightToLeft?: boolean }): string {
  const { documentLanguage, language = documentLanguage, strong, raised, style, rightToLeft } = look;
  const properties = [
    style ? `<w:rStyle w:val="${style}"/>` : "",
    writeRunFonts(text, language, documentLanguage),
    strong ? "<w:b/><w:bCs/>" : "",
    raised ? '<w:vertAlign w:val="superscript"/>' : "",
    rightToLeft ? "<w:rtl/>" : "",
    language === documentLanguage ? "" : writeLanguage(language),
  ].join("");
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}${content}</w:r>`;
}

/**
 * The document's fonts need not be named again; the hint says that marks which Latin and East Asian text share (“ ” … ① ※)
 * are set in the East Asian font (ISO/IEC 29500-1, 17.3.2.26).
 */
function writeRunFonts(text: string, language: Language, documentLanguage: Language): string {
  const hint = language !== "en" && /[\u2000-\uFFEF]/.test(text);
  if (language !== documentLanguage) return writeFonts(bodyFonts[language], hint);
  return hint ? '<w:rFonts w:hint="eastAsia"/>' : "";
}

export function writeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/([\n\t])/)
    .map((part) => {
      if (part === "\n") return "<w:br/>";
      if (part === "\t") return "<w:tab/>";
      return part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join("");
}

const rightToLeftLetters = "\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}";
const rightToLeftPart = new RegExp(
  `([${rightToLeftLetters}](?:[${rightToLeftLetters}\\s\\p{P}]*[${rightToLeftLetters}])?)`,
  "u",
);

/** Word draws a right-to-left word with its own font and language only where the run says that it is one. */
function splitDirections(text: string): { text: string; rightToLeft: boolean }[] {
  return text
    .split(rightToLeftPart)
    .map((part, index) => ({ text: part, rightToLeft: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
