import { daysInMonth, writeDay, writeMonth } from "../core/calendar-day.ts";

/** What a number format makes of a number, as far as it changes what the number means. */
export type NumberFormat =
  | { shows: "number" }
  | { shows: "percent" }
  /** zeros in front: `000000` for a code that was typed as a number */
  | { shows: "padded"; digits: number }
  | { shows: "date"; precision: "day" | "month" | "year"; time: boolean }
  | { shows: "time" };

/** Formats that a file names by number only: ECMA-376 Part 1, 18.8.30, with those of Japanese and Chinese versions. */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { shows: "percent" };
  if (id === 17 || id === 55) return { shows: "date", precision: "month", time: false };
  if (id === 22) return { shows: "date", precision: "day", time: true };
  const isTime = (id >= 18 && id <= 21) || id === 32 || id === 33 || (id >= 45 && id <= 47);
  if (isTime) return { shows: "time" };
  const isDate = (id >= 14 && id <= 16) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { shows: "date", precision: "day", time: false } : { shows: "number" };
}

/** Reads a format code such as `yyyy"年"m"月"d"日"` or `[$-411]ggge"年"m"月"`. Only its part for positive numbers counts. */
export function parseFormatCode(code: string): NumberFormat {
  if (/^general$/i.test(code)) return { shows: "number" };
  if (/^0{2,}$/.test(code)) return { shows: "padded", digits: code.length };
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .replace(/e[+-]/gi, "")
    .replace(/general|am\/pm|a\/p|上午\/下午/gi, "");
  const section = bare.split(";")[0] ?? "";
  const isTime = /[hs]/i.test(section);
  // Era years are `e` and `g`; a minute is an `m` beside hours or seconds.
  const hasYear = /[yeg]/i.test(section);
  const hasDay = /d/i.test(section);
  const hasMonth = /m/i.test(isTime ? section.replace(/h[^hdy]*?m+|m+[^hdy]*?s/gi, "") : section);
  if (hasYear || hasDay || (hasMonth && !isTime)) {
    const precision = hasDay || isTime ? "day" : hasMonth ? "month" : "year";
    return { shows: "date", precision, time: isTime };
  }
  if (isTime) return { shows: "time" };
  return section.includes("%") ? { shows: "percent" } : { shows: "number" };
}

/** The text of a number as people see it; `raw` is the number as the file holds it. */
export function printNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return raw;
  switch (format.shows) {
    case "number":
      return printPlain(number);
    case "percent":
      return `${printPlain(number * 100)}%`;
    case "padded":
      return Number.isInteger(number) && number >= 0 ? String(number).padStart(format.digits, "0") : printPlain(number);
    case "time":
      return number >= 0 ? printTime(number) : printPlain(number);
    case "date":
      return printDate(number, format, from1904) ?? printPlain(number);
  }
}

/** Spreadsheet programs keep 15 digits and show no more; what binary fractions add beyond is not theirs. */
function printPlain(number: number): string {
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  const [, sign = "", digits = "", exponent] = /^(-?)([\d.]+)e-(\d+)$/.exec(text) ?? [];
  if (exponent !== undefined) return `${sign}0.${"0".repeat(Number(exponent) - 1)}${digits.replace(".", "")}`;
  return text.includes("e") ? BigInt(rounded).toString() : text;
}

const lastSerial = 2_958_465;

function printDate(
  serial: number,
  { precision, time }: { precision: "day" | "month" | "year"; time: boolean },
  from1904: boolean,
): string | null {
  if (serial < 0 || serial > lastSerial) return null;
  const minutes = Math.round((serial % 1) * 1_440);
  const day = Math.floor(serial) + (minutes === 1_440 ? 1 : 0);
  const date = dateOfSerial(day, from1904);
  if (!date) return null;
  if (precision === "year") return String(date.year);
  if (precision === "month") return writeMonth(date.year, date.month);
  const text = writeDay(date.year, date.month, date.day);
  return time && minutes % 1_440 !== 0 ? `${text} ${printTime(serial)}` : text;
}

/** Day 1 is 1 January 1900, and day 60 the 29 February 1900 that never was (ECMA-376 Part 1, 18.17.4.1); or day 0 is 1 January 1904. */
function dateOfSerial(serial: number, from1904: boolean): { year: number; month: number; day: number } | null {
  if (!from1904 && serial === 60) return { year: 1900, month: 2, day: 29 };
  if (!from1904 && serial === 0) return null;
  let day = from1904 ? serial : serial < 60 ? serial - 1 : serial - 2;
  let year = from1904 ? 1904 : 1900;
  for (let length = daysOf(year); day >= length; length = daysOf(year)) {
    day -= length;
    year += 1;
  }
  let month = 1;
  for (let length = daysInMonth(year, month); day >= length; length = daysInMonth(year, month)) {
    day -= length;
    month += 1;
  }
  return { year, month, day: day + 1 };
}

function daysOf(year: number): number {
  return 337 + daysInMonth(year, 2);
}

function printTime(serial: number): string {
  const minutes = Math.round((serial % 1) * 1_440) % 1_440;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
