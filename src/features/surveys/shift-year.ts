import { languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Survey } from "./survey.ts";

/** Title and introduction of a survey as they read in another year: every year that they name moves as far as the survey does. */
export function shiftYear(
  survey: Pick<Survey, "title" | "introduction" | "fiscalYear">,
  fiscalYear: number,
): Pick<Survey, "title" | "introduction" | "fiscalYear"> {
  const by = fiscalYear - survey.fiscalYear;
  return { title: shiftText(survey.title, by), introduction: shiftText(survey.introduction, by), fiscalYear };
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
