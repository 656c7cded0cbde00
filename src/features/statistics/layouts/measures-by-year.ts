import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { FigureCell, TableColumn, TableRow } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import { getCounts } from "../catalogue.ts";
import { composeFigure, composeTotal, recordsFigure } from "../figure.ts";
import type { Count, Measure } from "../measure.ts";
import type { LayoutRequest, LayoutResult } from "./request.ts";
import { findTotalClaim } from "./total-claim.ts";

/** One row a measure, one column a fiscal year, and a total: the overview of the coordination platform's work. */
export async function layOutMeasuresByYear(request: LayoutRequest): Promise<LayoutResult> {
  const { definition, language, programme, catalogue, context, asOf } = request;
  const columns: TableColumn[] = [
    ...definition.fiscalYears.map((year) => ({
      key: String(year),
      label: fiscalYearLabel(programme.calendar, year, language),
    })),
    { key: "total", label: message(language, "table.total") },
  ];
  const measures = definition.measures.map((id) => catalogue.measure(id));
  const counts = await Promise.all(measures.map((measure) => getCounts(context, measure, asOf, true)));
  const rows = measures.map(
    (measure, index): TableRow => ({ ...layOutRow(request, measure, counts[index] ?? []), no: String(index + 1) }),
  );
  return { columns, rows, notes: [] };
}

function layOutRow(request: LayoutRequest, measure: Measure, counts: readonly Count[]): TableRow {
  const { definition, language } = request;
  const cells: Record<string, FigureCell> = {};
  for (const year of definition.fiscalYears) {
    cells[String(year)] = layOutCell(request, measure, counts, year);
  }
  const yearly = Object.values(cells);
  cells.total = {
    figures: measure.units.flatMap((unit) => {
      const claim = findTotalClaim(request, measure, unit);
      const parts = yearly.map((cell) => cell.figures.find((figure) => figure.unit === unit) ?? null);
      return composeTotal(parts, unit, claim, language) ?? [];
    }),
  };
  const shown = counts.filter((count) => definition.fiscalYears.includes(count.fiscalYear));
  return {
    key: measure.id,
    label: localize(measure.name, language).text,
    cells,
    records: [...new Set(shown.flatMap((count) => count.records))],
  };
}

/** The figures of one measure and year, with the places in brackets where the measure's documents print them. */
export function layOutCell(
  request: LayoutRequest,
  measure: Measure,
  counts: readonly Count[],
  fiscalYear: number,
): FigureCell {
  const { language, catalogue, directory, asOf } = request;
  const coverage = catalogue.coverage(measure.id, fiscalYear);
  const ofYear = counts.filter((count) => count.fiscalYear === fiscalYear);
  const claims = measure.units.map((unit) =>
    catalogue.claim({ measure: measure.id, fiscalYear, group: null, unit }, asOf),
  );
  const figures = measure.units.flatMap((unit, index) => {
    const records = recordsFigure(measure, ofYear, unit, coverage);
    const approximate = unit === "people" && ofYear.some((count) => count.approximate);
    return composeFigure({ unit, records, claim: claims[index] ?? null, coverage, approximate }, language) ?? [];
  });
  const claimedPlaces = claims.find((claim) => claim && claim.places.length > 0)?.places;
  // Places belong to the figure that is shown: the document's own where its claim stands, the records' otherwise.
  const recorded = claimedPlaces ? [...new Set(ofYear.flatMap((count) => count.places))] : [];
  const places = figures[0]?.basis === "records" && recorded.length > 0 ? recorded : (claimedPlaces ?? []);
  return places.length > 0 ? { figures, places: places.map((id) => directory.shortName(id, language)) } : { figures };
}
