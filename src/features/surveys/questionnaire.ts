import type { Language } from "../../core/language.ts";
import { languages } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { type MessageKey, message } from "../../messages/message.ts";
import type { FilledRow, FilledSheet } from "../../spreadsheets/filled-sheet.ts";
import type { Template, TemplateColumn, TemplateSheet } from "../../spreadsheets/template.ts";
import { writeXlsx } from "../../spreadsheets/write-xlsx.ts";
import { concernThemes } from "../concerns/concern.ts";
import type { Topic } from "../programme/books.ts";
import { plannedFundings, plannedKinds } from "./plan-choices.ts";
import { scaleSteps } from "./question.ts";
import type { Question, Survey } from "./survey.ts";

/** The sheet of questions that are answered in one cell. */
export const answersSheet = "answers";

export interface Questionnaire {
  template: Template;
  sheets: FilledSheet[];
}

/**
 * A survey as a workbook that can be filled in without an account and sent by mail: one-cell answers on the first sheet, each
 * table, plan and list of concerns on one of its own. Files do not fit into a cell; they come with the mail.
 */
export function describeQuestionnaire(
  survey: Survey,
  questions: readonly Question[],
  language: Language,
  topics: readonly Topic[],
): Questionnaire {
  const shown = questions.filter(({ retired }) => !retired);
  // As on the page, where files are asked for as well.
  const numbers = new Map(shown.map((question, index) => [question.id, index + 1]));
  const asked = shown.filter(({ kind }) => kind !== "file");
  const single = asked.filter(({ kind }) => !["table", "plan", "concerns"].includes(kind));
  const sheets = [
    ...(single.length > 0 ? [describeSingle(single, numbers, language)] : []),
    ...asked
      .filter((question) => !single.includes(question))
      .map((question) => describeOwn(question, numbers.get(question.id) ?? 0, language, topics)),
  ];
  return {
    template: {
      kind: questionnaireKind(survey),
      version: survey.questionsRevision,
      language,
      sheets: sheets.map(({ sheet }) => sheet),
      errors: { header: message(language, "surveySheet.errors"), headers: everywhere("surveySheet.errors") },
    },
    sheets,
  };
}

/** What the workbook says of itself, so that a sheet of another survey is not taken for this one's. */
export function questionnaireKind({ id }: Pick<Survey, "id">): string {
  return `survey:${id}`;
}

export function writeQuestionnaire({ template, sheets }: Questionnaire): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx(template, sheets, {
    title: message(template.language, "exchange.choiceTitle"),
    text: message(template.language, "exchange.choiceText"),
  });
}

function describeSingle(
  questions: readonly Question[],
  numbers: ReadonlyMap<string, number>,
  language: Language,
): FilledSheet {
  const sheet: TemplateSheet = {
    id: answersSheet,
    name: message(language, "surveySheet.answers"),
    columns: [
      column(language, "surveySheet.number", { id: "number", width: 8 }),
      column(language, "surveySheet.question", { id: "question", width: 60 }),
      column(language, "surveySheet.choices", { id: "choices", width: 40 }),
      column(language, "surveySheet.answer", { id: "answer", width: 50, required: true }),
      column(language, "surveySheet.id", { id: "id", width: 14 }),
    ],
  };
  const rows = questions.map(
    (question): FilledRow => ({
      cells: {
        number: String(numbers.get(question.id)),
        question: localize(question.text, language).text,
        choices: describeChoices(question, language),
        id: question.id,
      },
      marked: new Set(["answer"]),
    }),
  );
  return { sheet, rows, errors: null };
}

function describeChoices(question: Question, language: Language): string {
  const { kind, options } = question;
  if (kind === "scale" && options.scale) {
    const { from, to, fromText, toText } = options.scale;
    return message(language, "surveySheet.scale", {
      from,
      fromText: localize(fromText, language).text,
      to,
      toText: localize(toText, language).text,
      steps: scaleSteps(question).join(" "),
    });
  }
  const list = options.choices.map(({ text }) => localize(text, language).text).join("\n");
  if (kind === "choices") return `${message(language, "surveySheet.several")}\n${list}`;
  return list;
}

function describeOwn(question: Question, number: number, language: Language, topics: readonly Topic[]): FilledSheet {
  const sheet: TemplateSheet = {
    id: question.id,
    name: message(language, "surveySheet.own", { number }),
    columns: columnsOf(question, language, topics),
  };
  const heading = `${number}. ${localize(question.text, language).text}`;
  const [first] = sheet.columns;
  if (first) first.help = heading;
  if (question.kind !== "table") return { sheet, rows: [], errors: null };
  const rows = (question.options.table?.rows ?? []).map(
    ({ id, text }): FilledRow => ({
      cells: { row: localize(text, language).text, id },
      marked: new Set(question.options.table?.columns.map((each) => each.id)),
    }),
  );
  return { sheet, rows, errors: null };
}

function columnsOf(question: Question, language: Language, topics: readonly Topic[]): TemplateColumn[] {
  if (question.kind === "table")
    return [
      named("row", localize(question.text, language).text.slice(0, 200), [], 30),
      ...(question.options.table?.columns ?? []).map(({ id, text }) =>
        named(id, localize(text, language).text, Object.values(text), 24),
      ),
      column(language, "surveySheet.id", { id: "id", width: 12 }),
    ];
  const names = (key: (choice: string) => MessageKey, list: readonly string[]) =>
    list.map((choice) => message(language, key(choice), { count: 2 }));
  if (question.kind === "concerns")
    return [
      column(language, "surveyForm.concern.theme", {
        id: "theme",
        width: 24,
        required: true,
        choices: concernThemes.map((theme) => message(language, `concern.theme.${theme}`)),
      }),
      column(language, "surveyForm.concern.text", { id: "text", width: 80, required: true }),
    ];
  const topicNames = topics.map(({ name }: { name: Localized }) => localize(name, language).text);
  return [
    column(language, "surveyForm.plan.partners", { id: "partners", width: 26, required: true }),
    column(language, "surveyForm.plan.activity", {
      id: "activity",
      width: 18,
      required: true,
      choices: names((kind) => `activity.kind.${kind}` as MessageKey, plannedKinds),
    }),
    column(language, "surveyForm.plan.topics", { id: "topics", width: 20, choices: topicNames, open: true }),
    column(language, "surveyForm.plan.when", { id: "when", width: 20 }),
    column(language, "surveyForm.plan.content", { id: "content", width: 60, required: true }),
    column(language, "surveyForm.plan.people", { id: "people", width: 12 }),
    column(language, "surveyForm.plan.budget", {
      id: "budget",
      width: 22,
      choices: names((funding) => `activity.funding.${funding}` as MessageKey, plannedFundings),
    }),
  ];
}

interface ColumnFacts {
  id: string;
  width: number;
  required?: boolean;
  choices?: readonly string[];
  open?: boolean;
}

function column(language: Language, key: MessageKey, facts: ColumnFacts): TemplateColumn {
  const { id, width, required = false, choices = [], open = false } = facts;
  return { id, header: message(language, key), headers: everywhere(key), help: "", required, choices, open, width };
}

function named(id: string, header: string, headers: readonly string[], width: number): TemplateColumn {
  return { id, header, headers, help: "", required: false, choices: [], open: true, width };
}

function everywhere(key: MessageKey): string[] {
  return languages.map((language) => message(language, key));
}
