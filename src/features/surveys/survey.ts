import type { Language } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Source } from "../programme/source.ts";

export const questionKinds = ["choice", "choices", "scale", "table", "text", "file", "plan", "concerns"] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const surveyStates = ["draft", "open", "closed"] as const;
export type SurveyState = (typeof surveyStates)[number];

/** Who may see what was answered. */
export const resultReaders = ["platform", "members", "public"] as const;
export type ResultReaders = (typeof resultReaders)[number];

export interface Choice {
  id: string;
  text: Localized;
}

export interface TableColumn extends Choice {
  holds: "text" | "number";
}

/** What a question offers; of each kind only its own part is filled. */
export interface QuestionOptions {
  choices: Choice[];
  /** both ends with their words */
  scale: { from: number; to: number; fromText: Localized; toText: Localized } | null;
  table: { rows: Choice[]; columns: TableColumn[] } | null;
}

export interface Question {
  /** the same in every year in which it is asked */
  id: string;
  position: number;
  kind: QuestionKind;
  text: Localized;
  help: Localized;
  required: boolean;
  options: QuestionOptions;
  /** no longer asked; answers to it stay */
  retired: boolean;
  /** words that answers were given to before it was worded otherwise, the oldest first */
  earlier: EarlierWords[];
}

export interface EarlierWords {
  until: Date;
  /** how many answers, drafts included, there were to these words */
  answers: number;
  text: Localized;
  options: QuestionOptions;
}

export interface Survey {
  id: string;
  origin: "programme" | "member";
  title: Localized;
  introduction: Localized;
  /** in which it is asked; plans are asked for the year after */
  fiscalYear: number;
  languages: Language[];
  /** ISO 8601-2, of one that was asked before this platform stood */
  asked: string | null;
  /** YYYY-MM-DD, for the order of years */
  askedFrom: string | null;
  /** YYYY-MM-DD, the last day on which answers are taken */
  deadline: string | null;
  acceptsLate: boolean;
  /** days before the deadline on which who has not answered is reminded; 0: never */
  reminderDays: number;
  anonymous: boolean;
  state: SurveyState;
  results: ResultReaders;
  basedOn: string | null;
  questionsRevision: number;
  source: Source | null;
  createdAt: Date;
  changedAt: Date;
  revision: number;
}

export interface Invitation {
  survey: string;
  organisation: string;
  language: Language;
  invitedAt: Date | null;
  remindedAt: Date | null;
  answeredAt: Date | null;
}

export interface PlanRow {
  /** stays with the row through drafts, so that what became of it can be told */
  key: string;
  /** ids of organisations */
  partners: string[];
  /** a kind of activity */
  activity: string;
  topics: string[];
  /** as typed */
  when: string;
  content: string;
  /** as typed: how many people are expected */
  people: string;
  /** whose budget; an activity's funding */
  budget: string;
}

export interface ConcernRow {
  key: string;
  theme: string;
  text: string;
}

export interface FileValue {
  sha256: string;
  name: string;
  size: number;
}

/** One answer to one question; which of these follows from the question's kind. Cells of a table are by `row.column`. */
export type AnswerValue = string | number | string[] | Record<string, string> | FileValue | PlanRow[] | ConcernRow[];

/** By question; a question without an answer is absent. */
export type Answers = Record<string, AnswerValue>;

export const answerStates = ["draft", "submitted", "late"] as const;
export type AnswerState = (typeof answerStates)[number];

export interface SurveyAnswer {
  id: string;
  survey: string;
  /** null in an anonymous survey once it is submitted */
  organisation: string | null;
  state: AnswerState;
  language: Language;
  answers: Answers;
  questionsRevision: number;
  byProxy: boolean;
  /** the sheet that came by mail */
  file: string | null;
  proxyNote: string | null;
  revision: number;
  changedAt: Date;
  submittedAt: Date | null;
}

/** What the platform made of one row of a plan or of a concern. */
export interface Outcome {
  answer: string;
  question: string;
  row: string;
  kind: "entry" | "concern" | "set-aside";
  /** entry of the activity, or concern */
  target: string | null;
  record: string | null;
  note: string | null;
}

export interface AnswerTranslation {
  answer: string;
  /** question, with row and column of a table or key of a row */
  place: string;
  language: Language;
  text: string;
}

/** Below so many answers an anonymous survey shows nothing: with fewer, whoever knows who answered knows what. */
export const fewestAnonymousAnswers = 3;
