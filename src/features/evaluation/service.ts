import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Evaluation } from "./draft.ts";
import type { Achievement, EvaluationPoint } from "./evaluation.ts";
import { readAchievements, readEvaluationPoints } from "./store.ts";
import { readEvaluations } from "./store-evaluations.ts";

export function getAchievements(context: Context): Promise<Achievement[]> {
  return context.cache.get("achievements", () => read(context.database, readAchievements));
}

export function getEvaluationPoints(context: Context): Promise<EvaluationPoint[]> {
  return context.cache.get("evaluation points", () => read(context.database, readEvaluationPoints));
}

/** Those that nobody changes any more, the newest years first. */
export async function listFinishedEvaluations(context: Context): Promise<Evaluation[]> {
  return (await read(context.database, readEvaluations)).filter(({ state }) => state === "final");
}
