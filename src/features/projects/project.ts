import type { Localized } from "../../core/localized.ts";
import type { ProjectResult } from "./results.ts";

export interface ProjectSource {
  document: string;
  place: string;
  row: string | null;
}

export interface Milestone {
  position: number;
  date: string | null;
  dateText: string | null;
  /** first and last possible day, YYYY-MM-DD */
  dateFrom: string | null;
  dateTo: string | null;
  /** as of the source: planned, done or cancelled */
  status: string;
  /** number of the phase that it belongs to */
  phase: number | null;
  /** who answers for it; null: those who lead the project */
  responsible: string | null;
  text: Localized;
  source: ProjectSource;
}

export interface Phase {
  number: number;
  name: Localized;
  period: string | null;
  periodText: string | null;
  periodFrom: string | null;
  periodTo: string | null;
  status: string;
  source: ProjectSource;
}

export interface Site {
  position: number;
  name: Localized;
  /** organisation: city, institute or plant */
  place: string | null;
  purpose: Localized;
  source: ProjectSource;
}

export interface Party {
  organisation: string;
  role: string;
  /** what it does in the project */
  description: Localized;
}

export interface Project {
  id: string;
  kind: string;
  /** as of the source: planned, running or ended */
  status: string;
  title: Localized;
  content: Localized;
  period: string | null;
  periodText: string | null;
  /** first and last possible day, YYYY-MM-DD */
  periodFrom: string | null;
  periodTo: string | null;
  partnership: string | null;
  funding: string;
  /** budget line, by the name or number that its own books give it */
  budgetReference: string | null;
  agreement: string | null;
  method: Localized;
  data: Localized;
  topics: string[];
  parties: Party[];
  phases: Phase[];
  milestones: Milestone[];
  sites: Site[];
  results: ProjectResult[];
  source: ProjectSource;
}

/** In the order in which readers look for them. */
export const projectKinds = [
  "joint-research",
  "model-project",
  "designated-city",
  "planning-support",
  "technical-cooperation",
] as const;

/** Local governments and institutes that answer for the project; those that help come after. */
export const projectRoles = ["lead", "implementing", "support"] as const;

export const phaseStatuses = ["planned", "running", "done"] as const;
export const milestoneStatuses = ["planned", "done", "cancelled"] as const;
