import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Source } from "../programme/source.ts";
import type { RecordScope } from "../records/record.ts";
import type { Difficulty, HelpKind } from "./need.ts";

/** How help is given: people come, people go, from afar, on paper. */
export const offerForms = ["receive", "dispatch", "remote", "material"] as const;
export type OfferForm = (typeof offerForms)[number];

export const costBearers = ["programme", "provider", "receiver", "shared", "to-be-agreed"] as const;
export type CostBearer = (typeof costBearers)[number];

export const capacityUnits = ["people", "times", "projects"] as const;
export type CapacityUnit = (typeof capacityUnits)[number];

export const offerStates = ["open", "closed"] as const;
export type OfferState = (typeof offerStates)[number];

/** What a city, an institute, an expert or a company can give. */
export interface Offer extends Pick<RecordScope, "visibility" | "owner" | "sides" | "platform"> {
  id: string;
  origin: "programme" | "member";
  /** who gives it */
  organisation: string;
  language: Language;
  title: Localized;
  detail: Localized;
  /** ids of the programme's topics */
  topics: string[];
  kinds: HelpKind[];
  forms: OfferForm[];
  /** up to which it can help */
  difficulty: Difficulty | null;
  languages: Language[];
  experience: Localized;
  facilities: Localized;
  conditions: Localized;
  costBorneBy: CostBearer | null;
  capacityUnit: CapacityUnit | null;
  /** how much there is in a fiscal year; a year that is not named is not limited by anything that was said */
  capacities: { fiscalYear: number; capacity: number }[];
  state: OfferState;
  source: Source | null;
  createdBy: string | null;
  createdAt: Date;
  changedAt: Date;
  /** rises with every save */
  revision: number;
}
