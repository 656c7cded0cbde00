import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import { foldText } from "../../core/text-folding.ts";
import { type MessageKey, message } from "../../messages/message.ts";
import { readSpreadsheet } from "../../spreadsheets/read-spreadsheet.ts";
import { type RecognisedSheet, recogniseSheets } from "../../spreadsheets/recognise-sheets.ts";
import { headersOf, identitySheet } from "../../spreadsheets/template.ts";
import { cellAddress, type GridRow } from "../../spreadsheets/workbook.ts";
import { activityFundings, activityKinds } from "../activities/sheets.ts";
import { concernThemes } from "../concerns/concern.ts";
import type { Topic } from "../programme/books.ts";
import { answersSheet, describeQuestionnaire, questionnaireKind } from "./questionnaire.ts";
import type { Typed } from "./read-answers.ts";
import type { Question, Survey } from "./survey.ts";

export interface ReadQuestionnaire {
  typed: Typed;
  /** by field of the form: 「回答!D5」 */
  places: ReadonlyMap<string, string>;
  /** it is of another survey, or none of its sheets is known */
  isForeign: boolean;
  /** the questions have changed since it was made */
  isOld: boolean;
  /** in which it was written; null where it no longer says so */
  language: Language | null;
}

/** Throws a `SpreadsheetRefusal` for what is no workbook that may be read. */
export async function readQuestionnaire(
  file: { name: string; content: Uint8Array },
  survey: Survey,
  questions: readonly Question[],
  topics: readonly Topic[],
): Promise<ReadQuestionnaire> {
  const { template } = describeQuestionnaire(survey, questions, survey.languages[0] ?? "ja", topics);
  const workbook = await readSpreadsheet(file.content, { name: file.name, expectedHeaders: headersOf(template) });
  // Headings of tables stand in the language in which the sheet was written.
  const templates = languages.map((language) => describeQuestionnaire(survey, questions, language, topics).template);
  const readings = templates.map((each) => recogniseSheets(workbook, each));
  const known = (reading: (typeof readings)[number]) =>
    reading.sheets.reduce((sum, { columns }) => sum + columns.size, 0);
  const [best] = readings.sort((a, b) => known(b) - known(a));
  const identity = best?.identity ?? null;
  const own = workbook.grids.find(({ name }) => name === identitySheet)?.rows ?? [];
  const said = own.find(({ cells }) => cells[0] === "language")?.cells[1];
  const typed = new Map<string, string[]>();
  const places = new Map<string, string>();
  const take = (field: string, values: string[], place: string) => {
    typed.set(field, values);
    places.set(field, place);
  };
  for (const recognised of best?.sheets ?? []) {
    if (recognised.sheet.id === answersSheet) takeSingle(recognised, questions, take);
    const question = questions.find(({ id }) => id === recognised.sheet.id);
    if (question?.kind === "table") takeTable(recognised, question, take);
    else if (question) takeRows(recognised, question, topics, take);
  }
  return {
    typed,
    places,
    isForeign: (identity !== null && identity.kind !== questionnaireKind(survey)) || (best?.sheets.length ?? 0) === 0,
    isOld: identity !== null && identity.version !== survey.questionsRevision,
    language: languages.find((each) => each === said) ?? null,
  };
}

type Take = (field: string, values: string[], place: string) => void;

function cellsOf({ columns, grid }: RecognisedSheet, row: GridRow) {
  return [...columns].map(([index, { id }]) => ({
    id,
    text: (row.cells[index] ?? "").trim(),
    place: `${grid.name}!${cellAddress(index, row.number)}`,
  }));
}

function takeSingle(recognised: RecognisedSheet, questions: readonly Question[], take: Take): void {
  for (const row of recognised.rows) {
    const cells = cellsOf(recognised, row);
    const question = questions.find(({ id }) => id === cells.find((cell) => cell.id === "id")?.text);
    const answer = cells.find((cell) => cell.id === "answer");
    if (!question || question.retired || !answer) continue;
    take(`answers.${question.id}`, readSingle(question, answer.text), answer.place);
  }
}

/** A choice is known by its words in any language, or by its number in the list; what is not known stays as it is, to be named. */
function readSingle({ kind, options }: Question, text: string): string[] {
  if (text === "") return [""];
  const known = (part: string) => {
    const wanted = foldText(part);
    const found = options.choices.find(({ id, text: words }) => id === part || isOneOf(words, wanted));
    return found?.id ?? options.choices[Number(part.normalize("NFKC")) - 1]?.id ?? part;
  };
  if (kind === "choice") return [known(text)];
  if (kind === "choices") {
    if (known(text) !== text) return [known(text)];
    const parts = text.split(/[\n、,，;；]+/).map((part) => part.trim());
    return parts.filter((part) => part !== "").map(known);
  }
  if (kind === "scale") return [text.normalize("NFKC")];
  return [text];
}

function isOneOf(words: Localized, folded: string): boolean {
  return Object.values(words).some((each) => foldText(each) === folded);
}

function takeTable(recognised: RecognisedSheet, { id, options }: Question, take: Take): void {
  for (const row of recognised.rows) {
    const cells = cellsOf(recognised, row);
    const code = cells.find((cell) => cell.id === "id")?.text;
    const label = foldText(cells.find((cell) => cell.id === "row")?.text ?? "");
    const own = options.table?.rows.find((each) => each.id === code || isOneOf(each.text, label));
    if (!own) continue;
    for (const cell of cells)
      if (cell.id !== "id" && cell.id !== "row") take(`answers.${id}.${own.id}.${cell.id}`, [cell.text], cell.place);
  }
}

function takeRows(recognised: RecognisedSheet, { id }: Question, topics: readonly Topic[], take: Take): void {
  const filled = recognised.rows.filter((row) => cellsOf(recognised, row).some(({ text }) => text !== ""));
  for (const [index, row] of filled.entries())
    for (const cell of cellsOf(recognised, row))
      take(`answers.${id}.${index}.${cell.id}`, [readCode(cell.id, cell.text, topics)], cell.place);
}

function readCode(column: string, text: string, topics: readonly Topic[]): string {
  const among = (list: readonly string[], key: (choice: string) => MessageKey) =>
    list.find((choice) =>
      languages.some((language) => foldText(message(language, key(choice), { count: 2 })) === foldText(text)),
    ) ?? text;
  if (column === "activity") return among(activityKinds, (kind) => `activity.kind.${kind}` as MessageKey);
  if (column === "budget") return among(activityFundings, (kind) => `activity.funding.${kind}` as MessageKey);
  if (column === "theme") return among(concernThemes, (theme) => `concern.theme.${theme}` as MessageKey);
  if (column !== "topics") return text;
  const parts = text.split(/[\n、,，;；]+/).map((part) => part.trim());
  return parts.map((part) => topics.find(({ name }) => isOneOf(name, foldText(part)))?.id ?? part).join(";");
}
