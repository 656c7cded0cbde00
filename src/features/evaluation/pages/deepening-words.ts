import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { links } from "../../../web/links.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { getBooks } from "../../programme/books.ts";
import type { Programme } from "../../programme/programme.ts";
import { getProgramme } from "../../programme/service.ts";
import type { Basis } from "../basis.ts";
import type { DeepeningStep, DeepeningYear, PublishedStep } from "../draft.ts";
import { evidenceHref } from "../evidence.ts";
import { sayPublishedCount } from "../say-indicator.ts";
import { sayPlace } from "../word-place.ts";

/** What the picture needs to name things. */
export interface PictureKnowledge {
  language: Language;
  programme: Programme;
  partnershipName(id: string): string;
  partnershipHref(id: string): string;
  documents: Basis["documents"];
}

export async function getPictureKnowledge(context: Context, language: Language): Promise<PictureKnowledge> {
  const directory = await getDirectory(context);
  const documents = new Map((await getBooks(context)).documents.map((document) => [document.id, document]));
  const partnerships = new Map((await getPartnerships(context)).map((partnership) => [partnership.id, partnership]));
  return {
    language,
    programme: await getProgramme(context),
    partnershipName: (id) => {
      const pair = partnerships.get(id);
      return pair === undefined
        ? id
        : message(language, "evaluation.evidence.pair", {
            home: directory.shortName(pair.home, language),
            partner: directory.shortName(pair.partner, language),
          });
    },
    partnershipHref: (id) => links.partnership(language, id),
    documents,
  };
}

export function stepName(step: DeepeningStep, language: Language): string {
  return message(language, `evaluation.step.${step}`);
}

export function nameYear(year: number, { programme, language }: PictureKnowledge): string {
  return fiscalYearLabel(programme.calendar, year, language);
}

export function sayStated(stated: string, language: Language): string {
  return message(language, "evaluation.deepening.stated", {
    type: choiceMessage(language, "evaluation.statedType", stated),
  });
}

export function publishedOf({ published = [] }: DeepeningYear, step: DeepeningStep): PublishedStep[] {
  return published.filter((one) => one.step === step);
}

/** The number with what it counts and where it stands. */
export function sayPublished(figure: PublishedStep, { language, documents }: PictureKnowledge): string {
  return message(language, "evaluation.published.figure", {
    measure: localize(figure.name, language).text,
    count: sayPublishedCount(figure, language),
    document: localize(documents.get(figure.place.document)?.title ?? {}, language).text,
    place: sayPlace(figure.place, documents, language),
  });
}

/** One record is shown itself; of several, the list that holds them. */
export function stepHref(
  partnership: string,
  { fiscalYear, steps }: DeepeningYear,
  step: DeepeningStep,
  { language }: PictureKnowledge,
): string {
  const [first, ...others] = steps[step] ?? [];
  if (first !== undefined && (others.length === 0 || first.kind !== "activity")) return evidenceHref(first, language);
  return links.activities(language, { partnership, fiscalYear, ...(step === "training" ? { kind: "training" } : {}) });
}
