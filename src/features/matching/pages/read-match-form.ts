import { AppError } from "../../../core/errors.ts";
import { isLanguage, type Language } from "../../../core/language.ts";
import type { TypedMatch } from "./match.tsx";
import type { ChosenForm } from "./proposals.tsx";

/** What was ticked and written to make a match. */
export function readChosen(form: FormData): ChosenForm {
  const text = (name: string) => String(form.get(name) ?? "").replaceAll("\r\n", "\n");
  const offers = [...new Set(form.getAll("offers").map(String))].slice(0, 20);
  return {
    offers,
    quantities: Object.fromEntries(offers.map((offer) => [offer, text(`quantity.${offer}`).trim()])),
    fiscalYear: text("fiscal_year"),
    reasoning: { ja: text("reasoning_ja"), zh: text("reasoning_zh"), en: text("reasoning_en") },
    formKey: text("form_key").slice(0, 64),
  };
}

export function readQuantity(text: string): number | null {
  if (text === "") return null;
  const quantity = readNumber(text, { least: 1, most: 9_999 });
  if (quantity === null) throw new AppError("invalid-input", { reason: "quantity" });
  return quantity;
}

export function readNumber(text: string, { least, most }: { least: number; most: number }): number | null {
  const folded = text.normalize("NFKC").trim();
  const number = /^\d{1,6}$/.test(folded) ? Number(folded) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

/** An amount of an offer's places, or nothing. */
export function isQuantity(text: string): boolean {
  return text === "" || readNumber(text, { least: 1, most: 9_999 }) !== null;
}

/** What was typed into any form of a match's page. */
export function readTyped(form: FormData, language: Language): TypedMatch {
  const text = (name: string) => String(form.get(name) ?? "").replaceAll("\r\n", "\n");
  const spoken = text("language");
  return {
    intent: text("intent"),
    side: text("side"),
    note: text(text("intent") === "remark" ? "body" : "note"),
    language: isLanguage(spoken) ? spoken : language,
    answer: text("answer"),
    reasoning: { ja: text("reasoning_ja"), zh: text("reasoning_zh"), en: text("reasoning_en") },
    replacing: { out: text("out").trim(), by: text("by").trim(), quantity: text("quantity").trim() },
  };
}
