import type { Localized } from "../../core/localized.ts";

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
  /** as of the source: planned or done */
  status: string;
  text: Localized;
  source: ProjectSource;
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
  partnership: string | null;
  funding: string;
  topics: string[];
  parties: { organisation: string; role: string }[];
  milestones: Milestone[];
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
