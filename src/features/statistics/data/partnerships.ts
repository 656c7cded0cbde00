import { fiscalYearRange } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { DataTable } from "../../../documents/data-table.ts";
import { message } from "../../../messages/message.ts";
import { choicesOf } from "../../../sheets/choice-cell.ts";
import { type Partnership, partnershipTypes } from "../../partnerships/partnership.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { partnershipSheet } from "../../partnerships/sheets.ts";
import { describeTable } from "./about.ts";
import { choiceColumns, composeTable, type DataRequest, textColumn, yearColumn } from "./columns.ts";
import { organisationColumns } from "./organisation-columns.ts";
import { sourceColumns } from "./source-columns.ts";

interface PartnershipYear {
  partnership: Partnership;
  year: Partnership["years"][number];
}

/** One row a partnership and fiscal year. */
export async function composePartnerships(request: DataRequest, notes: readonly string[]): Promise<DataTable[]> {
  const { context, fiscalYear, language, definition, programme } = request;
  const rows = (await getPartnerships(context)).flatMap((partnership) =>
    partnership.years
      .filter((year) => fiscalYear === null || year.fiscalYear === fiscalYear)
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear)
      .map((year): PartnershipYear => ({ partnership, year })),
  );
  const about = describeTable(request, {
    definition: [message(language, "dataTable.definition.partnerships")],
    method: message(language, "dataTable.method.records"),
    documents: rows.map(({ year }) => year.source.document),
    notes,
  });
  const table = { id: definition.id, title: localize(definition.title, language).text, language, about };
  const day = ({ year }: PartnershipYear) => fiscalYearRange(programme.calendar, year.fiscalYear).from;
  const columns = [
    yearColumn<PartnershipYear>(request, ({ year }) => year.fiscalYear),
    textColumn<PartnershipYear>(request, "partnership_id", ({ partnership }) => partnership.id),
    ...organisationColumns<PartnershipYear>(request, "home", ({ partnership }) => partnership.home, day),
    ...organisationColumns<PartnershipYear>(request, "partner", ({ partnership }) => partnership.partner, day),
    ...choiceColumns<PartnershipYear>(
      request,
      "type",
      { choices: partnershipTypes, group: "partnership.type", list: "partnership_type" },
      ({ year }) => year.type,
    ),
    ...choiceColumns<PartnershipYear>(
      request,
      "basis",
      { choices: choicesIn("basis"), group: "partnership.basis", list: "partnership_basis" },
      ({ partnership }) => partnership.basis,
    ),
    ...choiceColumns<PartnershipYear>(
      request,
      "funding",
      { choices: choicesIn("funding"), group: "partnership.funding", list: "partnership_funding" },
      ({ partnership }) => partnership.funding,
    ),
    ...sourceColumns<PartnershipYear>(request, ({ year }) => year.source),
  ];
  return [composeTable(table, columns, rows)];
}

function choicesIn(name: "basis" | "funding"): readonly string[] {
  return partnershipSheet.columns.flatMap((column) => (column.name === name ? choicesOf(column) : []));
}
