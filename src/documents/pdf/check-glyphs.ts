import { MissingGlyphs } from "../missing-glyphs.ts";
import { hasGlyph } from "./read-coverage.ts";

/** A text of a document and where it stands, in words of the document's language. */
export interface PlacedText {
  place: string;
  text: string;
}

/** Throws MissingGlyphs where a text holds a character that no font draws. */
export function checkGlyphs(texts: Iterable<PlacedText>): void {
  const places: string[] = [];
  for (const { place, text } of texts) {
    const missing = new Set([...text].filter((character) => !isDrawn(character)));
    if (missing.size > 0) places.push(describePlace(place, missing));
  }
  if (places.length > 0) throw new MissingGlyphs(places);
}

/**
 * Runs what writes a PDF and turns Typst's own finding, that a text could not be displayed, into MissingGlyphs. It is the second net: a
 * combination may have no glyph although each of its characters has one.
 */
export function findUndrawn<T>(texts: () => Iterable<PlacedText>, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const found = /the text `"(.*?)"` could not be displayed/s.exec(message.replaceAll('\\"', '"'))?.[1];
    if (found === undefined) throw error;
    const undrawn = found.replaceAll(/\\u\{([0-9a-f]+)\}/gi, (_, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    const holding = [...texts()].filter(({ text }) => text.includes(undrawn));
    const places = holding.map(({ place }) => describePlace(place, [undrawn]));
    throw new MissingGlyphs(places.length > 0 ? places : [describePlace("", [undrawn])]);
  }
}

/** Control and format characters (categories Cc, Cf), spaces (Z) and variation selectors draw nothing of their own. */
function isDrawn(character: string): boolean {
  if (/[\p{Cc}\p{Cf}\p{Z}\p{Variation_Selector}]/u.test(character)) return true;
  return hasGlyph(character.codePointAt(0) ?? 0);
}

/** 「表1、3行目：𓀀 (U+13000)」 */
function describePlace(place: string, characters: Iterable<string>): string {
  const named = [...characters].map((text) => {
    const codes = [...text].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
    return `${text} (${codes.join(" ")})`;
  });
  return `${place}${place === "" ? "" : ": "}${named.join(", ")}`;
}
