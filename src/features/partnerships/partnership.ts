import type { Localized } from "../../core/localized.ts";
import type { Source } from "../programme/source.ts";

export interface Partnership {
  id: string;
  home: string;
  partner: string;
  basis: string;
  funding: string;
  since: string | null;
  note: Localized;
  /** type by fiscal year: A, B, planned or active */
  years: { fiscalYear: number; type: string; source: Source }[];
  source: Source;
}

export interface Agreement {
  id: string;
  kind: string;
  status: string;
  title: Localized;
  signed: string | null;
  signedText: string | null;
  /** first possible day, for ordering */
  signedFrom: string | null;
  valid: string | null;
  partnership: string | null;
  content: Localized;
  parties: { organisation: string; signatory: Localized }[];
  source: Source;
}

export interface Plan {
  id: string;
  fiscalYear: number;
  organisation: string;
  partners: string[];
  content: Localized;
  /** from whose answers it was taken */
  survey: string | null;
  source: Source;
}

/** Types in the order of weight: a year of B says more than one of A. */
export const partnershipTypes = ["B", "A", "active", "planned"] as const;

/** The weightiest type that the years carry, null where none does. */
export function strongestType(partnership: Pick<Partnership, "years">): string | null {
  const types = new Set(partnership.years.map((year) => year.type));
  return partnershipTypes.find((type) => types.has(type)) ?? null;
}
