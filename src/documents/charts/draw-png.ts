import { Resvg } from "@resvg/resvg-js";
import { isLanguage, type Language } from "../../core/language.ts";
import { listFamilies, listFilesOf } from "../fonts.ts";
import { checkGlyphs } from "../pdf/check-glyphs.ts";
import { findFamilies } from "../pdf/read-coverage.ts";
import { readSvgText, setSvgFonts } from "../pdf/svg-fonts.ts";

/**
 * A drawing as PNG, `width` pixels wide, on white; in the documents' own fonts, so that every machine draws the same. Han characters have
 * the shapes of the drawing's language (its `lang` or `xml:lang`). Throws MissingGlyphs.
 */
export function drawPng(svg: string, width: number): Uint8Array<ArrayBuffer> {
  const text = readSvgText(svg);
  checkGlyphs([{ place: readTitle(svg), text }]);
  const language = readLanguage(svg);
  // Fonts are read for each drawing: only those that it needs, or that takes longer than the drawing.
  const fontFiles = findFamilies(text, language).flatMap(listFilesOf);
  const drawing = new Resvg(setSvgFonts(svg, language), {
    fitTo: { mode: "width", value: width },
    background: "#ffffff",
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: listFamilies(language)[0] ?? "" },
  });
  return Uint8Array.from(drawing.render().asPng());
}

function readLanguage(svg: string): Language {
  const [, tag = ""] = /<svg\b[^>]*?\s(?:xml:)?lang=["']([a-z]+)/i.exec(svg) ?? [];
  const language = tag.toLowerCase();
  return isLanguage(language) ? language : "ja";
}

function readTitle(svg: string): string {
  return /<title\b[^>]*>(.*?)<\/title>/s.exec(svg)?.[1] ?? "";
}
