import type { EdtfPart } from "./edtf.ts";
import type { Wording } from "./edtf-wording.ts";
import { englishMonths } from "./english-months.ts";

const englishThirds = ["early ", "mid-", "late "] as const;

/** Spaces stand around the dash where a side is more than one word. */
function createEnglish(form: 0 | 1, about: string, uncertain: string): Wording {
  function writeDayAndMonth({ month, day }: EdtfPart): string {
    const name = englishMonths[(month ?? 1) - 1]?.[form] ?? "";
    return day === null ? name : `${day} ${name}`;
  }
  function writePart(part: EdtfPart): string {
    return part.month === null ? String(part.year) : `${writeDayAndMonth(part)} ${part.year}`;
  }
  return {
    writePart,
    writeThirdOfMonth: (part, third) => `${englishThirds[third]}${writePart({ ...part, day: null })}`,
    writeInterval(start, end, shared) {
      if (shared === "month") return `${start.day}–${writePart(end)}`;
      const first = shared === "year" ? writeDayAndMonth(start) : writePart(start);
      const second = writePart(end);
      const oneWordEach = shared === "year" ? start.day === null && end.day === null : isYear(start) && isYear(end);
      return oneWordEach ? `${first}–${second}` : `${first} – ${second}`;
    },
    joinSides: (start, end) => `${start} – ${end}`,
    writeSince: (start) => `since ${start}`,
    writeUntil: (end) => `until ${end}`,
    about: (text) => `${about} ${text}`,
    uncertain: (text) => `${text} ${uncertain}`,
  };
}

function isYear(part: EdtfPart): boolean {
  return part.month === null;
}

/** “around 8–17 September 2015 (uncertain)” */
export const englishLong: Wording = createEnglish(0, "around", "(uncertain)");

/** “c. 8–17 Sep 2015 (?)” */
export const englishShort: Wording = createEnglish(1, "c.", "(?)");
