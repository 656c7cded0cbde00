import type { EdtfPart } from "./edtf.ts";
import type { Shared, Wording } from "./edtf-wording.ts";
import { japaneseYearOf } from "./japanese-eras.ts";

type WriteYear = (part: EdtfPart) => string;

interface EastAsianWords {
  to: string;
  since: (start: string) => string;
  until: (end: string) => string;
  about: string;
  uncertain: string;
}

const japaneseWords: EastAsianWords = {
  to: "～",
  since: (start) => `${start}～`,
  until: (end) => `～${end}`,
  about: "頃",
  uncertain: "？",
};

const chineseWords: EastAsianWords = {
  to: "至",
  since: (start) => `${start}起`,
  until: (end) => `至${end}`,
  about: "左右",
  uncertain: "（待定）",
};

const thirdsOfMonth = ["上旬", "中旬", "下旬"] as const;

function createLong(words: EastAsianWords, writeYear: WriteYear): Wording {
  function writePart(part: EdtfPart): string {
    return writeYear(part) + writeMonthAndDay(part);
  }
  return {
    ...qualifyAndJoin(words),
    writePart,
    writeThirdOfMonth: (part, third) => `${writeYear(part)}${part.month}月${thirdsOfMonth[third]}`,
    writeInterval(start, end, shared) {
      const saidOnce = sharedInYears(shared, writeYear(start), writeYear(end));
      const written =
        saidOnce === "month" ? `${end.day}日` : saidOnce === "year" ? writeMonthAndDay(end) : writePart(end);
      return writePart(start) + words.to + written;
    },
  };
}

function writeMonthAndDay({ month, day }: EdtfPart): string {
  if (month === null) return "";
  return day === null ? `${month}月` : `${month}月${day}日`;
}

/** The dotted dates of the ministry's tables. A bare year keeps its 年, or it would read as a number. */
function createShort(words: EastAsianWords, writeYear: WriteYear, writeBareYear: WriteYear): Wording {
  function writePart(part: EdtfPart): string {
    return part.month === null ? writeBareYear(part) : `${writeYear(part)}.${writeDotted(part)}`;
  }
  return {
    ...qualifyAndJoin(words),
    writePart,
    writeThirdOfMonth: (part, third) => `${writeYear(part)}.${part.month}${thirdsOfMonth[third]}`,
    writeInterval(start, end, shared) {
      // 「9.8～10」 would leave open whether 10 is a day or a month.
      const samePrecision = (start.day === null) === (end.day === null);
      const saidOnce = sharedInYears(shared, writeYear(start), writeYear(end));
      const written =
        saidOnce === "month"
          ? String(end.day)
          : saidOnce === "year" && samePrecision
            ? writeDotted(end)
            : writePart(end);
      return writePart(start) + words.to + written;
    },
  };
}

/** One calendar year can be two years of eras: 「平成31年4月25日～令和元年5月2日」. */
function sharedInYears(shared: Shared, startYear: string, endYear: string): Shared {
  return startYear === endYear ? shared : "nothing";
}

function writeDotted({ month, day }: EdtfPart): string {
  return day === null ? String(month) : `${month}.${day}`;
}

function qualifyAndJoin(
  words: EastAsianWords,
): Pick<Wording, "joinSides" | "writeSince" | "writeUntil" | "about" | "uncertain"> {
  return {
    joinSides: (start: string, end: string) => start + words.to + end,
    writeSince: words.since,
    writeUntil: words.until,
    about: (text: string) => text + words.about,
    uncertain: (text: string) => text + words.uncertain,
  };
}

function writeGregorianYear(part: EdtfPart): string {
  return `${part.year}年`;
}

function writeGregorianYearNumber(part: EdtfPart): string {
  return String(part.year);
}

function writeEraYear(part: EdtfPart): string {
  const japanese = japaneseYearOf(part.year, part.month, part.day);
  if (japanese === null) return writeGregorianYear(part);
  return `${japanese.era}${japanese.year === 1 ? "元" : japanese.year}年`;
}

function writeEraLetterYear(part: EdtfPart): string {
  const japanese = japaneseYearOf(part.year, part.month, part.day);
  return japanese === null ? writeGregorianYearNumber(part) : `${japanese.letter}${japanese.year}`;
}

/** 「2015年9月8日～17日」 */
export const japaneseLong: Wording = createLong(japaneseWords, writeGregorianYear);

/** 「平成27年9月8日～17日」 */
export const japaneseLongWareki: Wording = createLong(japaneseWords, writeEraYear);

/** 「2015.9.8～17」 */
export const japaneseShort: Wording = createShort(japaneseWords, writeGregorianYearNumber, writeGregorianYear);

/** 「H27.9.8～17」 */
export const japaneseShortWareki: Wording = createShort(japaneseWords, writeEraLetterYear, writeEraYear);

/** 「2015年9月8日至17日」 */
export const chineseLong: Wording = createLong(chineseWords, writeGregorianYear);

/** 「2015.9.8~17」 */
export const chineseShort: Wording = createShort(
  { ...chineseWords, to: "~" },
  writeGregorianYearNumber,
  writeGregorianYear,
);
