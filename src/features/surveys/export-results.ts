import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { DataField, DataTable, DataValue } from "../../documents/data-table.ts";
import { writeDataXlsx } from "../../documents/xlsx/write-data.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import { rowsOf } from "./decide-row.ts";
import type { SurveyResults } from "./results.ts";
import { type SayGround, sayAnswer, sayChoice, sayPartners, sayPlanDate, sayTopics } from "./say-answer.ts";
import { isCounted } from "./tally.ts";

/** Counts, every answer, and the rows of plans and concerns: one sheet each. */
export function writeResults(
  results: SurveyResults,
  ground: SayGround,
  date: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const tables = [listCounts(results, ground.language), listAnswers(results, ground), listRows(results, ground)];
  return writeDataXlsx(
    tables.filter(({ rows }) => rows.length > 0 || results.questions.length === 0),
    { date },
  );
}

function listCounts(results: SurveyResults, language: Language): DataTable {
  const counted = results.tallies.filter(({ question }) => isCounted(question));
  const rows = counted.flatMap(({ question, answered, counts }): DataValue[][] => {
    const before = results.before.get(question.id)?.tally;
    return counts.map(({ id, count }) => [
      question.id,
      localize(question.text, language).text,
      sayChoice(question, id, language),
      count,
      answered,
      before?.counts.find((each) => each.id === id)?.count ?? null,
      before?.answered ?? null,
    ]);
  });
  const field = describe(language);
  return table(results, language, "counts", rows, [
    field("question_id", "id", "text"),
    field("question", "question", "text"),
    field("answer", "answer", "text"),
    field("count", "number", "integer"),
    field("answered", "answered", "integer"),
    field("count_before", "numberBefore", "integer"),
    field("answered_before", "answeredBefore", "integer"),
  ]);
}

/** A row an answer and question; an anonymous answer has a number that says nothing. */
function listAnswers(results: SurveyResults, ground: SayGround): DataTable {
  const { language, directory } = ground;
  const rows = results.answers.flatMap(({ id, organisation, state, answers, language: written }, index) =>
    results.questions
      .filter((question) => answers[question.id] !== undefined)
      .map((question): DataValue[] => [
        index + 1,
        organisation,
        organisation === null ? null : directory.name(organisation, language),
        message(language, `survey.answer.${state}`),
        written,
        question.id,
        localize(question.text, language).text,
        sayAnswer(question, answers[question.id], ground),
        results.translations.find(
          (each) => each.answer === id && each.place === question.id && each.language === language,
        )?.text ?? null,
      ]),
  );
  const field = describe(language);
  return table(results, language, "answers", rows, [
    field("answer_number", "answerNumber", "integer"),
    field("organisation_id", "organisationId", "text"),
    field("organisation", "organisation", "text"),
    field("state", "state", "text"),
    field("language", "language", "text"),
    field("question_id", "id", "text"),
    field("question", "question", "text"),
    field("answer", "answer", "text"),
    field("translation", "translation", "text"),
  ]);
}

function listRows(results: SurveyResults, ground: SayGround): DataTable {
  const { language, directory } = ground;
  const rows = results.answers.flatMap(({ organisation, answers, language: typedIn }, index) =>
    results.questions.flatMap((question) =>
      rowsOf(answers[question.id]).map((row): DataValue[] => [
        index + 1,
        organisation === null ? null : directory.name(organisation, language),
        localize(question.text, language).text,
        ...("activity" in row
          ? [
              choiceMessage(language, "activity.kind", row.activity),
              sayPartners(row, ground),
              sayTopics(row, ground),
              sayPlanDate(row, { language: typedIn, planYear: results.survey.fiscalYear + 1 }, ground),
              row.content,
              row.people,
              row.budget === "" ? null : choiceMessage(language, "activity.funding", row.budget),
            ]
          : [choiceMessage(language, "concern.theme", row.theme), null, null, null, row.text, null, null]),
      ]),
    ),
  );
  const field = describe(language);
  return table(results, language, "rows", rows, [
    field("answer_number", "answerNumber", "integer"),
    field("organisation", "organisation", "text"),
    field("question", "question", "text"),
    field("kind", "kind", "text"),
    field("partners", "partners", "text"),
    field("topics", "topics", "text"),
    field("planned", "when", "text"),
    field("content", "content", "text"),
    field("people", "people", "text"),
    field("budget", "budget", "text"),
  ]);
}

type FieldName =
  | "id"
  | "question"
  | "answer"
  | "number"
  | "answered"
  | "numberBefore"
  | "answeredBefore"
  | "answerNumber"
  | "organisationId"
  | "organisation"
  | "state"
  | "language"
  | "translation"
  | "kind"
  | "partners"
  | "topics"
  | "when"
  | "content"
  | "people"
  | "budget";

function describe(language: Language) {
  return (name: string, key: FieldName, type: DataField["type"]): DataField => {
    const title = message(language, `surveyData.${key}`);
    return { name, title, description: title, type };
  };
}

function table(
  { survey, invited, answered }: SurveyResults,
  language: Language,
  id: string,
  rows: DataValue[][],
  fields: DataField[],
): DataTable {
  return {
    id,
    title: localize(survey.title, language).text,
    language,
    fields,
    rows,
    codeLists: [],
    about: [
      { term: message(language, "surveyData.survey"), text: localize(survey.title, language).text },
      { term: message(language, "surveyData.replies"), text: `${answered} / ${invited}` },
    ],
  };
}
