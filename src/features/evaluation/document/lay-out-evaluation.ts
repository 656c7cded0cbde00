import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { Block, Report, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Partnership } from "../../partnerships/partnership.ts";
import type { Programme } from "../../programme/programme.ts";
import { writeFiscalYears } from "../../programme/write-fiscal-years.ts";
import { heading, orNothing, paragraph } from "../../reports/compose/blocks.ts";
import type { Statement } from "../draft.ts";
import { evidenceKey } from "../evidence.ts";
import type { EvaluationView } from "../view.ts";
import { drawDeepening } from "./draw-deepening.tsx";
import { layOutAchievements, layOutAssessments, layOutDeepening, layOutIndicators, layOutTypes } from "./tables.ts";

export interface DocumentInput {
  view: EvaluationView;
  language: Language;
  directory: OrganisationDirectory;
  programme: Programme;
  partnerships: readonly Partnership[];
  /** as printed */
  maker: string;
}

const sections = ["progress", "result", "benefit-home", "task"] as const;

/** More records than anybody reads in a note; the page has them all. */
const mostInNote = 15;

/** An evaluation as Word and PDF take it: D's order, every sentence with the number of its note. */
export function layOutEvaluation(input: DocumentInput): { report: Report; outline: Block[] } {
  const { view, language, maker } = input;
  const { evaluation } = view;
  const ordered = orderStatements(view);
  const numberOf = (statement: Statement) => ordered.indexOf(statement) + 1;
  const title = localize(evaluation.title, language).text;
  return {
    report: { title, language, maker, date: evaluation.asOf, images: [], values: {} },
    outline: [
      ...layOutCover(input),
      heading(1, message(language, "evaluation.part.achievement")),
      paragraph(message(language, "evaluation.document.origins"), "note"),
      ...(view.statements.some(({ olderLanguages }) => olderLanguages.includes(language))
        ? [paragraph(message(language, "evaluation.document.older"), "note")]
        : []),
      {
        is: "table",
        caption: message(language, "evaluation.document.achievements"),
        table: layOutAchievements(input, numberOf),
      },
      heading(2, message(language, "evaluation.document.types")),
      { is: "table", caption: message(language, "evaluation.document.typesTable"), table: layOutTypes(input) },
      heading(1, message(language, "evaluation.document.review")),
      ...sections.flatMap((section) => [
        heading(2, message(language, `evaluation.part.${section}`)),
        ...orNothing(
          { language },
          listStatements(
            view.statements.filter((one) => one.section === section),
            numberOf,
            language,
          ),
        ),
      ]),
      heading(1, message(language, "evaluation.part.indicators")),
      { is: "table", caption: message(language, "evaluation.indicator.caption"), table: layOutIndicators(input) },
      heading(1, message(language, "evaluation.deepening.title")),
      { is: "chart", caption: message(language, "evaluation.deepening.caption"), chart: drawDeepening(input) },
      { is: "table", caption: message(language, "evaluation.document.deepeningTable"), table: layOutDeepening(input) },
      ...layOutWords(input),
      heading(1, message(language, "evaluation.evidence.notes")),
      { is: "list", marks: "number", items: ordered.map((statement) => [{ text: writeNote(statement, input) }]) },
    ],
  };
}

/** In the order in which they stand in the document, which is that of their notes. */
function orderStatements({ types, statements }: EvaluationView): Statement[] {
  return [
    ...types.flatMap(({ organisation }) => statements.filter((statement) => statement.organisation === organisation)),
    ...sections.flatMap((section) => statements.filter((statement) => statement.section === section)),
  ];
}

function layOutCover({ view, language, programme, maker }: DocumentInput): Block[] {
  const { evaluation, statements } = view;
  const count = (type: string) => view.types.filter(({ decided, counted }) => (decided ?? counted) === type).length;
  const figure = (value: number, key: "governments" | "a" | "b" | "sentences") => ({
    value: value.toLocaleString(language),
    label: message(language, `evaluation.document.figure.${key}`),
  });
  return [
    paragraph(message(language, `evaluation.kind.${evaluation.kind}`), "title"),
    paragraph(writeFiscalYears(programme, view.years, language), "subtitle"),
    paragraph(localize(programme.name, language).text, "subtitle"),
    paragraph(maker, "maker"),
    paragraph(
      message(language, evaluation.state === "final" ? "evaluation.document.final" : "evaluation.document.draft", {
        date: writeEdtf(evaluation.asOf, language),
      }),
      "date",
    ),
    { is: "contents", title: message(language, "bulletin.contents") },
    { is: "page-break" },
    paragraph(
      message(language, "evaluation.document.lead", { years: writeFiscalYears(programme, view.years, language) }),
      "lead",
    ),
    {
      is: "key-figures",
      items: [
        figure(view.types.length, "governments"),
        figure(count("B"), "b"),
        figure(count("A"), "a"),
        figure(statements.filter(({ evidence }) => evidence.length > 0).length, "sentences"),
      ],
    },
  ];
}

function listStatements(
  statements: readonly Statement[],
  numberOf: (one: Statement) => number,
  language: Language,
): Block[] {
  if (statements.length === 0) return [];
  return [{ is: "list", marks: "bullet", items: statements.map((one) => writeRuns(one, numberOf(one), language)) }];
}

function writeRuns(statement: Statement, number: number, language: Language): Run[] {
  const text = localize(statement.text, language);
  return [
    { text: text.text, ...(text.language === language ? {} : { language: text.language }) },
    { text: markOf(statement, language) },
    { text: message(language, "evaluation.document.noteMark", { number }), raised: true },
  ];
}

/** Who says it, where it is not the records; and that a text lags behind another language. */
export function markOf({ state, drafted, olderLanguages }: Statement, language: Language): string {
  if (olderLanguages.includes(language)) return message(language, "evaluation.document.mark.older");
  const origin = state === "written" || drafted === null ? "written" : drafted.origin;
  return origin === "records" ? "" : message(language, `evaluation.document.mark.${origin}`);
}

function layOutWords(input: DocumentInput): Block[] {
  const { view, language, directory } = input;
  const said = view.assessments.filter(
    ({ home, partner }) => home?.state === "submitted" || partner?.state === "submitted",
  );
  if (said.length === 0) return [];
  const comments = said.flatMap(({ partnership, home, partner }) =>
    [home, partner].flatMap((one) => {
      if (one === null || one.state !== "submitted" || one.comment === "") return [];
      const text = one.language === language ? one.comment : (one.translations[language] ?? one.comment);
      const name = directory.name(one.organisation, language);
      const other = directory.name(
        partnership.home === one.organisation ? partnership.partner : partnership.home,
        language,
      );
      return [[{ text: message(language, "evaluation.document.comment", { name, other, text }) }]];
    }),
  );
  return [
    heading(1, message(language, "evaluation.part.assessment")),
    { is: "table", caption: message(language, "evaluation.assessment.picture"), table: layOutAssessments(input, said) },
    ...(comments.length > 0 ? [{ is: "list" as const, marks: "bullet" as const, items: comments }] : []),
  ];
}

function writeNote({ drafted, evidence, withoutEvidenceReason }: Statement, { view, language }: DocumentInput): string {
  if (evidence.length === 0)
    return withoutEvidenceReason === null || withoutEvidenceReason === "not-recorded"
      ? message(language, "evaluation.draft.notRecorded")
      : withoutEvidenceReason;
  const shown = evidence.slice(0, mostInNote).map((one) => {
    const words = view.words.get(evidenceKey(one));
    const name = words ? localize(words.text, language).text : one.id;
    const places = (drafted?.places ?? []).filter(({ document }) => one.kind === "document" && document === one.id);
    return [name, ...places.map(({ place }) => place)].join(message(language, "list.separator"));
  });
  const joined = shown.join(message(language, "evaluation.document.noteJoint"));
  return evidence.length > mostInNote
    ? message(language, "evaluation.document.noteMore", { list: joined, count: evidence.length - mostInNote })
    : joined;
}
