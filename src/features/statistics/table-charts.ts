import { type FiscalCalendar, fiscalYearRange } from "../../core/fiscal-calendar.ts";
import type { Figure, TableDocument, TableRow } from "../../documents/table.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { BarSeries } from "../../web/components/bar-series.ts";
import { getProgramme } from "../programme/service.ts";
import { type Catalogue, getCatalogue } from "./catalogue.ts";
import type { ChartContent, ChartYear } from "./chart.ts";
import { describeChart, explainMarks } from "./describe-chart.ts";

interface ChartRequest {
  table: TableDocument;
  calendar: FiscalCalendar;
  catalogue: Catalogue;
  /** of a table with one measure */
  measure: string | null;
}

/** A bar in the making: the figure of a series in a year, as the table shows it. */
type FindFigure = (year: string) => Figure | null;

interface SeriesOfFigures {
  key: string;
  label: string;
  /** whose claims and coverage stand behind it */
  measure: string;
  group: string | null;
  find: FindFigure;
}

/** The charts that the numbers of a published table make: one for each unit. None for a table of texts. */
export async function chartTable(context: Context, table: TableDocument): Promise<ChartContent[]> {
  const { calendar } = await getProgramme(context);
  const catalogue = await getCatalogue(context);
  const definition = catalogue.tables.find(({ id }) => id === table.id);
  const request = { table, calendar, catalogue, measure: definition?.measures[0] ?? null };
  const units = listUnits(table);
  if (units.length === 0) return [];
  if (table.columns.some(({ key }) => isYear(key))) return units.map((unit) => chartMeasures(request, unit));
  if (!table.rows.every(({ key }) => isYear(key))) return [];
  return units.map((unit) => chartYears(request, unit));
}

/** One series a measure, the years along the columns. */
function chartMeasures(request: ChartRequest, unit: string): ChartContent {
  const { table } = request;
  const years = table.columns.map(({ key }) => key).filter(isYear);
  const rows = table.rows.filter((row) => years.some((year) => figureAt(row, year, unit)));
  const series = rows.map((row) => ({
    key: row.key,
    label: row.label ?? row.key,
    measure: row.key,
    group: null,
    find: (year: string) => figureAt(row, year, unit),
  }));
  const [only] = series;
  const title = series.length === 1 && only ? only.label : table.title;
  return compose(request, { unit, title, years, series, mode: "grouped" });
}

/** The years along the rows: one series a group, or the one of a unit that has a column of its own. */
function chartYears(request: ChartRequest, unit: string): ChartContent {
  const { table, measure } = request;
  const years = table.rows.map(({ key }) => key);
  const rowOf = (year: string) => table.rows.find(({ key }) => key === year);
  const columns = table.columns.filter(
    ({ key }) => key !== "total" && table.rows.some((row) => figureAt(row, key, unit)),
  );
  const isUnitColumn = columns.length === 1 && columns[0]?.key === unit;
  const series = columns.map(({ key, label }) => ({
    key: isUnitColumn ? (measure ?? key) : key,
    label: isUnitColumn ? table.title : label,
    measure: measure ?? "",
    group: isUnitColumn ? null : key,
    find: (year: string) => figureAt(rowOf(year), key, unit),
  }));
  return compose(request, { unit, title: table.title, years, series, mode: series.length > 1 ? "stacked" : "grouped" });
}

interface ChartPlan {
  unit: string;
  title: string;
  years: string[];
  series: SeriesOfFigures[];
  mode: ChartContent["mode"];
}

function compose(request: ChartRequest, { unit, title, years, series, mode }: ChartPlan): ChartContent {
  const { table } = request;
  const language = table.lang;
  const words = choiceMessage(language, "unit", unit);
  const content = {
    id: unit,
    table: table.id,
    title: message(language, "chart.titleOfUnit", { title, unit: words }),
    years: years.map((year) => describeYear(request, unit, year, series)),
    series: series.map((one): BarSeries => {
      const figures = years.map((year) => one.find(year));
      return {
        key: one.key,
        label: one.label,
        values: figures.map((figure) => figure?.value ?? null),
        texts: figures.map((figure) =>
          figure?.approximate ? message(language, "chart.about", { value: figure.value }) : null,
        ),
      };
    }),
    mode,
    unit: words,
  };
  const notes = explainMarks(content, language);
  const description = describeChart(content, { language, unit, title });
  return { ...content, notes, description };
}

/** A year is as whole as the figure that reaches least far. */
function describeYear(request: ChartRequest, unit: string, key: string, series: readonly SeriesOfFigures[]): ChartYear {
  const { table, calendar } = request;
  const year = Number(key);
  const { from, to } = fiscalYearRange(calendar, year);
  const shown = { year, label: labelOf(table, key) };
  if (from > table.asOf) return { ...shown, extent: "planned", until: null };
  const reaches = series.flatMap((one) => {
    const figure = one.find(key);
    return figure ? [findReach(request, unit, year, one, figure)] : [];
  });
  const short = reaches.filter((reach) => reach === null || reach < to);
  if (short.length === 0) return { ...shown, extent: "whole", until: null };
  const days = new Set(short);
  return { ...shown, extent: "partial", until: days.size === 1 ? (short[0] ?? null) : null };
}

/** The last day that a figure covers; null where it is known to be partial, and not until when. */
function findReach(
  { table, catalogue }: ChartRequest,
  unit: string,
  fiscalYear: number,
  { measure, group }: SeriesOfFigures,
  figure: Figure,
): string | null {
  if (figure.basis === "claim") {
    const claim = catalogue.claim({ measure, fiscalYear, group, unit }, table.asOf);
    return claim?.asOf ?? table.asOf;
  }
  const coverage = catalogue.coverage(measure, fiscalYear);
  return coverage?.extent === "partial" ? coverage.until : table.asOf;
}

function labelOf({ columns, rows }: TableDocument, key: string): string {
  return columns.find((column) => column.key === key)?.label ?? rows.find((row) => row.key === key)?.label ?? key;
}

/** Units of the figures, in the order in which the table shows them. */
function listUnits({ rows, columns }: TableDocument): string[] {
  const units = rows.flatMap(({ cells }) =>
    columns.flatMap(({ key }) => {
      const cell = cells[key];
      return cell && "figures" in cell ? cell.figures.map(({ unit }) => unit) : [];
    }),
  );
  return [...new Set(units)];
}

function figureAt(row: TableRow | undefined, column: string, unit: string): Figure | null {
  const cell = row?.cells[column];
  if (!cell || !("figures" in cell)) return null;
  return cell.figures.find((figure) => figure.unit === unit) ?? null;
}

function isYear(key: string): boolean {
  return /^\d{4}$/.test(key);
}
