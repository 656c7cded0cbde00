import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Language } from "../core/language.ts";

/** One family, from its npm package (SIL Open Font License 1.1): files of the weights that documents use. */
export interface FontFamily {
  name: string;
  package: string;
  files: readonly string[];
}

const japanese = noto("Noto Sans JP", "noto-sans-jp", "NotoSansJP");
const chinese = noto("Noto Sans SC", "noto-sans-sc", "NotoSansSC");
const others = [
  noto("Noto Sans Arabic", "noto-sans-arabic", "NotoSansArabic"),
  noto("Noto Sans Hebrew", "noto-sans-hebrew", "NotoSansHebrew"),
  noto("Noto Sans Symbols 2", "noto-sans-symbols-2", "NotoSansSymbols2", ["400Regular"]),
  noto("Noto Emoji", "noto-emoji", "NotoEmoji"),
];

/** Every document is set in these and no others: what the machine has installed must not show. */
export const fontFamilies: readonly FontFamily[] = [japanese, chinese, ...others];

/**
 * Names of the families in the order in which a text of the language is set. Han characters are one code point with different shapes
 * in Japan and China (Unicode Standard, chapter 18), so the language's own font comes first.
 */
export function listFamilies(language: Language): string[] {
  return orderFamilies(language).map(({ name }) => name);
}

/** The families in that order. */
export function orderFamilies(language: Language): FontFamily[] {
  const [first, second] = language === "zh" ? [chinese, japanese] : [japanese, chinese];
  return [first, second, ...others];
}

/** Paths of all font files. */
export function listFontFiles(): string[] {
  return fontFamilies.flatMap(listFilesOf);
}

/** Paths of one family's files, the regular weight first. */
export function listFilesOf(family: FontFamily): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${family.package}/package.json`));
  return family.files.map((file) => join(folder, file));
}

function noto(name: string, folder: string, base: string, weights = ["400Regular", "700Bold"]): FontFamily {
  return {
    name,
    package: folder,
    files: weights.map((weight) => `${weight}/${base}_${weight}.ttf`),
  };
}
