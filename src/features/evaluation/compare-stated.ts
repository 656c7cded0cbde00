import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { fiscalYearsOf } from "../../core/fiscal-calendar.ts";
import type { Localized } from "../../core/localized.ts";
import type { Basis } from "./basis.ts";
import type { CountedType, GovernmentType } from "./draft.ts";
import type { Achievement } from "./evaluation.ts";
import { nameOrganisations, sayInAll } from "./say.ts";

/** What a document of the programme says of a local government's type, beside what the records give. */
export interface TypeComparison {
  organisation: string;
  stated: string;
  document: string;
  counted: GovernmentType;
  agrees: boolean;
  /** why they differ, as far as the records show; empty where they agree */
  explanation: Localized;
  note: Localized;
}

/** Achievements that a document states for exactly these fiscal years. */
export function statedFor(
  achievements: readonly Achievement[],
  years: readonly number[],
  { calendar }: Pick<Basis, "calendar">,
): Achievement[] {
  return achievements.filter(({ period }) => {
    const parsed = parseEdtf(period);
    const judged = parsed.ok ? fiscalYearsOf(calendar, edtfBounds(parsed.value)) : [];
    return judged.length === years.length && judged.every((year, index) => year === years[index]);
  });
}

export type StatedType = Pick<Achievement, "organisation" | "type" | "note" | "source">;

/** Types that documents give partnerships in a single year; several years of one government have several, and say no one type. */
export function statedInYear(years: readonly number[], { partnerships }: Pick<Basis, "partnerships">): StatedType[] {
  if (years.length !== 1) return [];
  const all = partnerships.flatMap(({ home, years: own }) =>
    own
      .filter(({ fiscalYear, type }) => fiscalYear === years[0] && (type === "A" || type === "B"))
      .map(({ type, source }) => ({ organisation: home, type, note: {}, source })),
  );
  // Whoever has one partnership of type B is of type B.
  return all.toSorted((a, b) => (a.type === b.type ? 0 : a.type === "B" ? -1 : 1));
}

export function compareTypes(
  types: readonly CountedType[],
  stated: readonly StatedType[],
  basis: Basis,
): Map<string, TypeComparison> {
  const first = new Map(stated.toReversed().map((achievement) => [achievement.organisation, achievement]));
  return new Map(
    types.flatMap(({ organisation, counted, reasons }) => {
      const claim = first.get(organisation);
      if (!claim) return [];
      const agrees = claim.type === counted;
      const comparison: TypeComparison = {
        organisation,
        stated: claim.type,
        document: claim.source.document,
        counted,
        agrees,
        explanation: agrees ? {} : explain(organisation, claim.type, counted, reasons.length > 0, basis),
        note: claim.note,
      };
      return [[organisation, comparison] as const];
    }),
  );
}

function explain(
  organisation: string,
  stated: string,
  counted: GovernmentType,
  hasRecords: boolean,
  basis: Basis,
): Localized {
  const difference =
    counted === "none" || !hasRecords
      ? "noRecords"
      : stated === "B"
        ? "noProject"
        : counted === "B"
          ? "hasProject"
          : "other";
  return sayInAll(`evaluation.difference.${difference}`, (language) => ({
    name: nameOrganisations(basis, [organisation], language),
    stated,
    counted,
  }));
}
