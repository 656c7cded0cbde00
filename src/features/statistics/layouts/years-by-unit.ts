import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { FigureCell, TableColumn, TableRow } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { getCounts } from "../catalogue.ts";
import { composeTotal } from "../figure.ts";
import type { Measure } from "../measure.ts";
import { layOutCell } from "./measures-by-year.ts";
import type { LayoutRequest, LayoutResult } from "./request.ts";
import { findTotalClaim } from "./total-claim.ts";

/** One row a fiscal year, one column a unit, and what the figures are made up of: cities invited, places of seminars. */
export async function layOutYearsByUnit(request: LayoutRequest): Promise<LayoutResult> {
  const { definition, language, programme, catalogue, context, asOf } = request;
  const measure = catalogue.measure(definition.measures[0] ?? "");
  // Counted by group, a record with two groups would stand twice in the year's figure.
  const counts = await getCounts(context, measure, asOf, true);
  const rows = definition.fiscalYears.map((year): TableRow => {
    const { figures, places } = layOutCell(request, measure, counts, year);
    const cells: TableRow["cells"] = Object.fromEntries(
      figures.map((figure): [string, FigureCell] => [figure.unit, { figures: [figure] }]),
    );
    const details = describeGroups(request, measure, year) || (places ?? []).join(message(language, "list.separator"));
    if (details) cells.details = { text: details };
    return {
      key: String(year),
      label: fiscalYearLabel(programme.calendar, year, language),
      cells,
      records: [...new Set(counts.filter((count) => count.fiscalYear === year).flatMap((count) => count.records))],
    };
  });
  const columns: TableColumn[] = [
    ...(rows.some((row) => row.cells.details) ? [{ key: "details", label: message(language, "table.details") }] : []),
    ...measure.units.map((unit) => ({
      key: unit,
      label: message(language, unit === "people" ? "table.people" : "table.times"),
      unit: choiceMessage(language, "unit", unit),
    })),
  ];
  const totals: TableRow = { key: "total", label: message(language, "table.total"), cells: {}, records: [] };
  for (const unit of measure.units) {
    const parts = rows.map((row) => {
      const cell = row.cells[unit];
      return cell && "figures" in cell ? (cell.figures[0] ?? null) : null;
    });
    const claim = findTotalClaim(request, measure, unit);
    const figure = composeTotal(parts, unit, claim, language);
    totals.cells[unit] = { figures: figure ? [figure] : [] };
  }
  return { columns, rows, totals, notes: [] };
}

/** 「上海市 1回4名」 for every group of whom the documents state figures in that year. */
function describeGroups(request: LayoutRequest, measure: Measure, fiscalYear: number): string {
  const { catalogue, language, directory, asOf } = request;
  const groups = [
    ...new Set(
      catalogue.claims
        .filter((claim) => claim.measure === measure.id && claim.fiscalYear === fiscalYear && claim.group !== null)
        .map((claim) => claim.group ?? ""),
    ),
  ];
  const parts = groups.map((group) => {
    const figures = measure.units.flatMap((unit) => {
      const claim = catalogue.claim({ measure: measure.id, fiscalYear, group, unit }, asOf);
      return claim ? [`${claim.value}${choiceMessage(language, "unitAttached", unit)}`] : [];
    });
    return figures.length > 0
      ? message(language, "table.groupFigures", {
          group: directory.shortName(group, language),
          figures: figures.join(message(language, "list.separator")),
        })
      : "";
  });
  return parts.filter((part) => part !== "").join(message(language, "list.groupSeparator"));
}
