import { parseEdtf } from "../../../core/edtf.ts";
import { type Language, languages } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { readDate } from "../../../core/read-date.ts";
import type { SurveyFacts } from "../change-survey.ts";
import { resultReaders } from "../survey.ts";
import type { FactsProblem, TypedFacts } from "./facts-form.tsx";

export function readFacts(
  form: FormData,
  language: Language,
  /** YYYY-MM-DD; `kept`: the deadline that stands already, which may have passed while answers are taken late */
  { today, kept }: { today: string; kept: string | null },
): { typed: TypedFacts; facts: SurveyFacts; problems: FactsProblem[] } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim().slice(0, 4_000) : "";
  };
  const all = (name: string) => ({ ja: text(`${name}.ja`), zh: text(`${name}.zh`), en: text(`${name}.en`) });
  const typed: TypedFacts = {
    title: all("title"),
    introduction: all("introduction"),
    fiscalYear: text("fiscalYear"),
    languages: languages.filter((each) => form.getAll("languages").includes(each)),
    deadline: text("deadline"),
    reminderDays: text("reminderDays"),
    acceptsLate: form.get("acceptsLate") === "yes",
    anonymous: form.get("anonymous") === "yes",
    results: text("results"),
  };
  const problems: FactsProblem[] = [];
  if (typed.languages.length === 0) problems.push("languages");
  if (
    typed.languages.some((each) => typed.title[each] === "") ||
    Object.values(typed.title).every((each) => each === "")
  )
    problems.push("title");
  const year = typed.fiscalYear.normalize("NFKC");
  if (!/^(19|20|21)\d{2}$/.test(year)) problems.push("fiscalYear");
  const deadline = readDeadline(typed.deadline, language);
  if (deadline === undefined) problems.push("deadline");
  else if (deadline !== null && deadline < today && deadline !== kept) problems.push("pastDeadline");
  const days = typed.reminderDays === "" ? "0" : typed.reminderDays.normalize("NFKC");
  if (!/^\d{1,2}$/.test(days) || Number(days) > 60) problems.push("reminderDays");
  const results = resultReaders.find((each) => each === typed.results);
  if (results === undefined) problems.push("results");
  return {
    typed,
    problems,
    facts: {
      title: withoutEmpty(typed.title),
      introduction: withoutEmpty(typed.introduction),
      fiscalYear: Number(year),
      languages: typed.languages,
      deadline: deadline ?? null,
      acceptsLate: typed.acceptsLate,
      reminderDays: Number(days),
      anonymous: typed.anonymous,
      results: results ?? "platform",
    },
  };
}

/** A whole day, written as people do; null where there is none yet, undefined where it is no day. */
function readDeadline(text: string, language: Language): string | null | undefined {
  if (text === "") return null;
  const reading = readDate(text, { language });
  if (!reading.ok || !/^\d{4}-\d{2}-\d{2}$/.test(reading.edtf)) return undefined;
  return parseEdtf(reading.edtf).ok ? reading.edtf : undefined;
}

function withoutEmpty(text: Record<Language, string>): Localized {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== ""));
}
