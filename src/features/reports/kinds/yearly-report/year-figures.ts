import { localize } from "../../../../core/localized.ts";
import { cellText, type Figure, type FigureCell, type TableDocument } from "../../../../documents/table.ts";
import type { TableDefinition } from "../../../statistics/measure.ts";
import { getTable } from "../../../statistics/service.ts";
import type { Study } from "../../compose/study.ts";

/** One published measure in the year and in the year before, as the published table shows them. */
export interface YearFigure {
  key: string;
  label: string;
  now: FigureCell | null;
  before: FigureCell | null;
}

/** Read out of the published tables themselves, so that no other number can stand here. */
export async function gatherYearFigures(study: Study): Promise<YearFigure[]> {
  const { context, catalogue, asOf, language, fiscalYear, notebook } = study;
  const figures: YearFigure[] = [];
  for (const definition of catalogue.tables) {
    const read = readers[definition.layout];
    if (!read || !definition.fiscalYears.includes(fiscalYear)) continue;
    const table = await getTable(context, definition.id, { asOf, language });
    for (const row of table.rows) notebook.use("activity", row.records);
    figures.push(...read(table, definition, study));
  }
  for (const { key, label, now } of figures) if (now) notebook.figure(`${key}/${fiscalYear}`, label, cellText(now));
  return figures;
}

type Reader = (table: TableDocument, definition: TableDefinition, study: Study) => YearFigure[];

const readers: Record<string, Reader> = {
  "measures-by-year": ({ rows }, _definition, { fiscalYear }) =>
    rows.map(({ key, label = "", cells }) => ({
      key,
      label,
      now: figuresIn(cells[String(fiscalYear)]),
      before: figuresIn(cells[String(fiscalYear - 1)]),
    })),
  "years-by-group": (table, { measures }, study) => [
    {
      key: measures[0] ?? table.id,
      label: nameFirst(table, measures, study),
      ...inYears(table, study.fiscalYear, (cells) => figuresIn(cells.total)),
    },
  ],
  "years-by-unit": (table, { measures }, study) => [
    {
      key: measures[0] ?? table.id,
      label: nameFirst(table, measures, study),
      ...inYears(table, study.fiscalYear, joinUnits),
    },
  ],
};

/** What is counted, not the title of its table: 「共同研究に係る訪日研修」 without 「（年度別）」. */
function nameFirst({ title }: TableDocument, [measure]: readonly string[], study: Study): string {
  return measure === undefined ? title : nameMeasure(study, measure);
}

type Cells = TableDocument["rows"][number]["cells"];

function inYears({ rows }: TableDocument, fiscalYear: number, read: (cells: Cells) => FigureCell | null) {
  const of = (year: number) => {
    const row = rows.find(({ key }) => key === String(year));
    return row ? read(row.cells) : null;
  };
  return { now: of(fiscalYear), before: of(fiscalYear - 1) };
}

function joinUnits(cells: Cells): FigureCell | null {
  const figures = Object.values(cells).flatMap((cell): Figure[] => ("figures" in cell ? cell.figures : []));
  return figures.length === 0 ? null : { figures };
}

function figuresIn(cell: Cells[string] | undefined): FigureCell | null {
  return cell && "figures" in cell && cell.figures.length > 0 ? cell : null;
}

/** Whether a document states the figure, not the records. */
export function isPublished(cell: FigureCell | null): boolean {
  return cell?.figures.some(({ basis }) => basis === "claim") ?? false;
}

/** Names of the tables that list the year's own events, in the order of the catalogue. */
export function listYearTables({ catalogue, fiscalYear }: Study, section: string): string[] {
  return catalogue.tables
    .filter(({ layout, fiscalYears }) => layout === "register" && fiscalYears.includes(fiscalYear))
    .filter((table) => table.section === section)
    .map(({ id }) => id);
}

export function nameMeasure({ catalogue, language }: Study, id: string): string {
  return localize(catalogue.measure(id).name, language).text;
}
