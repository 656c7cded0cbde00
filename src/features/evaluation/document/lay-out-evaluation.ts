import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Language } from "../../../core/language.ts";
import { type Localized, type LocalizedText, localize } from "../../../core/localized.ts";
import type { Block, Report, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Partnership } from "../../partnerships/partnership.ts";
import type { Programme } from "../../programme/programme.ts";
import { writeFiscalYears } from "../../programme/write-fiscal-years.ts";
import { heading, orNothing, paragraph, paragraphOf } from "../../reports/compose/blocks.ts";
import { notRecorded, type StatedPlace, type Statement } from "../draft.ts";
import { evidenceKey } from "../evidence.ts";
import { partAround } from "../part-around.ts";
import type { EvaluationView } from "../view.ts";
import { sayPlaceJoint, wordPlace } from "../word-place.ts";
import { drawDeepening } from "./draw-deepening.tsx";
import { layOutAchievements, layOutAssessments, layOutDeepening, layOutIndicators, layOutTypes } from "./tables.ts";
import { writeTheirWords, writeTheirWordsIn } from "./their-words.ts";

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
  const parts = layOutParts(input);
  const title = localize(evaluation.title, language).text;
  return {
    report: { title, language, maker, date: evaluation.asOf, images: [], values: {} },
    outline: [
      ...layOutCover(input),
      heading(1, message(language, "evaluation.part.achievement")),
      ...parts.achievements,
      heading(2, message(language, "evaluation.document.types")),
      ...parts.types,
      heading(1, message(language, "evaluation.document.review")),
      ...sections.flatMap((section) => [
        heading(2, message(language, `evaluation.part.${section}`)),
        ...parts[section],
      ]),
      heading(1, message(language, "evaluation.part.indicators")),
      ...parts.indicators,
      heading(1, message(language, "evaluation.deepening.title")),
      ...parts.deepening,
      ...layOutWords(input),
      heading(1, message(language, "evaluation.evidence.notes")),
      ...parts.notes,
    ],
  };
}

export type EvaluationPart =
  | "achievements"
  | "types"
  | (typeof sections)[number]
  | "indicators"
  | "deepening"
  | "notes";

/** What stands under each heading, for the outline above and for a template in the library. */
export function layOutParts(input: DocumentInput): Record<EvaluationPart, Block[]> {
  const { view, language } = input;
  const ordered = orderStatements(view);
  const numberOf = (statement: Statement) => ordered.indexOf(statement) + 1;
  const list = (section: (typeof sections)[number]) =>
    orNothing(
      { language },
      listStatements(
        view.statements.filter((one) => one.section === section),
        numberOf,
        language,
      ),
    );
  return {
    achievements: [
      paragraph(message(language, "evaluation.document.origins"), "note"),
      ...(view.statements.some(({ olderLanguages }) => olderLanguages.includes(language))
        ? [paragraph(message(language, "evaluation.document.older"), "note")]
        : []),
      ...sayMissingWords(input),
      {
        is: "table",
        caption: message(language, "evaluation.document.achievements"),
        table: layOutAchievements(input, numberOf),
      },
    ],
    types: [{ is: "table", caption: message(language, "evaluation.document.typesTable"), table: layOutTypes(input) }],
    progress: list("progress"),
    result: list("result"),
    "benefit-home": list("benefit-home"),
    task: list("task"),
    indicators: [
      { is: "table", caption: message(language, "evaluation.indicator.caption"), table: layOutIndicators(input) },
    ],
    deepening: [
      { is: "chart", caption: message(language, "evaluation.deepening.caption"), chart: drawDeepening(input) },
      { is: "table", caption: message(language, "evaluation.document.deepeningTable"), table: layOutDeepening(input) },
    ],
    notes: [{ is: "list", marks: "number", items: ordered.map((statement) => writeNote(statement, input)) }],
  };
}

/** In the order in which they stand in the document, which is that of their notes. */
function orderStatements({ types, statements }: EvaluationView): Statement[] {
  return [
    ...types.flatMap(({ organisation }) => statements.filter((statement) => statement.organisation === organisation)),
    ...sections.flatMap((section) => statements.filter((statement) => statement.section === section)),
  ];
}

function layOutCover(input: DocumentInput): Block[] {
  const { view, language, programme, maker } = input;
  const { evaluation } = view;
  return [
    paragraph(message(language, `evaluation.kind.${evaluation.kind}`), "title"),
    paragraph(writeFiscalYears(programme, view.years, language), "subtitle"),
    paragraph(localize(programme.name, language).text, "subtitle"),
    paragraph(maker, "maker"),
    paragraph(sayAsOf(input), "date"),
    { is: "contents", title: message(language, "bulletin.contents") },
    { is: "page-break" },
    paragraph(sayLead(input), "lead"),
    layOutKeyFigures(input),
  ];
}

export function sayAsOf({ view: { evaluation }, language }: Pick<DocumentInput, "view" | "language">): string {
  const key = evaluation.state === "final" ? "evaluation.document.final" : "evaluation.document.draft";
  return message(language, key, { date: writeEdtf(evaluation.asOf, language) });
}

export function sayLead({ view, language, programme }: Pick<DocumentInput, "view" | "language" | "programme">): string {
  return message(language, "evaluation.document.lead", { years: writeFiscalYears(programme, view.years, language) });
}

export function layOutKeyFigures({ view, language }: Pick<DocumentInput, "view" | "language">): Block {
  const { governments, a, b, sentences } = countKeyFigures(view);
  const figure = (value: number, key: KeyFigure) => ({
    value: value.toLocaleString(language),
    label: message(language, `evaluation.document.figure.${key}`),
  });
  return {
    is: "key-figures",
    items: [figure(governments, "governments"), figure(b, "b"), figure(a, "a"), figure(sentences, "sentences")],
  };
}

export type KeyFigure = "governments" | "a" | "b" | "sentences";

/** Local governments, those of each type, sentences that rest on a record. */
export function countKeyFigures({ types, statements }: EvaluationView): Record<KeyFigure, number> {
  const count = (type: string) => types.filter(({ decided, counted }) => (decided ?? counted) === type).length;
  return {
    governments: types.length,
    a: count("A"),
    b: count("B"),
    sentences: statements.filter(({ evidence }) => evidence.length > 0).length,
  };
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
  return [
    ...writeTheirWords(statement.text, language),
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
      // What a side wrote stands before what somebody made of it in a third language.
      const text = { [one.language]: one.comment, ...pick(one.translations, language) };
      const name = directory.name(one.organisation, language);
      const other = directory.name(
        partnership.home === one.organisation ? partnership.partner : partnership.home,
        language,
      );
      return [
        writeTheirWordsIn(text, language, (words) =>
          message(language, "evaluation.document.comment", { name, other, text: words }),
        ),
      ];
    }),
  );
  return [
    heading(1, message(language, "evaluation.part.assessment")),
    { is: "table", caption: message(language, "evaluation.assessment.picture"), table: layOutAssessments(input, said) },
    ...(comments.length > 0 ? [{ is: "list" as const, marks: "bullet" as const, items: comments }] : []),
  ];
}

/** Whoever reads a finished evaluation learns which words it lacks, and why it did not wait for them. */
function sayMissingWords({ view: { evaluation }, language }: DocumentInput): Block[] {
  const words = evaluation.frozen?.missingWords;
  if (words === undefined) return [];
  const { missing, of, reason } = words;
  const runs = writeTheirWordsIn(reason, language, (given) =>
    message(language, "evaluation.document.missingWords", { missing, of, reason: given }),
  );
  return [paragraphOf(runs, "note")];
}

function pick(texts: Localized, language: Language): Localized {
  return texts[language] ? { [language]: texts[language] } : {};
}

function writeNote({ drafted, evidence, withoutEvidenceReason }: Statement, { view, language }: DocumentInput): Run[] {
  if (evidence.length === 0)
    return withoutEvidenceReason === null || withoutEvidenceReason === notRecorded
      ? [{ text: message(language, "evaluation.draft.notRecorded") }]
      : writeTheirWords(withoutEvidenceReason, language);
  const runs = evidence.slice(0, mostInNote).flatMap((one, index): Run[] => {
    const words = view.words.get(evidenceKey(one));
    const places = (drafted?.places ?? []).filter(({ document }) => one.kind === "document" && document === one.id);
    return [
      ...(index === 0 ? [] : [{ text: message(language, "evaluation.document.noteJoint") }]),
      ...(words ? writeIn(localize(words.text, language), language) : [{ text: one.id }]),
      ...writePlaces(places, view.documents, language),
    ];
  });
  const more = evidence.length - mostInNote;
  if (more <= 0) return runs;
  const [before, after] = partAround((list) =>
    message(language, "evaluation.document.noteMore", { list, count: more }),
  );
  return [{ text: before }, ...runs, { text: after }].filter(({ text }) => text !== "");
}

/** Behind the document's name: where in it, and in which language one finds it there. */
function writePlaces(
  places: readonly StatedPlace[],
  documents: EvaluationView["documents"],
  language: Language,
): Run[] {
  return places.flatMap((place, index) => {
    const joint = index > 0 ? message(language, "list.separator") : sayPlaceJoint(place, documents, language);
    return [{ text: joint }, ...wordPlace(place, documents, language).flatMap((one) => writeIn(one, language))];
  });
}

function writeIn({ text, language: of }: LocalizedText, language: Language): Run[] {
  return [{ text, ...(of === language ? {} : { language: of }) }];
}
