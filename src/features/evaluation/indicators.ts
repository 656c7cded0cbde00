import { fiscalYearsOf } from "../../core/fiscal-calendar.ts";
import { type Basis, homeGovernments, partnershipsAtWork, yearsOfProject } from "./basis.ts";
import { exchangeKinds, jointWorkKinds, toEvidence } from "./count-types.ts";
import { evidenceOf, isReachedIn } from "./deepening.ts";
import { type Evidence, type Indicator, type IndicatorId, type IndicatorYear, indicatorIds } from "./draft.ts";

/** The programme in a few figures a year. How each was counted stands in the messages `evaluation.how.*`. */
export function countIndicators(basis: Basis, years: readonly number[]): Indicator[] {
  return indicatorIds.map((id) => ({
    id,
    years: years.map((fiscalYear) => ({ fiscalYear, ...counters[id](basis, fiscalYear) })),
  }));
}

type Counted = Omit<IndicatorYear, "fiscalYear">;

const counters: Record<IndicatorId, (basis: Basis, fiscalYear: number) => Counted> = {
  "home-cities": (basis, year) => {
    const homes = homeGovernments(basis);
    const working = partnershipsAtWork(basis, year).filter(({ home }) => homes.includes(home));
    return part(new Set(working.map(({ home }) => home)).size, null, working.map(toPartnership));
  },
  "partner-cities": (basis, year) => {
    const working = partnershipsAtWork(basis, year);
    return part(new Set(working.map(({ partner }) => partner)).size, null, working.map(toPartnership));
  },
  exchanges: (basis, year) => {
    const events = basis.events.filter(
      ({ fiscalYear, kind, partnerships }) =>
        fiscalYear === year && partnerships.length > 0 && exchangeKinds.includes(kind),
    );
    return orUnknown(basis, year, part(events.length, null, events.map(toEvidence)));
  },
  trainees: (basis, year) => {
    const events = basis.events.filter(({ fiscalYear, kind }) => fiscalYear === year && kind === "training");
    const people = events.reduce((sum, event) => sum + (event.people ?? 0), 0);
    const counted = orUnknown(basis, year, part(people, null, events.map(toEvidence)));
    const published = basis.published.find((one) => one.measure === "trainings" && one.fiscalYear === year)?.people;
    return published == null || published === counted.value ? counted : { ...counted, published };
  },
  "deep-partnerships": (basis, year) => {
    const working = partnershipsAtWork(basis, year);
    const deep = basis.projects.filter(
      (project) => jointWorkKinds.includes(project.kind) && yearsOfProject(project, basis).includes(year),
    );
    const ids = new Set(deep.flatMap(({ partnership }) => partnership ?? []));
    return part(
      working.filter(({ id }) => ids.has(id)).length,
      working.length,
      deep.filter(({ partnership }) => partnership !== null).map(({ id }) => ({ kind: "project", id })),
    );
  },
  // Nobody keeps it yet: the sources say that some cities bear a share, and never how much.
  "partner-cost": () => part(null, null, []),
  "policy-uptake": (basis, year) => countResults(basis, year, "policy"),
  effects: (basis, year) => countResults(basis, year, "effect"),
  "concerns-solved": (basis, year) => {
    const raised = basis.concerns.filter(({ raisedFrom }) => isIn(raisedFrom, year, basis));
    if (raised.length === 0) return part(null, null, []);
    const solved = raised.filter(({ state }) => state === "solved");
    return part(
      solved.length,
      raised.length,
      raised.map(({ id }) => ({ kind: "concern", id })),
    );
  },
};

function countResults(basis: Basis, year: number, stage: "policy" | "effect"): Counted {
  const reached = basis.results.filter((result) => result.stage === stage && isReachedIn(result, year, basis));
  // That nothing is on record does not say that nothing came of it.
  return reached.length === 0 ? part(null, null, []) : part(reached.length, null, reached.map(evidenceOf));
}

/** An empty year that nobody declares complete is no zero. */
function orUnknown({ incompleteYears }: Basis, year: number, counted: Counted): Counted {
  return counted.value === 0 && incompleteYears.has(year) ? { ...counted, value: null } : counted;
}

export function isIn(day: string, year: number, { calendar }: Pick<Basis, "calendar">): boolean {
  return fiscalYearsOf(calendar, { from: day, to: day })[0] === year;
}

function part(value: number | null, of: number | null, evidence: Evidence[]): Counted {
  return { value, of, evidence };
}

function toPartnership({ id }: { id: string }): Evidence {
  return { kind: "partnership", id };
}
