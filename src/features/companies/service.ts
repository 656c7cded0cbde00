import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { isOpenable } from "../needs/company-view.ts";
import { isOpenNeed, type Need } from "../needs/need.ts";
import { listNeeds } from "../needs/service.ts";
import { limitCase } from "./access.ts";
import type { CompanyCase, CompanyCaseEvent } from "./company-case.ts";
import { findCase, readCaseEvents, readCases } from "./store.ts";

/** Those that the actor may see, each as far as the actor may know it. Throws `forbidden`. */
export async function listCases(context: Context, actor: Actor): Promise<CompanyCase[]> {
  requirePermission(actor, "companies.keep");
  const cases = await read(context.database, readCases);
  return cases.flatMap((found) => limitCase(actor, found) ?? []);
}

/** Throws `not-found` for what is not there or not for the actor's eyes: that another company has a case is its own affair. */
export async function getCase(
  context: Context,
  actor: Actor,
  id: string,
): Promise<{ found: CompanyCase; events: CompanyCaseEvent[] }> {
  requirePermission(actor, "companies.keep");
  return read(context.database, async (transaction) => {
    const whole = await findCase(transaction, id);
    const found = whole && limitCase(actor, whole);
    if (!found) throw new AppError("not-found", { kind: "company-case", id });
    return { found, events: await readCaseEvents(transaction, id) };
  });
}

/** Needs that were opened to companies and for which something is still to be done, as the actor may know them. */
export async function listNeedsForCompanies(context: Context, actor: Actor): Promise<Need[]> {
  const needs = await listNeeds(context, actor);
  return needs.filter((need) => need.openToCompanies && isOpenable(need.visibility) && isOpenNeed(need));
}
