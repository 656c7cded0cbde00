import { type CaseStage, type CompanyCase, caseStages, type ObstacleKind, obstacleKinds } from "./company-case.ts";

/** How many cases are kept, and how many of them have stood in each later stage; of both, how many stopped since without a contract. */
export function countStages(cases: readonly CompanyCase[]): { stage: CaseStage; alive: number; stopped: number }[] {
  return caseStages.map((stage) => {
    const own = stage === "lead" ? cases : cases.filter(({ stood }) => stood.includes(stage));
    const stopped = own.filter(({ state }) => state === "stopped").length;
    return { stage, alive: own.length - stopped, stopped };
  });
}

/** Over cases; one with two obstacles is counted in both. */
export function countObstacles(
  cases: readonly CompanyCase[],
): { kind: ObstacleKind; alive: number; stopped: number }[] {
  return obstacleKinds
    .map((kind) => {
      const own = cases.filter((one) => one.obstacleKinds.includes(kind));
      const stopped = own.filter(({ state }) => state === "stopped").length;
      return { kind, alive: own.length - stopped, stopped };
    })
    .filter(({ alive, stopped }) => alive + stopped > 0)
    .toSorted((a, b) => b.alive + b.stopped - (a.alive + a.stopped));
}
