import type { Localized } from "../../core/localized.ts";
import type { Milestone, Project, ProjectSource } from "./project.ts";

/**
 * The links of a results chain after what was put in: what the work made, which policy took it up, what that did to emissions or
 * air, and what Japan has of it. D 2(3) asks of every joint research and model project how its results reach policy and emissions.
 */
export const resultStages = ["output", "uptake", "effect", "benefit-home"] as const;
export type ResultStage = (typeof resultStages)[number];

/** "Not measured" is an answer, and one that readers see. */
export const resultStates = ["expected", "achieved", "not-measured"] as const;
export type ResultState = (typeof resultStates)[number];

/** A value with its period: EDTF, and its first and last possible day. */
export interface PeriodValue {
  value: number;
  period: string;
  from: string | null;
  to: string | null;
}

export interface ActualValue extends PeriodValue {
  periodText: string | null;
  /** plus or minus, in the unit of the result */
  uncertainty: number | null;
  source: ProjectSource;
}

export interface ProjectResult {
  number: number;
  stage: ResultStage;
  state: ResultState;
  date: string | null;
  dateText: string | null;
  text: Localized;
  /** id of the policy that took it up */
  policy: string | null;
  policyText: Localized;
  indicator: Localized;
  unit: string | null;
  baseline: PeriodValue | null;
  target: PeriodValue | null;
  /** in the order of their periods */
  actuals: ActualValue[];
  method: Localized;
  uncertainty: Localized;
  /** organisation */
  verifiedBy: string | null;
  verifiedText: Localized;
  source: ProjectSource;
}

/** How far a link of the chain has come. An effect that is told in words and backed by no value is `stated`, not `measured`. */
export type StageStanding = "measured" | "achieved" | "stated" | "expected" | "not-measured" | "none";

export interface ChainLink {
  stage: ResultStage;
  standing: StageStanding;
  results: ProjectResult[];
}

/** The results chain of a project, a link for every stage; a link without results stays, as it is what is missing. */
export function chainOf(project: Pick<Project, "results">): ChainLink[] {
  return resultStages.map((stage) => {
    const results = project.results.filter((result) => result.stage === stage);
    return { stage, standing: standingOf(stage, results), results };
  });
}

export function standingOf(stage: ResultStage, results: readonly ProjectResult[]): StageStanding {
  if (results.length === 0) return "none";
  const achieved = results.filter(({ state }) => state === "achieved");
  if (achieved.some(isMeasured)) return "measured";
  if (achieved.length > 0) return stage === "effect" ? "stated" : "achieved";
  return results.some(({ state }) => state === "expected") ? "expected" : "not-measured";
}

/** Values stand for it, measured after the baseline. */
export function isMeasured({ actuals, baseline }: ProjectResult): boolean {
  return baseline !== null && actuals.length > 0;
}

/** The share of the way from the baseline to the target that the newest value has come; null where there is no target. */
export function progressOf({ baseline, target, actuals }: ProjectResult): number | null {
  const newest = actuals.at(-1);
  if (!baseline || !target || !newest || target.value === baseline.value) return null;
  return (newest.value - baseline.value) / (target.value - baseline.value);
}

export interface MilestoneOf<Owner = Project> {
  project: Owner;
  milestone: Milestone;
  /** whole days since (overdue) or until (due) its last possible day */
  days: number;
}

/** Planned, and its last possible day is past; the longest overdue first. One without a last day is never overdue. */
export function findOverdueMilestones<Owner extends Pick<Project, "milestones">>(
  projects: readonly Owner[],
  today: string,
): MilestoneOf<Owner>[] {
  return plannedMilestones(projects, today)
    .filter(({ days }) => days < 0)
    .map((found) => ({ ...found, days: -found.days }))
    .toSorted((a, b) => b.days - a.days);
}

/** Planned, and its last possible day is among the next ones, today included; the nearest first. */
export function findDueMilestones<Owner extends Pick<Project, "milestones">>(
  projects: readonly Owner[],
  today: string,
  daysAhead: number,
): MilestoneOf<Owner>[] {
  return plannedMilestones(projects, today)
    .filter(({ days }) => days >= 0 && days <= daysAhead)
    .toSorted((a, b) => a.days - b.days);
}

function plannedMilestones<Owner extends Pick<Project, "milestones">>(
  projects: readonly Owner[],
  today: string,
): MilestoneOf<Owner>[] {
  const now = Temporal.PlainDate.from(today);
  return projects.flatMap((project) =>
    project.milestones.flatMap((milestone) =>
      milestone.status === "planned" && milestone.dateTo !== null
        ? [{ project, milestone, days: now.until(milestone.dateTo, { largestUnit: "days" }).days }]
        : [],
    ),
  );
}

/** Who answers for a milestone: whom it names, else those who lead the project. */
export function responsibleFor(project: Pick<Project, "parties">, milestone: Milestone): string[] {
  if (milestone.responsible !== null) return [milestone.responsible];
  return project.parties.filter(({ role }) => role === "lead").map(({ organisation }) => organisation);
}

export interface ResultsSummary {
  projects: number;
  /** every project stands in one standing of every stage */
  stages: Record<ResultStage, Record<StageStanding, Project[]>>;
}

/** How far the projects have come, stage by stage. */
export function summariseResults(projects: readonly Project[]): ResultsSummary {
  const count = (stage: ResultStage): Record<StageStanding, Project[]> => {
    const standings: Record<StageStanding, Project[]> = {
      measured: [],
      achieved: [],
      stated: [],
      expected: [],
      "not-measured": [],
      none: [],
    };
    for (const project of projects) {
      const link = chainOf(project).find((candidate) => candidate.stage === stage);
      standings[link?.standing ?? "none"].push(project);
    }
    return standings;
  };
  return {
    projects: projects.length,
    stages: {
      output: count("output"),
      uptake: count("uptake"),
      effect: count("effect"),
      "benefit-home": count("benefit-home"),
    },
  };
}
