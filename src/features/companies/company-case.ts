import type { Localized } from "../../core/localized.ts";
import type { Amount } from "./contract-amount.ts";

/** How far a case has come, as the economic association tells it (B, Ⅲ 12). */
export const caseStates = ["lead", "in-talks", "trial", "contracted", "stopped"] as const;
export type CaseState = (typeof caseStates)[number];

/** Steps on the way to a contract; a case may stop at each. */
export const caseStages = ["lead", "in-talks", "trial", "contracted"] as const satisfies readonly CaseState[];
export type CaseStage = (typeof caseStages)[number];

/** Where a case may go from each state; one that stopped is taken up again where people talk. */
export const caseSteps: Record<CaseState, readonly CaseState[]> = {
  lead: ["in-talks", "trial", "contracted", "stopped"],
  "in-talks": ["trial", "contracted", "lead", "stopped"],
  trial: ["contracted", "in-talks", "stopped"],
  contracted: ["trial", "stopped"],
  stopped: ["lead", "in-talks"],
};

/** The first two are those that the association names (B, Ⅲ 12, 課題); the others are what else holds up the sale of a technology. */
export const obstacleKinds = [
  "communication",
  "field-too-broad",
  "cost",
  "technical",
  "regulation",
  "intellectual-property",
  "partner-change",
  "other",
] as const;
export type ObstacleKind = (typeof obstacleKinds)[number];

/** A technology of a company, and who might use it. */
export interface CompanyCase {
  id: string;
  /** organisation that keeps the case */
  owner: string;
  company: string;
  partner: string | null;
  need: string | null;
  /** business-matching event where it began */
  activity: string | null;
  title: Localized;
  technology: Localized;
  topics: string[];
  /** a person at the company; null also for those who may not know */
  contact: string | null;
  state: CaseState;
  obstacleKinds: ObstacleKind[];
  obstacle: Localized;
  /** YYYY-MM-DD */
  contractedOn: string | null;
  contractNote: Localized;
  amount: Amount | null;
  createdAt: Date;
  changedAt: Date;
  revision: number;
  /** the furthest stage that it reached */
  reached: CaseStage;
  /** stages in which it has stood; one that was entered as a contract never was a trial */
  stood: CaseStage[];
}

export interface CompanyCaseEvent {
  id: number;
  before: CaseState | null;
  after: CaseState;
  /** fields that a correction changed */
  fields: string[];
  note: string | null;
  at: Date;
}

/** The furthest stage among the states that a case has been in. */
export function furthestStage(states: readonly CaseState[]): CaseStage {
  return caseStages.findLast((stage) => states.includes(stage)) ?? "lead";
}
