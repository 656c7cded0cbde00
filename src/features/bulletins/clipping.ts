import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";

export const clippingStates = ["draft", "submitted", "approved"] as const;
export type ClippingState = (typeof clippingStates)[number];

/** What the desk says of an item in the bulletin. */
export interface Clipping {
  /** id of the policy item */
  item: string;
  /** YYYY-MM: the bulletin that it stands in; null where the day of publication is not known to the month */
  month: string | null;
  title: Localized;
  summary: Localized;
  /** why it matters to the programme */
  why: Localized;
  state: ClippingState;
  /** why it was given back */
  note: string | null;
  /** rises with every change; a save names the one that it was made from */
  version: number;
  /** null: it is the programme's own */
  writtenBy: string | null;
  writtenAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
}

export const clippingTexts = ["title", "summary", "why"] as const;
export type ClippingText = (typeof clippingTexts)[number];

/** Characters of one text: a clipping is read at a glance. Latin script takes about twice as many for the same. */
export const longestText: Record<ClippingText, Record<Language, number>> = {
  title: { ja: 150, zh: 150, en: 300 },
  summary: { ja: 800, zh: 800, en: 1_600 },
  why: { ja: 500, zh: 500, en: 1_000 },
};
export const longestNote = 500;

/** What somebody typed. */
export interface ClippingForm extends Record<ClippingText, Record<Language, string>> {
  month: string;
}

export type ClippingProblem = "month" | "missing" | "too-long";
/** By field: `month`, `title.ja`, … */
export type ClippingProblems = ReadonlyMap<string, ClippingProblem>;

/** `submitted`: complete enough for somebody to approve it. Japanese is what the bulletin is written in; the others follow. */
export function checkClipping(form: ClippingForm, { submitted }: { submitted: boolean }): ClippingProblems {
  const problems = new Map<string, ClippingProblem>();
  if (!isMonth(form.month)) problems.set("month", "month");
  for (const text of clippingTexts)
    for (const language of languages) {
      const written = form[text][language];
      if (countCharacters(written) > longestText[text][language]) problems.set(`${text}.${language}`, "too-long");
      else if (submitted && language === "ja" && written === "") problems.set(`${text}.${language}`, "missing");
    }
  return problems;
}

/** As a reader counts: one for each character that is seen, none for what is composed. */
export function countCharacters(text: string): number {
  return [...new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(text)].length;
}

export function isMonth(text: string): boolean {
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text);
}

/** Only what was written: a language without a text has no entry. */
export function toLocalized(texts: Record<Language, string>): Localized {
  return Object.fromEntries(languages.flatMap((language) => (texts[language] ? [[language, texts[language]]] : [])));
}

export function formOf({ month, title, summary, why }: Pick<Clipping, "month" | ClippingText>): ClippingForm {
  const texts = (text: Localized) => ({ ja: text.ja ?? "", zh: text.zh ?? "", en: text.en ?? "" });
  return { month: month ?? "", title: texts(title), summary: texts(summary), why: texts(why) };
}
