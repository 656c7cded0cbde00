import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { joinTallied, joinWords } from "./join-words.ts";
import type { Phase } from "./study.ts";

/** What is counted in a sentence; each has its nouns and verbs in every language. */
export const countSubjects = [
  "consultations",
  "trainings",
  "seminars",
  "technicalDomestic",
  "technicalOnSite",
  "technicalTrainings",
  "designatedConsultations",
  "designatedSeminars",
  "designatedTrainings",
  "bodyDomestic",
  "bodyOnSite",
] as const;
export type CountSubject = (typeof countSubjects)[number];

export interface CountedSubject {
  subject: CountSubject;
  /** with whom, where the noun names it */
  body?: string;
  /** null: nobody has recorded any, which is not the same as none */
  held: number | null;
}

export interface CountSentence {
  phase: Phase;
  /** 「2015年度」 */
  year: string;
  /** month of the first one held, in words; null where its date is not known */
  since: string | null;
  /** several are told in one sentence: those of which there are none are left out where there are others */
  counted: readonly [CountedSubject, ...CountedSubject[]];
  planned: number;
  /** a plan whose days are not settled: 「7回程度」 */
  vague: boolean;
  /** cities, one for each event, in the order of the table; empty where none are to be named */
  heldAt: readonly string[];
  plannedAt: readonly string[];
  /** paid from the programme's own budget only */
  funded: boolean;
  /** the number is that of a published document, not of records */
  published: boolean;
  /** 「表1」; null where the year has no such table */
  table: string | null;
}

/**
 * 「都市間連携協力事業予算を使用して、7月以降現在まで連携促進のための現地協議を合計14回実施。年度内にさらに7回程度実施予定（表1参照）。」
 * After the end of the year it is a full account: what was planned and never recorded as held is said to be so.
 */
export function tellCounts(language: Language, sentence: CountSentence): string {
  const parts = [tellHeld(language, sentence), tellPlanned(language, sentence)].filter((part) => part !== "");
  if (parts.length === 0) return "";
  const told = parts.join(message(language, "report.sentence.join"));
  const reference = sentence.table === null ? "" : message(language, "report.sentence.see", { table: sentence.table });
  return `${told}${reference}${message(language, "report.sentence.end")}`;
}

function tellHeld(language: Language, sentence: CountSentence): string {
  const { phase, year, counted, heldAt } = sentence;
  const told = counted.filter(({ held }) => held !== null && held > 0);
  if (told.length === 0) {
    if (phase === "before") return "";
    const [{ subject, body = "", held }] = counted;
    const bare = message(language, `report.sentence.subject.${subject}.bare`, { body });
    const verb = message(language, `report.sentence.subject.${subject}.verb`);
    const key = held === null ? "unknown" : phase === "running" ? "noneYet" : "noneInYear";
    return message(language, `report.sentence.held.${key}`, { bare, verb, year });
  }
  const total = told.reduce((sum, { held }) => sum + (held ?? 0), 0);
  const [{ subject }] = counted;
  return message(language, phase === "over" ? "report.sentence.held.over" : "report.sentence.held.running", {
    year,
    count: total,
    since: nameStart(language, sentence.since),
    counted: joinWords(
      told.map((part) => nameCounted(language, part, told.length > 1)),
      language,
    ),
    act: message(language, `report.sentence.subject.${subject}.act`),
    funded: sentence.funded ? message(language, "report.sentence.funded") : "",
    names: nameIn(language, heldAt),
    published: sentence.published ? message(language, "report.sentence.published") : "",
  });
}

function tellPlanned(language: Language, { phase, year, counted, planned, vague, plannedAt }: CountSentence): string {
  if (planned <= 0) return "";
  const [{ subject, body = "" }] = counted;
  const verb = message(language, `report.sentence.subject.${subject}.verb`);
  // 「1回程度」 says nothing that 「1回」 with its date in the table does not.
  const isVague = vague && planned > 1;
  const values = { count: planned, verb, vague: isVague ? "yes" : "no", names: nameIn(language, plannedAt) };
  const hasHeld = counted.some(({ held }) => held !== null && held > 0);
  if (phase === "over") return message(language, "report.sentence.planned.unresolved", values);
  if (phase === "before") {
    const bare = message(language, `report.sentence.subject.${subject}.bare`, { body });
    const noun = message(language, `report.sentence.subject.${subject}.noun`, { count: planned, body });
    return message(language, "report.sentence.planned.only", { ...values, year, bare, noun });
  }
  return message(language, hasHeld ? "report.sentence.planned.more" : "report.sentence.planned.first", values);
}

function nameCounted(
  language: Language,
  { subject, body = "", held }: CountedSubject,
  isOneOfSeveral: boolean,
): string {
  const count = held ?? 0;
  const noun = message(language, `report.sentence.subject.${subject}.noun`, { count, body });
  return message(language, isOneOfSeveral || count === 1 ? "report.sentence.counted" : "report.sentence.countedTotal", {
    noun,
    count,
  });
}

function nameStart(language: Language, since: string | null): string {
  return since === null
    ? message(language, "report.sentence.soFar")
    : message(language, "report.sentence.since", { month: since });
}

function nameIn(language: Language, names: readonly string[]): string {
  const joined = joinTallied(names, language);
  return joined === "" ? "" : message(language, "report.sentence.inBrackets", { text: joined });
}
