import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { PrintCell, PrintTable } from "../../../documents/print-table.ts";
import { joinRuns, type Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { AssessedPartnership } from "../assessments.ts";
import { deepestStep } from "../deepening.ts";
import { type GovernmentType, markNames, type PublishedStep, type Statement } from "../draft.ts";
import { sayIndicator, sayPublishedCount } from "../say-indicator.ts";
import { sayPlace } from "../word-place.ts";
import { type DocumentInput, markOf } from "./lay-out-evaluation.ts";
import { namePair } from "./name-pair.ts";
import { writeTheirWords, writeTheirWordsIn } from "./their-words.ts";

interface PlainColumn {
  key: string;
  label: string;
  share: number;
  align?: "start" | "center" | "end";
}

/** D's table, from the sentences: one line a sentence with the number of its note. */
export function layOutAchievements(input: DocumentInput, numberOf: (statement: Statement) => number): PrintTable {
  const { view, language, directory } = input;
  return plain(input, {
    id: "achievements",
    title: message(language, "evaluation.document.achievements"),
    columns: [
      { key: "government", label: message(language, "evaluation.column.government"), share: 0.17 },
      { key: "type", label: message(language, "evaluation.column.type"), share: 0.1, align: "center" },
      { key: "achievements", label: message(language, "evaluation.column.achievements"), share: 0.73 },
    ],
    rows: view.types.map(({ organisation, counted, decided }) => ({
      key: organisation,
      cells: [
        directory.name(organisation, language),
        sayType(decided ?? counted, view.comparisons.get(organisation)?.stated, language),
        view.statements
          .filter((statement) => statement.organisation === organisation)
          .map((statement): Run[] => [
            { text: message(language, "report.midterm.mark") },
            ...writeTheirWords(statement.text, language),
            {
              text: `${markOf(statement, language)} ${message(language, "evaluation.document.noteMark", { number: numberOf(statement) })}`,
            },
          ])
          .flatMap(onLines),
      ],
    })),
    notes: [message(language, "table.typeNote.A"), message(language, "table.typeNote.B")],
  });
}

/** Where a document says otherwise, it is said at once and not two tables later. */
function sayType(type: GovernmentType, stated: string | undefined, language: Language): string {
  const own = message(language, `evaluation.typeShort.${type}`);
  return stated === undefined || stated === type
    ? own
    : `${own}\n${message(language, "evaluation.deepening.stated", { type: stated })}`;
}

/** Why each is of its type, beside what a document says of it. */
export function layOutTypes(input: DocumentInput): PrintTable {
  const { view, language, directory } = input;
  return plain(input, {
    id: "types",
    title: message(language, "evaluation.document.typesTable"),
    columns: [
      { key: "government", label: message(language, "evaluation.column.government"), share: 0.17 },
      { key: "counted", label: message(language, "evaluation.column.counted"), share: 0.1, align: "center" },
      { key: "stated", label: message(language, "evaluation.column.stated"), share: 0.1, align: "center" },
      { key: "reasons", label: message(language, "evaluation.column.reasons"), share: 0.63 },
    ],
    rows: view.types.map(({ organisation, counted, decided, decidedReason, reasons }) => {
      const comparison = view.comparisons.get(organisation);
      const lines: Run[][] = [
        ...reasons.map(({ makes, text }) => [
          { text: `${makes === null ? "" : `${makes} `}${localize(text, language).text}` },
        ]),
        ...(decided === null
          ? []
          : [
              writeTheirWordsIn(decidedReason, language, (reason) =>
                message(language, "evaluation.document.decided", {
                  type: message(language, `evaluation.typeShort.${decided}`),
                  reason,
                }),
              ),
            ]),
        ...(comparison && !comparison.agrees ? [[{ text: localize(comparison.explanation, language).text }]] : []),
        ...(comparison && localize(comparison.note, language).text !== ""
          ? [writeTheirWords(comparison.note, language)]
          : []),
      ];
      return {
        key: organisation,
        cells: [
          directory.name(organisation, language),
          message(language, `evaluation.typeShort.${counted}`),
          comparison?.stated ?? message(language, "evaluation.none"),
          lines.length === 0 ? message(language, "evaluation.none") : lines.flatMap(onLines),
        ],
      };
    }),
    notes: [],
  });
}

export function layOutIndicators(input: DocumentInput): PrintTable {
  const { view, language, programme } = input;
  const width = Math.min(0.13, 0.5 / Math.max(1, view.years.length));
  const rest = 1 - width * view.years.length;
  return plain(input, {
    id: "indicators",
    title: message(language, "evaluation.indicator.caption"),
    columns: [
      { key: "indicator", label: message(language, "evaluation.column.indicator"), share: rest * 0.42 },
      ...view.years.map((year) => ({
        key: String(year),
        label: fiscalYearLabel(programme.calendar, year, language),
        share: width,
        align: "end" as const,
      })),
      { key: "how", label: message(language, "evaluation.column.how"), share: rest * 0.58 },
    ],
    rows: view.indicators.map((indicator) => ({
      key: indicator.id,
      cells: [
        message(language, `evaluation.indicator.${indicator.id}`),
        ...indicator.years.map((year) => sayIndicator(indicator, year, language)),
        message(language, `evaluation.how.${indicator.id}`),
      ],
    })),
    notes: view.years.some((year) => view.incompleteYears.has(year))
      ? [message(language, "evaluation.indicator.incompletePlain")]
      : [],
  });
}

/** The picture in words: the furthest step of each year. */
export function layOutDeepening(input: DocumentInput): PrintTable {
  const { view, language, programme } = input;
  const width = 0.65 / Math.max(1, view.years.length);
  return plain(input, {
    id: "deepening",
    title: message(language, "evaluation.deepening.caption"),
    columns: [
      { key: "pair", label: message(language, "evaluation.column.partnership"), share: 0.35 },
      ...view.years.map((year) => ({
        key: String(year),
        label: fiscalYearLabel(programme.calendar, year, language),
        share: width,
        align: "center" as const,
      })),
    ],
    rows: view.deepening.map((row) => {
      return {
        key: row.partnership,
        cells: [
          namePair(row.partnership, input),
          ...row.years.map((year) => {
            const step = deepestStep(year);
            const numbers = (year.published ?? []).map((one) => sayNumberOnly(one, input));
            const lines = [...(step === null ? [] : [message(language, `evaluation.step.${step}`)]), ...numbers];
            if (lines.length > 0) return lines.join("\n");
            return year.stated === null
              ? message(language, "evaluation.none")
              : message(language, "evaluation.document.statedOnly");
          }),
        ],
      };
    }),
    notes: [message(language, "evaluation.document.deepeningNote"), ...notePublished(input)],
  });
}

function sayNumberOnly(figure: PublishedStep, { language }: DocumentInput): string {
  const count = message(language, "evaluation.published.only", { count: sayPublishedCount(figure, language) });
  return `${message(language, `evaluation.step.${figure.step}`)} ${count}`;
}

/** Where the numbers stand, each place once. */
function notePublished({ view, language }: DocumentInput): string[] {
  const figures = view.deepening.flatMap(({ years }) => years.flatMap(({ published = [] }) => published));
  const sources = figures.map(({ place }) =>
    [
      localize(view.documents.get(place.document)?.title ?? {}, language).text,
      sayPlace(place, view.documents, language),
    ].join(message(language, "list.separator")),
  );
  const source = [...new Set(sources)].join(message(language, "list.semicolon"));
  return source === "" ? [] : [message(language, "evaluation.published.note", { source })];
}

/** Both sides' marks beside each other. */
export function layOutAssessments(input: DocumentInput, said: readonly AssessedPartnership[]): PrintTable {
  const { language, directory } = input;
  return plain(input, {
    id: "assessments",
    title: message(language, "evaluation.assessment.picture"),
    columns: [
      { key: "pair", label: message(language, "evaluation.column.side"), share: 0.36 },
      ...markNames.map((name) => ({
        key: name,
        label: message(language, `evaluation.mark.${name}`),
        share: 0.16,
        align: "center" as const,
      })),
    ],
    rows: said.flatMap(({ partnership, home, partner }) =>
      [home, partner].flatMap((one) =>
        one === null || one.state !== "submitted"
          ? []
          : [
              {
                key: `${partnership.id}-${one.organisation}`,
                cells: [
                  message(language, "evaluation.document.sideOf", {
                    name: directory.name(one.organisation, language),
                    other: directory.name(
                      one.organisation === partnership.home ? partnership.partner : partnership.home,
                      language,
                    ),
                  }),
                  ...markNames.map((name) => String(one.marks[name] ?? "")),
                ],
              },
            ],
      ),
    ),
    notes: [message(language, "evaluation.document.marksNote")],
  });
}

function plain(
  { language }: DocumentInput,
  content: {
    id: string;
    title: string;
    columns: PlainColumn[];
    rows: { key: string; cells: (string | Run[])[] }[];
    notes: string[];
  },
): PrintTable {
  const { id, title, columns, rows, notes } = content;
  return {
    ...{ id, title, language, notes, asOfText: "", orientation: "portrait" },
    columns: columns.map(({ align = "start", ...column }) => ({ ...column, align })),
    rows: rows.map(({ key, cells }) => ({
      ...{ key, kind: "row" as const, shaded: false },
      cells: cells.map((cell, index) => ({ ...writeCell(cell), heading: index === 0 })),
    })),
    notesTitle: message(language, "table.print.notes"),
    emptyText: message(language, "report.sentence.noneOnRecord"),
  };
}

/** Each of several entries on a line of its own. */
function onLines(runs: Run[], index: number): Run[] {
  return index === 0 ? runs : [{ text: "\n" }, ...runs];
}

/** Parts are told apart only where one of them stands in another language. */
function writeCell(cell: string | Run[]): PrintCell {
  if (typeof cell === "string") return { text: cell };
  const text = joinRuns(cell);
  return cell.some(({ language }) => language !== undefined) ? { text, runs: cell } : { text };
}
