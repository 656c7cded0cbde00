import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import type { Programme } from "./programme.ts";

/** 「2014年度～2018年度」; one label where it is one year. Gaps are not closed: 「2014年度、2016年度～2018年度」. */
export function writeFiscalYears(programme: Programme, years: readonly number[], language: Language): string {
  const label = (year: number) => fiscalYearLabel(programme.calendar, year, language);
  const runs: { first: number; last: number }[] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && year === run.last + 1) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return runs
    .map(({ first, last }) =>
      first === last ? label(first) : `${label(first)}${message(language, "list.range")}${label(last)}`,
    )
    .join(message(language, "list.separator"));
}
