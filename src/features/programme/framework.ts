import type { Localized } from "../../core/localized.ts";
import type { Source } from "./source.ts";

/** An organisation in the part of a platform, as one source names it. */
export interface Platform {
  id: string;
  role: string;
  country: string;
  organisation: string;
  established: string | null;
  fiscalYears: number[];
  task: Localized;
  source: Source;
}

export interface Principle {
  id: string;
  /** as the document numbers it: 5-2-1; ※ for a remark on all of them */
  number: string;
  text: Localized;
  source: Source;
}

export interface StructureNode {
  id: string;
  level: string;
  country: string;
  organisations: string[];
  label: Localized;
  source: Source;
}

export interface StructureLink {
  from: string;
  to: string;
  mutual: boolean;
  label: Localized;
  source: Source;
}

/** How the programme is built: who holds which part, by which principles, and what passes between the parts. */
export interface Framework {
  platforms: Platform[];
  principles: Principle[];
  nodes: StructureNode[];
  links: StructureLink[];
}

export interface GlossaryEntry {
  id: string;
  term: Localized;
  definition: Localized;
}

/** How many rows of a sheet there are, and how many of them each document is cited for. */
export interface SheetCount {
  sheet: string;
  records: number;
  byDocument: Record<string, number>;
}
