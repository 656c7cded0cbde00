import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import type { Indicator, IndicatorYear, PublishedStep } from "./draft.ts";

/** 「9／20」 where it is a part of something; in words where nobody recorded it. */
export function sayIndicator(indicator: Pick<Indicator, "id">, year: IndicatorYear, language: Language): string {
  const own = sayOwn(indicator, year, language);
  return year.published === undefined
    ? own
    : message(language, "evaluation.indicator.beside", { own, published: year.published });
}

function sayOwn({ id }: Pick<Indicator, "id">, { value, of }: IndicatorYear, language: Language): string {
  if (value === null) return message(language, id === "effects" ? "evaluation.notMeasured" : "evaluation.notOnRecord");
  return of === null ? value.toLocaleString(language) : message(language, "evaluation.indicator.part", { value, of });
}

/** 「2回・6人」 */
export function sayPublishedCount(
  { times, people }: Pick<PublishedStep, "times" | "people">,
  language: Language,
): string {
  return people === null
    ? message(language, "evaluation.published.times", { times })
    : message(language, "evaluation.published.timesPeople", { times, people });
}
