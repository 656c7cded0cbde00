import type { Language } from "../../core/language.ts";
import { listFamilies } from "../fonts.ts";

/** The words that a drawing shows, one text a line. */
export function readSvgText(svg: string): string {
  return [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, text = ""]) => readCharacters(text)).join("\n");
}

/** The drawing in the documents' fonts, the language's own first, whatever it asked for: no other font is on every machine. */
export function setSvgFonts(svg: string, language: Language): string {
  const families = listFamilies(language).join(", ");
  const plain = svg
    .replaceAll(/\sfont-family\s*=\s*("[^"]*"|'[^']*')/g, "")
    .replaceAll(/font-family\s*:[^;"'}]*(?:(?:"[^"]*"|'[^']*')[^;"'}]*)*;?/g, "");
  return plain.replace(/<svg\b/, `<svg font-family="${families}"`);
}

function readCharacters(content: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return content
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:#(x?)([0-9a-f]+)|([a-z]+));/gi, (whole, hex?: string, code?: string, name?: string) =>
      code === undefined
        ? (named[name ?? ""] ?? whole)
        : String.fromCodePoint(Number.parseInt(code, hex === "" ? 10 : 16)),
    );
}
