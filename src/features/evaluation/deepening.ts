import { fiscalYearsOf } from "../../core/fiscal-calendar.ts";
import { type Basis, yearsOfProject } from "./basis.ts";
import { toEvidence } from "./count-types.ts";
import {
  type DeepeningRow,
  type DeepeningStep,
  type DeepeningYear,
  deepeningSteps,
  type Evidence,
  uniqueEvidence,
} from "./draft.ts";
import type { ProjectOutcome } from "./project-outcomes.ts";
import { findPublishedSteps } from "./published-steps.ts";

/** Which step an activity shows. What only tells of plans or papers is no step of its own. */
const stepOfActivity: Partial<Record<string, DeepeningStep>> = {
  consultation: "exchange",
  visit: "exchange",
  dispatch: "exchange",
  delegation: "exchange",
  seminar: "exchange",
  "joint-meeting": "exchange",
  signing: "exchange",
  survey: "exchange",
  outreach: "exchange",
  training: "training",
};

/**
 * Help with a plan and technical cooperation are work on one subject together. Studies with the designated cities (C, 9 and 10) are
 * support of their own kind: neither C nor D calls them model projects.
 */
const stepOfProject: Partial<Record<string, DeepeningStep>> = {
  "joint-research": "joint-research",
  "technical-cooperation": "joint-research",
  "planning-support": "joint-research",
  "model-project": "model-project",
  "designated-city": "designated-city",
};

/** How far each partnership has come, year by year; the deepest first, and among equals the one with more years. */
export function traceDeepening(basis: Basis, years: readonly number[]): DeepeningRow[] {
  return basis.partnerships
    .map((partnership) => {
      const traced = years.map((fiscalYear): DeepeningYear => {
        const stated = partnership.years.find((year) => year.fiscalYear === fiscalYear && year.type !== "planned");
        const steps = findSteps(partnership.id, fiscalYear, basis);
        const published = findPublishedSteps(partnership.id, { fiscalYear, steps }, basis);
        return { fiscalYear, steps, stated: stated?.type ?? null, published };
      });
      return { partnership: partnership.id, years: traced, deepest: deepestOf(traced) };
    })
    .toSorted((a, b) => depthOf(b) - depthOf(a) || countMarks(b) - countMarks(a));
}

export function deepestStep(year: Pick<DeepeningYear, "steps">): DeepeningStep | null {
  return deepeningSteps.findLast((step) => (year.steps[step] ?? []).length > 0) ?? null;
}

function findSteps(partnership: string, fiscalYear: number, basis: Basis): DeepeningYear["steps"] {
  const found: [DeepeningStep, Evidence][] = [];
  for (const event of basis.events) {
    const step = stepOfActivity[event.kind];
    if (step && event.fiscalYear === fiscalYear && event.partnerships.includes(partnership))
      found.push([step, toEvidence(event)]);
  }
  const projects = basis.projects.filter((project) => project.partnership === partnership);
  for (const project of projects) {
    const step = stepOfProject[project.kind];
    if (step && yearsOfProject(project, basis).includes(fiscalYear))
      found.push([step, { kind: "project", id: project.id }]);
    for (const result of basis.results)
      if (result.project === project.id && isReachedIn(result, fiscalYear, basis))
        found.push([result.stage === "policy" ? "policy" : "effect", evidenceOf(result)]);
  }
  const steps: DeepeningYear["steps"] = {};
  for (const step of deepeningSteps) {
    const own = found.flatMap(([of, evidence]) => (of === step ? [evidence] : []));
    if (own.length > 0) steps[step] = uniqueEvidence(own);
  }
  return steps;
}

/** A result counts in the year in which it was reached; one without a date cannot be placed. */
export function isReachedIn(
  result: ProjectOutcome,
  fiscalYear: number,
  { calendar }: Pick<Basis, "calendar">,
): boolean {
  if (!result.isReached || result.stage === "benefit") return false;
  const years = fiscalYearsOf(calendar, { from: result.dateFrom, to: result.dateTo });
  return years.at(-1) === fiscalYear;
}

export function evidenceOf({ project, policy }: ProjectOutcome): Evidence {
  return policy === null ? { kind: "project", id: project } : { kind: "policy", id: policy };
}

function deepestOf(years: readonly DeepeningYear[]): DeepeningStep | null {
  const reached = new Set(years.map(deepestStep));
  return deepeningSteps.findLast((step) => reached.has(step)) ?? null;
}

function depthOf({ deepest }: DeepeningRow): number {
  return deepest === null ? -1 : deepeningSteps.indexOf(deepest);
}

function countMarks({ years }: DeepeningRow): number {
  return years.reduce((sum, { steps }) => sum + Object.keys(steps).length, 0);
}
