import { writeEdtf } from "../../core/edtf-format.ts";
import type { FiscalCalendar } from "../../core/fiscal-calendar.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Topic } from "../programme/books.ts";
import { readPlanDate } from "./check-answers.ts";
import type { AnswerValue, ConcernRow, PlanRow, Question } from "./survey.ts";

export interface SayGround {
  language: Language;
  directory: OrganisationDirectory;
  topics: readonly Topic[];
  /** of the programme, where dates of plans are told to readers of another language */
  calendar?: FiscalCalendar;
}

/** An answer in a line or a few, as a person reads it. */
export function sayAnswer(question: Question, value: AnswerValue | undefined, ground: SayGround): string {
  if (value === undefined) return "";
  const { language } = ground;
  if (Array.isArray(value)) {
    if (question.kind === "choices")
      return value.map((id) => sayChoice(question, String(id), language)).join(message(language, "list.separator"));
    return value.map((row) => (typeof row === "string" ? row : sayRow(row, ground))).join("\n");
  }
  if (typeof value === "object") {
    if ("sha256" in value) return String(value.name);
    return Object.entries(value)
      .map(([place, text]) => `${sayPlace(question, place, language)}: ${text}`)
      .join("\n");
  }
  return question.kind === "choice" ? sayChoice(question, String(value), language) : String(value);
}

export function sayChoice({ options }: Question, id: string, language: Language): string {
  const choice = options.choices.find((each) => each.id === id);
  return choice ? localize(choice.text, language).text : id;
}

/** Row and column of a table: 「2027年度 人数」. */
function sayPlace({ options }: Question, place: string, language: Language): string {
  const [row = "", column = ""] = place.split(".");
  const name = (list: readonly { id: string; text: Question["text"] }[] = [], id: string) => {
    const found = list.find((each) => each.id === id);
    return found ? localize(found.text, language).text : id;
  };
  return `${name(options.table?.rows, row)} ${name(options.table?.columns, column)}`;
}

export function sayRow(row: PlanRow | ConcernRow, ground: SayGround): string {
  const { language } = ground;
  if ("theme" in row) return `${choiceMessage(language, "concern.theme", row.theme)}: ${row.text}`;
  const facts = [
    sayPartners(row, ground),
    choiceMessage(language, "activity.kind", row.activity),
    row.when,
    row.content,
  ];
  return facts.filter((fact) => fact !== "").join(" / ");
}

/** When a plan is to be, in the reader's language; as it was typed where nobody can tell what is meant. */
export function sayPlanDate(
  { when }: PlanRow,
  { language: typedIn, planYear }: { language: Language; planYear: number },
  { language, calendar }: SayGround,
): string {
  if (calendar === undefined || typedIn === language) return when;
  const date = readPlanDate(when, { language: typedIn, calendar, planYear });
  return date === null || date === "" ? when : writeEdtf(date, language);
}

export function sayPartners({ partners }: PlanRow, { directory, language }: SayGround): string {
  const names = partners.map((id) => (directory.find(id) ? directory.name(id, language) : id));
  return names.join(message(language, "list.separator"));
}

export function sayTopics({ topics: chosen }: PlanRow, { topics, language }: SayGround): string {
  const names = chosen.map((id) => {
    const topic = topics.find((each) => each.id === id);
    return topic ? localize(topic.name, language).text : id;
  });
  return names.join(message(language, "list.separator"));
}
