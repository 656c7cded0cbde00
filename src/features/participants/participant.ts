import { foldText } from "../../core/text-folding.ts";
import { uncountedCategories } from "../activities/activity.ts";
import { peopleCategories } from "../activities/sheets.ts";

/** Someone who takes part in an activity: personal data, for its organisers alone. */
export interface Participant extends ParticipantCells {
  id: string;
  /** name and contact are gone; the person still counts */
  erased: boolean;
}

/** As people enter it; an empty cell is "". Family and given name stand apart, in each script. */
export type ParticipantCells = Record<ParticipantField, string>;

export const participantFields = [
  "family_name",
  "given_name",
  "family_name_kana",
  "given_name_kana",
  "family_name_roman",
  "given_name_roman",
  "affiliation",
  "office",
  "category",
  "email",
  "note",
] as const;
export type ParticipantField = (typeof participantFields)[number];

export const requiredFields: readonly ParticipantField[] = ["family_name", "given_name", "affiliation", "category"];

/** Of people: media and companies are counted as bodies. */
export const participantCategories = peopleCategories.filter((category) => !uncountedCategories.includes(category));

const longest: Partial<Record<ParticipantField, number>> = { affiliation: 200, office: 200, email: 254, note: 500 };

export const participantLimits = { perActivity: 1_000, perPaste: 500 };

export type ParticipantReason = "required" | "long" | "kana" | "roman" | "email" | "category" | "duplicate" | "columns";

export interface ParticipantProblem {
  field: ParticipantField;
  reason: ParticipantReason;
}

/** The cells as they are kept: one form of each character, no spaces around. */
export function cleanCells(cells: Partial<Record<string, string>>): ParticipantCells {
  const clean = (field: ParticipantField) => cleanText(cells[field] ?? "", field.endsWith("_kana"));
  return Object.fromEntries(participantFields.map((field) => [field, clean(field)])) as ParticipantCells;
}

export function checkCells(cells: ParticipantCells): ParticipantProblem[] {
  return participantFields.flatMap((field) => {
    const reason = findProblem(field, cells[field]);
    return reason === null ? [] : [{ field, reason }];
  });
}

function findProblem(field: ParticipantField, text: string): ParticipantReason | null {
  if (text === "") return requiredFields.includes(field) ? "required" : null;
  if ([...text].length > (longest[field] ?? 100)) return "long";
  if (field.endsWith("_kana") && !/^[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+$/u.test(text)) return "kana";
  if (field.endsWith("_roman") && !/^[\p{Script=Latin}\p{M} .,'’-]+$/u.test(text)) return "roman";
  if (field === "email" && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(text)) return "email";
  if (field === "category" && !participantCategories.some((known) => known === text)) return "category";
  return null;
}

/** The same name at the same place is taken for the same person. */
export function identify({ family_name, given_name, affiliation }: ParticipantCells): string {
  return [family_name, given_name, affiliation].map(foldText).join("\t");
}

/** Halfwidth kana become the usual ones only in readings: in a name the form that someone chose stays. */
function cleanText(text: string, isReading: boolean): string {
  const form = text.normalize(isReading ? "NFKC" : "NFC");
  return form
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
