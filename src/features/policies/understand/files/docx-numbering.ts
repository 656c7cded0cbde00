import { writeNumeral } from "../../../../core/chinese-numerals.ts";
import type { Archive } from "../../../../spreadsheets/open-archive.ts";
import { attributeOf, parseXml } from "../../../../spreadsheets/parse-xml.ts";

interface Level {
  start: number;
  format: string;
  /** 第%1条 */
  text: string;
}

export interface Numbering {
  /** What Word prints before the next paragraph of that list and level; null for a bullet or no number. */
  next(numberId: string, level: number): { label: string | null; isBullet: boolean };
}

/** Numbers that Word counts itself and that stand in no text: ECMA-376 Part 1, 17.9. */
export async function readNumbering(archive: Archive): Promise<Numbering> {
  const { abstracts, numbers } = await readDefinitions(archive);
  const counters = new Map<string, number[]>();
  return {
    next(numberId, level) {
      const abstractId = numbers.get(numberId) ?? "";
      const levels = abstracts.get(abstractId);
      const definition = levels?.get(level);
      if (!levels || !definition || level > 8) return { label: null, isBullet: false };
      const counts = counters.get(abstractId) ?? [];
      counters.set(abstractId, counts);
      counts[level] = (counts[level] ?? definition.start - 1) + 1;
      counts.length = level + 1;
      if (definition.format === "bullet") return { label: null, isBullet: true };
      if (definition.format === "none") return { label: null, isBullet: false };
      const label = definition.text.replace(/%(\d)/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const of = levels.get(index);
        return of ? writeNumber(counts[index] ?? of.start, of.format) : "";
      });
      return { label: label.trim() === "" ? null : label, isBullet: false };
    },
  };
}

interface Definitions {
  abstracts: Map<string, Map<number, Level>>;
  /** w:num to its w:abstractNum */
  numbers: Map<string, string>;
}

async function readDefinitions(archive: Archive): Promise<Definitions> {
  const abstracts: Definitions["abstracts"] = new Map();
  const numbers: Definitions["numbers"] = new Map();
  if (!archive.has("word/numbering.xml")) return { abstracts, numbers };
  let levels: Map<number, Level> | null = null;
  let level: Level | null = null;
  let number = "";
  await parseXml(await archive.open("word/numbering.xml"), {
    open(name, attributes) {
      const value = attributeOf(attributes, "val") ?? "";
      if (name === "abstractNum") {
        levels = new Map();
        abstracts.set(attributeOf(attributes, "abstractNumId") ?? "", levels);
      } else if (name === "num") {
        levels = null;
        number = attributeOf(attributes, "numId") ?? "";
      } else if (name === "abstractNumId" && levels === null) numbers.set(number, value);
      else if (name === "lvl" && levels) {
        level = { start: 1, format: "decimal", text: "" };
        levels.set(Number(attributeOf(attributes, "ilvl") ?? 0), level);
      } else if (level && name === "start") level.start = Number(value) || 0;
      else if (level && name === "numFmt") level.format = value;
      else if (level && name === "lvlText") level.text = value;
    },
    close(name) {
      if (name === "lvl") level = null;
    },
  });
  return { abstracts, numbers };
}

/** ST_NumberFormat, ECMA-376 Part 1, 17.18.59: those that documents of the region use. */
function writeNumber(value: number, format: string): string {
  switch (format) {
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographDigital":
      return value >= 1 && value <= 9_999 ? writeNumeral(value, "零") : String(value);
    case "upperLetter":
      return String.fromCharCode(65 + ((value - 1) % 26));
    case "lowerLetter":
      return String.fromCharCode(97 + ((value - 1) % 26));
    case "upperRoman":
      return writeRoman(value);
    case "lowerRoman":
      return writeRoman(value).toLowerCase();
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    case "decimalFullWidth":
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case "decimalZero":
      return String(value).padStart(2, "0");
    default:
      return String(value);
  }
}

function writeRoman(value: number): string {
  if (value < 1 || value > 399) return String(value);
  const parts: readonly (readonly [number, string])[] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = value;
  let written = "";
  for (const [worth, letters] of parts) {
    while (rest >= worth) {
      written += letters;
      rest -= worth;
    }
  }
  return written;
}
