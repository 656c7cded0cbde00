import type { Localized } from "../../core/localized.ts";

export interface Source {
  document: string;
  place: string;
  row: string | null;
}

export interface Achievement {
  organisation: string;
  /** A: exchange; B: also joint research or a model project */
  type: string;
  /** ISO 8601-2 interval that is judged */
  period: string;
  text: Localized;
  note: Localized;
  source: Source;
}

export interface EvaluationPoint {
  id: string;
  section: "progress" | "outcome" | "concern";
  text: Localized;
  source: Source;
}
