import type { Language } from "../../core/language.ts";
import type { Block, ReportPhotograph, ReportValue } from "../../documents/report.ts";
import type { MessageKey } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";

export const reportKindIds = [
  "interim-report",
  "yearly-report",
  "overview",
  "midterm-evaluation",
  "evaluation",
  "partnership-record",
  "activity-report",
  "invitation-letter",
  "cover-letter",
] as const;
export type ReportKindId = (typeof reportKindIds)[number];

/** One kind of document that is made from records. */
export interface ReportKind {
  id: ReportKindId;
  /** what somebody chooses to make one: a fiscal year, a partnership, an activity, a finished evaluation, or nothing */
  subject: "year" | "partnership" | "activity" | "evaluation" | "programme";
  languages: readonly Language[];
  /** what somebody writes for this one document and no record holds: the addressee of a letter */
  inputs: readonly ReportInput[];
  placeholders: readonly Placeholder[];
  /** the template that Renkei brings: headings and fixed sentences of the language, with the placeholders */
  outline(language: Language): Block[];
  compose(request: ReportRequest): Promise<Composition>;
}

export interface ReportInput {
  name: string;
  label: MessageKey;
  hint: MessageKey;
  lines: "one" | "many";
  required: boolean;
}

/** What a template may name between `{{` and `}}`. */
export interface Placeholder {
  name: string;
  /** a text may stand in any line; blocks need a paragraph of their own */
  gives: "text" | "blocks";
  /** a template without it is no document of this kind */
  required: boolean;
  description: MessageKey;
}

export interface ReportRequest {
  context: Context;
  language: Language;
  /** YYYY-MM-DD: what was held by this day counts as held */
  asOf: string;
  /** of a kind whose subject is a year; null otherwise */
  fiscalYear: number | null;
  /** id of the partnership, activity or evaluation; null otherwise */
  subject: string | null;
  /** 和暦, in Japanese only */
  calendar: "gregorian" | "wareki";
  /** id of the organisation that presents it */
  maker: string;
  /** texts for `inputs`, trimmed; absent where nothing was written */
  written: Readonly<Record<string, string>>;
  /** photographs of an activity that the document may show, captions in its language */
  photographsOf(activity: string): Promise<ReportPhotograph[]>;
}

export interface Composition {
  title: string;
  /** as printed: 「（公財）地球環境戦略研究機関」 */
  maker: string;
  /** one for each placeholder of the kind */
  values: Record<string, ReportValue>;
  /** every number in it, so that a later look can say which have changed */
  figures: ReportFigure[];
  /** the records that it rests on */
  records: { kind: string; id: string }[];
  /** what the records lack and a reader would miss: 「活動 x：成果の記載がありません」 */
  gaps: string[];
}

export interface ReportFigure {
  /** the same for the same number in another making: `consultations/2015/held` */
  key: string;
  label: string;
  value: string;
}

export const chosenSubjects = ["partnership", "activity", "evaluation"] as const;
export type ChosenSubject = (typeof chosenSubjects)[number];

/** What the kind is about, where somebody has to choose one of several. */
export function chosenSubjectOf({ subject }: Pick<ReportKind, "subject">): ChosenSubject | null {
  return chosenSubjects.find((one) => one === subject) ?? null;
}
