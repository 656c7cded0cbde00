import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Achievement, Concern, EvaluationPoint } from "./evaluation.ts";
import { readAchievements, readConcerns, readEvaluationPoints } from "./store.ts";

export function getAchievements(context: Context): Promise<Achievement[]> {
  return context.cache.get("achievements", () => read(context.database, readAchievements));
}

export function getEvaluationPoints(context: Context): Promise<EvaluationPoint[]> {
  return context.cache.get("evaluation points", () => read(context.database, readEvaluationPoints));
}

export function getConcerns(context: Context): Promise<Concern[]> {
  return context.cache.get("concerns", () => read(context.database, readConcerns));
}
