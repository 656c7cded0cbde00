import { daysInMonth } from "./calendar-day.ts";
import { type Edtf, type EdtfPart, isReversed, parseEdtf } from "./edtf.ts";
import type { Shared, ThirdOfMonth, Wording } from "./edtf-wording.ts";
import {
  chineseLong,
  chineseShort,
  japaneseLong,
  japaneseLongWareki,
  japaneseShort,
  japaneseShortWareki,
} from "./edtf-wording-east-asian.ts";
import { englishLong, englishShort } from "./edtf-wording-english.ts";
import type { Language } from "./language.ts";

export interface EdtfFormatOptions {
  /** 和暦, in Japanese only; months and days before 1873 stay Gregorian */
  calendar?: "gregorian" | "wareki";
  /** long for running text, short for cells of tables */
  style?: "long" | "short";
}

/**
 * A date as an official of the language writes it: 「2016年1月頃？」, 「2016年1月左右（待定）」, “around January 2016 (uncertain)”.
 * What both sides of an interval share is written once; an interval that ends before it starts is written in full, so
 * that its reader sees the contradiction.
 */
export function formatEdtf(value: Edtf, language: Language, options: EdtfFormatOptions = {}): string {
  const wording = wordings[language][options.style ?? "long"][options.calendar ?? "gregorian"];
  const { start, end } = value;
  if (start === null) return end === null ? "" : wording.writeUntil(writeQualified(wording, end));
  if (end === null) return wording.writeSince(writeQualified(wording, start));
  if (!value.isInterval || areSame(start, end)) return writeQualified(wording, start);
  if (!haveSameQualifiers(start, end)) {
    return wording.joinSides(writeQualified(wording, start), writeQualified(wording, end));
  }
  const third = thirdOfMonth(start, end);
  // 旬 already says that the days are approximate.
  if (third !== null) return qualify(wording, wording.writeThirdOfMonth(start, third), start.uncertain, false);
  const shared = isReversed(value) ? "nothing" : findShared(start, end);
  const isQualifiedInterval = start.uncertain || start.approximate;
  if (isQualifiedInterval && (shared === "nothing" || isWrittenInFull(wording, start, end, shared))) {
    // 「2015年12月～2016年1月頃」 would leave open whether 頃 is said of both.
    return wording.joinSides(writeQualified(wording, start), writeQualified(wording, end));
  }
  return qualify(wording, wording.writeInterval(start, end, shared), start.uncertain, start.approximate);
}

/** Both sides with their years, though they share it: in tables, and over a change of eras. */
function isWrittenInFull(wording: Wording, start: EdtfPart, end: EdtfPart, shared: Shared): boolean {
  const inFull = wording.joinSides(wording.writePart(start), wording.writePart(end));
  return wording.writeInterval(start, end, shared) === inFull;
}

const wordings: Record<Language, Record<"long" | "short", Record<"gregorian" | "wareki", Wording>>> = {
  ja: {
    long: { gregorian: japaneseLong, wareki: japaneseLongWareki },
    short: { gregorian: japaneseShort, wareki: japaneseShortWareki },
  },
  zh: {
    long: { gregorian: chineseLong, wareki: chineseLong },
    short: { gregorian: chineseShort, wareki: chineseShort },
  },
  en: {
    long: { gregorian: englishLong, wareki: englishLong },
    short: { gregorian: englishShort, wareki: englishShort },
  },
};

function writeQualified(wording: Wording, part: EdtfPart): string {
  return qualify(wording, wording.writePart(part), part.uncertain, part.approximate);
}

function qualify(wording: Wording, text: string, uncertain: boolean, approximate: boolean): string {
  const about = approximate ? wording.about(text) : text;
  return uncertain ? wording.uncertain(about) : about;
}

function haveSameQualifiers(start: EdtfPart, end: EdtfPart): boolean {
  return start.uncertain === end.uncertain && start.approximate === end.approximate;
}

function areSame(start: EdtfPart, end: EdtfPart): boolean {
  return (
    start.year === end.year && start.month === end.month && start.day === end.day && haveSameQualifiers(start, end)
  );
}

/** 上旬 is 1–10, 中旬 11–20, 下旬 21 to the last day; written as approximate days, since no day is meant. */
function thirdOfMonth(start: EdtfPart, end: EdtfPart): ThirdOfMonth | null {
  if (!start.approximate || start.year !== end.year || start.month !== end.month || start.month === null) return null;
  if (start.day === 1 && end.day === 10) return 0;
  if (start.day === 11 && end.day === 20) return 1;
  return start.day === 21 && end.day === daysInMonth(start.year, start.month) ? 2 : null;
}

function findShared(start: EdtfPart, end: EdtfPart): Shared {
  if (start.year !== end.year || start.month === null || end.month === null) return "nothing";
  return start.month === end.month && start.day !== null && end.day !== null ? "month" : "year";
}

/** A stored EDTF text in the reader's language; the text itself where it cannot be read. */
export function writeEdtf(text: string, language: Language, options: EdtfFormatOptions = {}): string {
  const parsed = parseEdtf(text);
  return parsed.ok ? formatEdtf(parsed.value, language, options) : text;
}
