import { languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Survey } from "./survey.ts";

/** The title of a survey as it reads in another year: every year that it names moves as far as the survey does. */
export function shiftYear(
  survey: Pick<Survey, "title" | "fiscalYear">,
  fiscalYear: number,
): Pick<Survey, "title" | "fiscalYear"> {
  const by = fiscalYear - survey.fiscalYear;
  return { title: shiftText(survey.title, by), fiscalYear };
}

function shiftText(text: Localized, by: number): Localized {
  const shifted: Localized = {};
  for (const language of languages) {
    const words = text[language];
    // Four digits of their own: not those of a longer number.
    if (words) shifted[language] = words.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, (year) => String(Number(year) + by));
  }
  return shifted;
}
