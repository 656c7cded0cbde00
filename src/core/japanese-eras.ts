export interface JapaneseYear {
  /** 「平成」 */
  era: string;
  /** 「H」, as tables abbreviate it */
  letter: string;
  /** 1 is the 元年 */
  year: number;
}

interface Era {
  name: string;
  letter: string;
  startYear: number;
  /** first day as a number YYYYMMDD */
  start: number;
}

/** Newest first. Start days: the 改元 of each era; 令和 by 元号法 政令 平成31年第143号. */
const eras: readonly Era[] = [
  { name: "令和", letter: "R", startYear: 2019, start: 20190501 },
  { name: "平成", letter: "H", startYear: 1989, start: 19890108 },
  { name: "昭和", letter: "S", startYear: 1926, start: 19261225 },
  { name: "大正", letter: "T", startYear: 1912, start: 19120730 },
  { name: "明治", letter: "M", startYear: 1868, start: 18681023 },
];

/** The year that 元年 is, of an era as it is named (平成) or abbreviated (H, h); null for another word. */
export function eraStartYear(name: string): number | null {
  const letter = name.toUpperCase();
  return eras.find((era) => era.name === name || era.letter === letter)?.startYear ?? null;
}

/**
 * The 和暦 year of a year, month or day; where an era changed within it, the new era, as official statistics name 2019
 * 令和元年. Null before 明治, and for months and days before 1873, when Japan still counted them by the lunar calendar
 * (明治5年太政官布告第337号).
 */
export function japaneseYearOf(year: number, month: number | null, day: number | null): JapaneseYear | null {
  if (month !== null && year < 1873) return null;
  const lastDay = year * 10_000 + (month ?? 12) * 100 + (day ?? 31);
  for (const era of eras) {
    if (lastDay >= era.start) return { era: era.name, letter: era.letter, year: year - era.startYear + 1 };
  }
  return null;
}
