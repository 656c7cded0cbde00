import { type CaseStage, type CompanyCase, caseStages, type ObstacleKind, obstacleKinds } from "./company-case.ts";

/** How many cases came at least so far, and how many of them stopped there or later without a contract. */
export function countStages(cases: readonly CompanyCase[]): { stage: CaseStage; alive: number; stopped: number }[] {
  return caseStages.map((stage, index) => {
    const reached = cases.filter((one) => caseStages.indexOf(one.reached) >= index);
    const stopped = reached.filter(({ state }) => state === "stopped").length;
    return { stage, alive: reached.length - stopped, stopped };
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
