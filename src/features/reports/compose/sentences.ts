import type { Language } from "../../../core/language.ts";
import { type MessageKey, message } from "../../../messages/message.ts";
import { addMark, joinTallied, joinWords } from "./join-words.ts";
import type { Phase } from "./study.ts";

/** What is counted in a sentence; each has its nouns and verbs in every language. */
export const countSubjects = [
  "consultations",
  "trainings",
  "seminars",
  "technicalConsultations",
  "technicalDomestic",
  "technicalOnSite",
  "technicalTrainings",
  "designatedConsultations",
  "designatedSeminars",
  "designatedTrainings",
  "bodyConsultations",
  "bodyDomestic",
  "bodyOnSite",
  "invitations",
  "jointMeetings",
  "researchVisits",
  "modelCityVisits",
] as const;
export type CountSubject = (typeof countSubjects)[number];

export interface CountedSubject {
  subject: CountSubject;
  /** with whom, where the noun names it */
  body?: string;
  /** null: nobody has recorded any, which is not the same as none */
  held: number | null;
  /** the number is that of a published document, not of records */
  published?: boolean;
  /** 「5名」, where a document states them beside the number */
  people?: string;
}

/** Behind each number that a published document states and records do not; the note below says so. */
export const publishedMark = "※";

export interface CountSentence {
  /** what all of it is: 「共同研究実施のための協議」 where those in either country are told apart */
  about: CountSubject;
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
  // Chinese papers put no two brackets side by side; the ministry's Japanese paper does.
  const whole = language === "zh" ? addMark(told, reference, language) : `${told}${reference}`;
  return `${whole}${message(language, "report.sentence.end")}`;
}

function tellHeld(language: Language, sentence: CountSentence): string {
  const { phase, year, about, counted, heldAt } = sentence;
  const told = counted.filter(({ held }) => held !== null && held > 0);
  if (told.length === 0) {
    const [{ body = "", held, published = false }] = counted;
    // What is planned says enough where nobody has recorded that any was held.
    if (phase === "before" || (phase === "running" && held === null && sentence.planned > 0)) return "";
    const bare = message(language, `report.sentence.subject.${about}.bare`, { body });
    const verb = message(language, `report.sentence.subject.${about}.verb`);
    const key = held === null ? "unknown" : phase === "running" ? "noneYet" : "noneInYear";
    return message(language, `report.sentence.held.${key}`, { bare, verb, year, mark: published ? publishedMark : "" });
  }
  const total = told.reduce((sum, { held }) => sum + (held ?? 0), 0);
  return message(language, phase === "over" ? "report.sentence.held.over" : "report.sentence.held.running", {
    year,
    count: total,
    since: nameStart(language, sentence.since),
    counted: joinWords(
      told.map((part, index) => nameCounted(language, part, { several: told.length > 1, first: index === 0 })),
      language,
    ),
    act: message(language, `report.sentence.subject.${about}.act`),
    funded: sentence.funded ? message(language, "report.sentence.funded") : "",
    names: nameIn(language, heldAt),
  });
}

function tellPlanned(language: Language, sentence: CountSentence): string {
  const { phase, year, about, counted, planned, vague, plannedAt } = sentence;
  if (planned <= 0) return "";
  const [{ body = "", held }] = counted;
  const verb = message(language, `report.sentence.subject.${about}.verb`);
  // 「1回程度」 says nothing that 「1回」 with its date in the table does not.
  const isVague = vague && planned > 1;
  const values = { count: planned, verb, vague: isVague ? "yes" : "no", names: nameIn(language, plannedAt) };
  if (phase === "over") return message(language, "report.sentence.planned.unresolved", values);
  if (counted.some((part) => part.held !== null && part.held > 0))
    return message(language, "report.sentence.planned.more", values);
  if (phase === "running" && held === 0) return message(language, "report.sentence.planned.first", values);
  const bare = message(language, `report.sentence.subject.${about}.bare`, { body });
  const noun = message(language, `report.sentence.subject.${about}.noun`, { count: planned, body });
  return message(language, "report.sentence.planned.only", { ...values, year, bare, noun });
}

function nameCounted(
  language: Language,
  { subject, body = "", held, published = false, people = "" }: CountedSubject,
  place: { several: boolean; first: boolean },
): string {
  const count = held ?? 0;
  const again = place.first ? undefined : nounsAgain[subject];
  const noun = message(language, again ?? `report.sentence.subject.${subject}.noun`, { count, body });
  return message(language, place.several || count === 1 ? "report.sentence.counted" : "report.sentence.countedTotal", {
    noun,
    count,
    mark: `${people === "" ? "" : message(language, "report.sentence.inBrackets", { text: people })}${published ? publishedMark : ""}`,
  });
}

/** The noun behind another of its kind: 「国内協議を1回、現地協議を3回」 need not say twice what they are about. */
const nounsAgain: Partial<Record<CountSubject, MessageKey>> = {
  technicalOnSite: "report.sentence.subject.technicalOnSite.again",
  bodyOnSite: "report.sentence.subject.bodyOnSite.again",
};

function nameStart(language: Language, since: string | null): string {
  return since === null
    ? message(language, "report.sentence.soFarJoint")
    : message(language, "report.sentence.since", { month: since });
}

function nameIn(language: Language, names: readonly string[]): string {
  const joined = joinTallied(names, language);
  return joined === "" ? "" : message(language, "report.sentence.inBrackets", { text: joined });
}
