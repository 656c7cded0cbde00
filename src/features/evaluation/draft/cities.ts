import { message } from "../../../messages/message.ts";
import { type Basis, homeGovernments, partnershipsAtWork, yearsOfProject } from "../basis.ts";
import type { Draft } from "../draft.ts";
import { sayInAll, sayYears, textIn } from "../say.ts";

/** Who took part, and how many of them by a document only: without that, a reader asks why one of them has no type. */
export function draftCities(years: readonly number[], basis: Basis): Draft {
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  const from = countSides(first, basis);
  const to = countSides(last, basis);
  const cities = { homeFirst: from.home, partnerFirst: from.partner, homeLast: to.home, partnerLast: to.partner };
  const stated = [
    { year: first, ...from.stated },
    { year: last, ...to.stated },
  ]
    .slice(years.length === 1 ? 1 : 0)
    .filter(({ home, partner }) => home + partner > 0);
  const said = sayInAll(`evaluation.draft.${years.length === 1 ? "citiesYear" : "cities"}`, (language) => ({
    first: sayYears(basis, [first], language),
    last: sayYears(basis, [last], language),
    ...cities,
  }));
  const working = [...new Set(years.flatMap((year) => partnershipsAtWork(basis, year).map(({ id }) => id)))];
  return {
    ...{ key: "progress/cities", origin: "records", section: "progress", organisation: null, withoutEvidence: null },
    figures: {
      ...cities,
      ...Object.fromEntries(
        stated.flatMap(({ year, home, partner }) => [
          [`stated home ${year}`, home],
          [`stated partner ${year}`, partner],
        ]),
      ),
    },
    text:
      stated.length === 0
        ? said
        : sayInAll("evaluation.draft.citiesStated", (language) => ({
            text: textIn(said, language),
            list: stated
              .map(({ year, home, partner }) =>
                message(language, `evaluation.draft.${years.length === 1 ? "statedSides" : "statedSidesIn"}`, {
                  year: sayYears(basis, [year], language),
                  home,
                  partner,
                }),
              )
              .join(message(language, "list.separator")),
          })),
    evidence: working.map((id) => ({ kind: "partnership" as const, id })),
  };
}

function countSides(year: number, basis: Basis) {
  const governments = homeGovernments(basis);
  const working = partnershipsAtWork(basis, year);
  const recorded = working.filter((one) => isRecorded(one.id, year, basis));
  const homes = (all: typeof working) =>
    new Set(all.map(({ home }) => home).filter((id) => governments.includes(id))).size;
  const partners = (all: typeof working) => new Set(all.map(({ partner }) => partner)).size;
  return {
    home: homes(working),
    partner: partners(working),
    stated: { home: homes(working) - homes(recorded), partner: partners(working) - partners(recorded) },
  };
}

function isRecorded(partnership: string, year: number, basis: Basis): boolean {
  return (
    basis.events.some(({ fiscalYear, partnerships }) => fiscalYear === year && partnerships.includes(partnership)) ||
    basis.projects.some((one) => one.partnership === partnership && yearsOfProject(one, basis).includes(year))
  );
}
