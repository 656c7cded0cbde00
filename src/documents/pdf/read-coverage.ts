import { readFileSync } from "node:fs";
import type { Language } from "../../core/language.ts";
import { type FontFamily, fontFamilies, listFilesOf, orderFamilies } from "../fonts.ts";

/** Code points from `first` to `last` that a font draws. */
interface Range {
  first: number;
  last: number;
}

let coverage: Uint8Array | null = null;

/** True where one of the documents' fonts has a glyph for the code point, in all of its weights. */
export function hasGlyph(codePoint: number): boolean {
  coverage ??= readCoverage();
  return coverage[codePoint] !== 0;
}

/** The families that a text of the language is set in: for each character the first that draws it. */
export function findFamilies(text: string, language: Language): FontFamily[] {
  coverage ??= readCoverage();
  const ordered = orderFamilies(language);
  const needed = new Set<FontFamily>(ordered.slice(0, 1));
  for (const character of new Set(text)) {
    const drawnBy = coverage[character.codePointAt(0) ?? 0] ?? 0;
    const first = ordered.find((family) => drawnBy & (1 << fontFamilies.indexOf(family)));
    if (first) needed.add(first);
  }
  return [...needed];
}

/** A byte for each code point of Unicode, with a bit for each family: a lookup is made for every character of a document. */
function readCoverage(): Uint8Array {
  const drawn = new Uint8Array(0x110000);
  for (const [index, family] of fontFamilies.entries()) {
    const files = listFilesOf(family);
    const weights = new Uint8Array(0x110000);
    for (const file of files)
      for (const { first, last } of readRanges(readFileSync(file)))
        for (let codePoint = first; codePoint <= last; codePoint += 1)
          weights[codePoint] = (weights[codePoint] ?? 0) + 1;
    for (const [codePoint, count] of weights.entries())
      if (count === files.length) drawn[codePoint] = (drawn[codePoint] ?? 0) | (1 << index);
  }
  return drawn;
}

/** OpenType 1.9, table `cmap`: subtable format 12 (all of Unicode) or else format 4 (the first plane). */
function readRanges(font: Buffer): Range[] {
  const table = findTable(font, "cmap");
  const subtables = Array.from({ length: font.readUInt16BE(table + 2) }, (_, index) => {
    const record = table + 4 + index * 8;
    return { platform: font.readUInt16BE(record), at: table + font.readUInt32BE(record + 4) };
  });
  // Platform 0 is Unicode, platform 3 Windows, whose encodings 1 and 10 are Unicode too.
  const unicode = subtables.filter(({ platform }) => platform === 0 || platform === 3);
  const ofFormat = (format: number) => unicode.find(({ at }) => font.readUInt16BE(at) === format);
  const whole = ofFormat(12);
  if (whole) return readSegmentedCoverage(font, whole.at);
  const first = ofFormat(4);
  if (first) return readSegments(font, first.at);
  throw new Error("the font has no Unicode character map");
}

function findTable(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function readSegmentedCoverage(font: Buffer, at: number): Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return { first: font.readUInt32BE(group), last: font.readUInt32BE(group + 4) };
  });
}

function readSegments(font: Buffer, at: number): Range[] {
  const twice = font.readUInt16BE(at + 6);
  return Array.from({ length: twice / 2 }, (_, index) => ({
    first: font.readUInt16BE(at + 16 + twice + index * 2),
    last: font.readUInt16BE(at + 14 + index * 2),
  })).filter(({ first }) => first !== 0xffff);
}
