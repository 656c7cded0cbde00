import type { Language } from "../../core/language.ts";
import { listFamilies } from "../fonts.ts";
import { cleanText, measureEm } from "./clean-text.ts";

/** What every document tells the template: whose it is, its fonts, the line at the head of its pages. */
export interface DocumentData {
  title: string;
  maker: string;
  language: Language;
  fonts: Record<Language, string[]>;
  running: string;
}

export function describeDocument({
  title,
  maker,
  language,
}: {
  title: string;
  maker: string;
  language: Language;
}): DocumentData {
  const line = cleanText(title).replaceAll("\n", " ");
  return {
    title: line,
    maker: cleanText(maker).replaceAll("\n", " "),
    language,
    fonts: { ja: listFamilies("ja"), zh: listFamilies("zh"), en: listFamilies("en") },
    running: shorten(line, widestRunningHead),
  };
}

/** Em of the running head's size (8 pt) in the width of an upright page. */
const widestRunningHead = 56;

function shorten(text: string, widest: number): string {
  if (measureEm(text) <= widest) return text;
  let short = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    if (measureEm(short + segment) > widest - 1) break;
    short += segment;
  }
  return `${short}…`;
}
