import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { links } from "../../../web/links.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import type { Programme } from "../../programme/programme.ts";
import { getProgramme } from "../../programme/service.ts";
import type { DeepeningStep, DeepeningYear } from "../draft.ts";
import { evidenceHref } from "../evidence.ts";

/** What the picture needs to name things. */
export interface PictureKnowledge {
  language: Language;
  programme: Programme;
  partnershipName(id: string): string;
  partnershipHref(id: string): string;
}

export async function getPictureKnowledge(context: Context, language: Language): Promise<PictureKnowledge> {
  const directory = await getDirectory(context);
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
