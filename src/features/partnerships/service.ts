import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Agreement, Partnership, Plan } from "./partnership.ts";
import { readAgreements, readPartnerships, readPlans } from "./store.ts";

export function getPartnerships(context: Context): Promise<Partnership[]> {
  return context.cache.get("partnerships", () => read(context.database, readPartnerships));
}

/** Throws `not-found` for an unknown id. */
export async function getPartnership(context: Context, id: string): Promise<Partnership> {
  const partnership = (await getPartnerships(context)).find((candidate) => candidate.id === id);
  if (!partnership) throw new AppError("not-found", { kind: "partnership", id });
  return partnership;
}

export function getAgreements(context: Context): Promise<Agreement[]> {
  return context.cache.get("agreements", () => read(context.database, readAgreements));
}

export function getPlans(context: Context): Promise<Plan[]> {
  return context.cache.get("plans", () => read(context.database, readPlans));
}
