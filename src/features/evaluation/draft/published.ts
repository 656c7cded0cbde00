import type { Localized } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { Basis } from "../basis.ts";
import type { Evidence, StatedPlace } from "../draft.ts";
import { type PublishedMeasure, type PublishedTotal, sumPublished } from "../published.ts";
import { sayInAll, sayYears, textIn } from "../say.ts";

interface Sentence {
  text: Localized;
  figures: Record<string, number>;
  evidence: Evidence[];
}

/**
 * What the programme has published stands before what its records give, with its place: records that the sources hold only in
 * part must not be read as the finding.
 */
export function putPublishedFirst(
  sentence: Sentence,
  measures: readonly PublishedMeasure[],
  years: readonly number[],
  basis: Basis,
): Sentence & { places?: StatedPlace[] } {
  const totals = measures.flatMap((measure) => {
    const total = sumPublished(basis.published, measure, years);
    return total === null ? [] : [{ measure, total }];
  });
  if (totals.length === 0) return sentence;
  const said = totals.map(({ total }) => sayTotal(total, basis));
  const places = totals.flatMap(({ total }) => total.places);
  const documents = [...new Set(places.map(({ document }) => document))];
  return {
    text: sayInAll("evaluation.draft.besidePublished", (language) => ({
      published: said.map((one) => textIn(one, language)).join(message(language, "evaluation.draft.sentenceJoint")),
      records: textIn(sentence.text, language),
    })),
    figures: {
      ...sentence.figures,
      ...Object.fromEntries(
        totals.flatMap(({ measure, total }) => [
          [`published ${measure}`, total.times],
          ...(total.people === null ? [] : [[`published ${measure} people`, total.people]]),
        ]),
      ),
    },
    evidence: [...documents.map((id) => ({ kind: "document" as const, id })), ...sentence.evidence],
    places,
  };
}

export function sayTotal(total: PublishedTotal, basis: Basis): Localized {
  return sayInAll(chooseWords(total), (language) => ({
    measure: textIn(total.name, language),
    documents: [...new Set(total.places.map(({ document }) => document))]
      .map((id) => textIn(basis.documents.get(id)?.title ?? {}, language) || id)
      .join(message(language, "list.separator")),
    list: total.years
      .map(({ fiscalYear, times }) =>
        message(language, "evaluation.draft.heldIn", {
          year: sayYears(basis, [fiscalYear], language),
          count: times,
        }),
      )
      .join(message(language, "list.separator")),
    times: total.times,
    people: total.people ?? 0,
    recordedTimes: total.recordedTimes,
    recordedPeople: total.recordedPeople,
  }));
}

/** The total of a single year is that year's number: said once. */
function chooseWords({ years, people }: PublishedTotal) {
  if (years.length === 1)
    return people === null ? "evaluation.draft.publishedYear" : "evaluation.draft.publishedYearPeople";
  return people === null ? "evaluation.draft.published" : "evaluation.draft.publishedPeople";
}
