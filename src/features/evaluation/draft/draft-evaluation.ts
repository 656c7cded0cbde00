import { type Basis, homeGovernments } from "../basis.ts";
import { statedFor } from "../compare-stated.ts";
import { countType } from "../count-types.ts";
import type { CountedType, Draft, StatedPlace, StatementSection } from "../draft.ts";
import type { Achievement, EvaluationPoint, Source } from "../evaluation.ts";
import { draftAchievements } from "./achievements.ts";
import { draftReview } from "./review.ts";

export interface Stated {
  achievements: readonly Achievement[];
  points: readonly EvaluationPoint[];
}

const sectionOfPoint: Record<EvaluationPoint["section"], StatementSection> = {
  progress: "progress",
  outcome: "result",
  concern: "task",
};

/** Everything that the records give, and what a document states for exactly these years: that first, since people wrote it. */
export function draftEvaluation(
  years: readonly number[],
  basis: Basis,
  stated: Stated,
): { types: CountedType[]; drafts: Draft[] } {
  const governments = homeGovernments(basis);
  const achievements = statedFor(stated.achievements, years, basis);
  const documents = new Set(achievements.map(({ source }) => source.document));
  // The points carry no period of their own: they are of the document whose table does.
  const points = stated.points.filter(({ source }) => documents.has(source.document));
  return {
    types: governments.map((government) => countType(government, years, basis)),
    drafts: [
      ...governments.flatMap((government) => [
        ...achievements.filter(({ organisation }) => organisation === government).map(quoteAchievement),
        ...draftAchievements(government, years, basis),
      ]),
      ...points.map(quotePoint),
      ...draftReview(years, basis, points.length > 0),
    ],
  };
}

/** The gist of what the document says, in the programme's own words: whoever reads it is led to the place itself. */
function quoteAchievement({ organisation, text, source }: Achievement, index: number): Draft {
  return {
    key: `achievement/${organisation}/stated/${source.document}/${index + 1}`,
    origin: "document",
    section: "achievement",
    organisation,
    figures: {},
    text,
    evidence: [{ kind: "document", id: source.document }],
    places: [placeOf(source)],
    withoutEvidence: null,
  };
}

function quotePoint({ id, section, text, source }: EvaluationPoint): Draft {
  return {
    key: `stated/${id}`,
    origin: "document",
    section: sectionOfPoint[section],
    organisation: null,
    figures: {},
    text,
    evidence: [{ kind: "document", id: source.document }],
    places: [placeOf(source)],
    withoutEvidence: null,
  };
}

function placeOf({ document, place, row }: Source): StatedPlace {
  return { document, place, ...(row === null ? {} : { row }) };
}
