import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { Figure, TableDocument, TableRow } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { codes } from "./codes.ts";
import { element, narratives, someNarratives, type XmlElement } from "./element.ts";
import { inAll, type Material, sayInAll } from "./material.ts";

/**
 * The figures of the published overviews: one result a measure, one indicator a unit, one period a fiscal year. What the tables
 * leave empty has no period, and nothing has a target, because none was set.
 */
export function writeResults(material: Material): XmlElement[] {
  return material.overviews.flatMap((overview) =>
    overview.en.rows.flatMap((row) => {
      const measure = material.catalogue.measure(row.key);
      const indicators = measure.units.flatMap((unit) => writeIndicator(overview, row, unit, material));
      if (indicators.length === 0) return [];
      const definition = narratives(measure.definition);
      return [
        element(
          "result",
          { type: codes.result.output, "aggregation-status": "1" },
          element("title", {}, ...someNarratives(measure.name, measure.id)),
          ...(definition.length > 0 ? [element("description", {}, ...definition)] : []),
          ...indicators,
        ),
      ];
    }),
  );
}

function writeIndicator(
  overview: Material["overviews"][number],
  row: TableRow,
  unit: string,
  material: Material,
): XmlElement[] {
  const periods = overview.en.columns.flatMap(({ key }) => {
    const year = Number(key);
    const figure = findFigure(overview.en, row.key, key, unit);
    return Number.isInteger(year) && figure ? [writePeriod(overview.en, year, figure, material)] : [];
  });
  if (periods.length === 0) return [];
  const title = inAll((language) =>
    message(language, "openData.iati.indicator", {
      measure: localize(material.catalogue.measure(row.key).name, language).text,
      unit: choiceMessage(language, "unit", unit),
    }),
  );
  return [
    element(
      "indicator",
      { measure: codes.measure.unit, ascending: "1", "aggregation-status": "1" },
      element("title", {}, ...narratives(title)),
      ...periods,
    ),
  ];
}

function writePeriod(
  { asOf }: TableDocument,
  year: number,
  figure: Figure,
  { programme, books }: Material,
): XmlElement {
  const { from, to } = fiscalYearRange(programme.calendar, year);
  const document = figure.document === undefined ? null : books.document(figure.document);
  const basis =
    figure.basis === "records" || document === null
      ? sayInAll("openData.iati.fromRecords")
      : inAll((language) =>
          message(language, "openData.iati.fromDocument", { document: localize(document.title, language).text }),
        );
  const comment = figure.approximate
    ? inAll((language) => message(language, "openData.iati.approximate", { basis: localize(basis, language).text }))
    : basis;
  return element(
    "period",
    {},
    element("period-start", { "iso-date": from }),
    // The year may not be over on the day for which the table speaks.
    element("period-end", { "iso-date": asOf < to && asOf >= from ? asOf : to }),
    element("actual", { value: figure.value }, element("comment", {}, ...narratives(comment))),
  );
}

function findFigure({ rows }: TableDocument, measure: string, column: string, unit: string): Figure | null {
  const cell = rows.find(({ key }) => key === measure)?.cells[column];
  return cell && "figures" in cell ? (cell.figures.find((figure) => figure.unit === unit) ?? null) : null;
}
