import { localize } from "../../../core/localized.ts";
import type { Figure } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import type { Measure } from "../measure.ts";
import { countUnits } from "../sheets.ts";
import { choiceColumns, type DataColumn, type DataRequest, numberColumn, textColumn, yearColumn } from "./columns.ts";
import type { FigureRow, PlaceRow } from "./gather-figures.ts";
import type { TotalRow } from "./gather-totals.ts";
import { organisationColumns } from "./organisation-columns.ts";

interface Amount {
  measure: Measure;
  group: string | null;
  unit: string;
  figure: Figure | null;
}

export function figureColumns(request: DataRequest, { byGroup }: { byGroup: boolean }): DataColumn<FigureRow>[] {
  return [
    ...measureColumns<FigureRow>(request),
    yearColumn(request, ({ fiscalYear }) => fiscalYear),
    ...(byGroup ? groupColumns<FigureRow>(request) : []),
    ...amountColumns<FigureRow>(request),
    ...choiceColumns<FigureRow>(
      request,
      "coverage",
      { choices: ["complete", "partial", "none", "unknown"], group: "dataTable.coverage" },
      ({ measure, fiscalYear }) => request.catalogue.coverage(measure.id, fiscalYear)?.extent ?? "unknown",
    ),
  ];
}

export function totalColumns(request: DataRequest, { byGroup }: { byGroup: boolean }): DataColumn<TotalRow>[] {
  const unit = message(request.language, "dataTable.unit.year");
  return [
    ...measureColumns<TotalRow>(request),
    ...choiceColumns<TotalRow>(
      request,
      "scope",
      { choices: ["years", "groups", "all"], group: "dataTable.scope" },
      ({ scope }) => scope,
    ),
    numberColumn(request, "first_fiscal_year", unit, ({ firstYear }) => firstYear),
    numberColumn(request, "last_fiscal_year", unit, ({ lastYear }) => lastYear),
    ...(byGroup ? groupColumns<TotalRow>(request) : []),
    ...amountColumns<TotalRow>(request),
  ];
}

export function placeColumns(request: DataRequest): DataColumn<PlaceRow>[] {
  return [
    ...measureColumns<PlaceRow>(request),
    yearColumn(request, ({ fiscalYear }) => fiscalYear),
    ...organisationColumns<PlaceRow>(request, "place", ({ place }) => place),
    ...choiceColumns<PlaceRow>(
      request,
      "basis",
      { choices: ["records", "claim", "none"], group: "dataTable.basis" },
      ({ basis }) => basis,
    ),
  ];
}

function measureColumns<Row extends { measure: Measure }>(request: DataRequest): DataColumn<Row>[] {
  return [
    textColumn(request, "measure_id", ({ measure }) => measure.id),
    textColumn(request, "measure_name", ({ measure }) => localize(measure.name, request.language).text),
  ];
}

function groupColumns<Row extends Amount>(request: DataRequest): DataColumn<Row>[] {
  return organisationColumns<Row>(request, "group", ({ group }) => group);
}

/** The value as published, what it rests on, and both sides of it: what the records give and what the document states. */
function amountColumns<Row extends Amount>(request: DataRequest): DataColumn<Row>[] {
  const { language, books } = request;
  const amount = (name: string, read: (figure: Figure) => number | null) =>
    numberColumn<Row>(request, name, message(language, "dataTable.unit.inRow"), ({ figure }) =>
      figure === null ? null : read(figure),
    );
  return [
    ...choiceColumns<Row>(request, "unit", { choices: countUnits, group: "unit" }, ({ unit }) => unit),
    amount("value", ({ value }) => value),
    ...choiceColumns<Row>(
      request,
      "basis",
      { choices: ["records", "claim", "none"], group: "dataTable.basis" },
      ({ figure }) => figure?.basis ?? "none",
    ),
    amount("records_value", ({ records }) => records),
    amount("claim_value", ({ claim }) => claim),
    amount("difference", ({ difference }) => difference),
    ...choiceColumns<Row>(
      request,
      "approximate",
      { choices: ["yes", "no"], group: "dataTable.yesNo", list: "yes_no" },
      ({ figure }) => (figure === null ? null : figure.approximate ? "yes" : "no"),
    ),
    textColumn(request, "source_document_id", ({ figure }) => figure?.document ?? null),
    textColumn(request, "source_document_title", ({ figure }) =>
      figure?.document ? localize(books.document(figure.document).title, language).text : null,
    ),
    textColumn(request, "explanation", ({ figure }) => figure?.explanation ?? null),
  ];
}
