import { AppError } from "../../../core/errors.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import type { PolicyTarget } from "../item.ts";
import { targetBounds, targetIndicators, targetMeasures, targetUnits } from "../policy.ts";

/** A target as it was typed. Throws `invalid-input`. */
export function readTarget(form: FormData): Partial<PolicyTarget> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const choose = <Choice extends string>(name: string, choices: readonly Choice[]): Choice => {
    const chosen = choices.find((choice) => choice === text(name));
    if (chosen === undefined) throw new AppError("invalid-input", { field: name, reason: "form" });
    return chosen;
  };
  const baseYear = readYear(text("baseYear"));
  const targetYear = readYear(text("targetYear"));
  if (baseYear !== null && targetYear !== null && targetYear <= baseYear)
    throw new AppError("invalid-input", { field: "targetYear", reason: "year" });
  return {
    region: text("region") === "" ? null : text("region"),
    ...(languages.some((language) => form.has(scopeField(language))) ? { scope: readScope(text) } : {}),
    indicator: choose("indicator", targetIndicators),
    measure: choose("measure", targetMeasures),
    value: readNumber(text("value")),
    unit: choose("unit", targetUnits),
    bound: choose("bound", targetBounds),
    ...{ baseYear, targetYear },
  };
}

/** What the number is of, in one language or more; a form without a word in it says: of the whole. */
function readScope(text: (name: string) => string): Localized | null {
  const words = languages.flatMap((language): [Language, string][] => {
    const typed = text(scopeField(language));
    if (typed.length > longestScope)
      throw new AppError("invalid-input", { field: scopeField(language), reason: "form" });
    return typed === "" ? [] : [[language, typed]];
  });
  return words.length === 0 ? null : Object.fromEntries(words);
}

export const longestScope = 200;

export function scopeField(language: Language): string {
  return `scope-${language}`;
}

/** As people type it: full-width digits, a minus of any kind, thousands with commas. */
function readNumber(text: string): number {
  const plain = text
    .normalize("NFKC")
    .replace(/[−‐–—]/g, "-")
    .replace(/,/g, "");
  if (!/^[-+]?\d{1,12}(\.\d{1,6})?$/.test(plain))
    throw new AppError("invalid-input", { field: "value", reason: "number" });
  return Number(plain);
}

function readYear(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/年$/, "");
  if (plain === "") return null;
  if (!/^(19|20|21)\d{2}$/.test(plain)) throw new AppError("invalid-input", { field: "year", reason: "year" });
  return Number(plain);
}
