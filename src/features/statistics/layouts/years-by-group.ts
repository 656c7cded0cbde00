import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Figure, FigureCell, TableColumn, TableRow } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import { getCounts } from "../catalogue.ts";
import { composeFigure, composeTotal, recordsFigure } from "../figure.ts";
import type { LayoutRequest, LayoutResult } from "./request.ts";

/** One row a fiscal year, one column a city or partner, totals both ways. */
export async function layOutYearsByGroup(request: LayoutRequest): Promise<LayoutResult> {
  const { definition, language, programme, catalogue, context, directory, asOf } = request;
  const measure = catalogue.measure(definition.measures[0] ?? "");
  const unit = measure.units[0] ?? "times";
  const counts = await getCounts(context, measure, asOf);
  const total: TableColumn = { key: "total", label: message(language, "table.total") };
  const columns = [...measure.groups.map((id) => ({ key: id, label: directory.shortName(id, language) })), total];
  const claimOf = (fiscalYear: number | null, group: string | null) =>
    catalogue.claim({ measure: measure.id, fiscalYear, group, unit }, asOf);
  const figuresOf = (row: TableRow, key: string): Figure | null => {
    const cell = row.cells[key];
    return cell && "figures" in cell ? (cell.figures[0] ?? null) : null;
  };

  const rows = definition.fiscalYears.map((year): TableRow => {
    const coverage = catalogue.coverage(measure.id, year);
    const cells: Record<string, FigureCell> = {};
    const records: string[] = [];
    for (const group of measure.groups) {
      const own = counts.filter((count) => count.fiscalYear === year && count.group === group);
      records.push(...own.flatMap((count) => count.records));
      const figure = composeFigure(
        {
          unit,
          records: recordsFigure(measure, own, unit, coverage),
          claim: claimOf(year, group),
          coverage,
          approximate: false,
        },
        language,
      );
      cells[group] = { figures: figure ? [figure] : [] };
    }
    const parts = Object.values(cells).map((cell) => cell.figures[0] ?? null);
    cells.total = toCell(composeTotal(parts, unit, claimOf(year, null), language));
    return {
      key: String(year),
      label: fiscalYearLabel(programme.calendar, year, language),
      cells,
      records: [...new Set(records)],
    };
  });
  const totals: TableRow = { key: "total", label: message(language, "table.total"), cells: {}, records: [] };
  for (const group of measure.groups) {
    const parts = rows.map((row) => figuresOf(row, group));
    totals.cells[group] = toCell(composeTotal(parts, unit, claimOf(null, group), language));
  }
  const yearly = rows.map((row) => figuresOf(row, "total"));
  totals.cells.total = toCell(composeTotal(yearly, unit, claimOf(null, null), language));
  return { columns, rows, totals, notes: [] };
}

function toCell(figure: Figure | null): FigureCell {
  return { figures: figure ? [figure] : [] };
}
