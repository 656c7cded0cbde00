import { localize } from "../../../core/localized.ts";
import type { DataTable } from "../../../documents/data-table.ts";
import { message } from "../../../messages/message.ts";
import { describeTable } from "./about.ts";
import { composeTable, type DataRequest } from "./columns.ts";
import { figureColumns, placeColumns, totalColumns } from "./figure-columns.ts";
import { gatherFigures, gatherGroups, gatherPlaces } from "./gather-figures.ts";
import { addUp } from "./gather-totals.ts";

/**
 * Figures in long form: one row a measure, fiscal year, group and unit. Totals stand in a table of their own, so that whoever
 * adds up a column counts nothing twice; so do the groups of a figure that is counted over all of them.
 */
export async function composeFigures(request: DataRequest, notes: readonly string[]): Promise<DataTable[]> {
  const { definition, language, catalogue } = request;
  const measures = definition.measures.map((id) => catalogue.measure(id));
  const rows = await gatherFigures(request, measures);
  const groups = definition.layout === "years-by-unit" ? await gatherGroups(request, measures) : [];
  const totals = addUp(request, measures, rows);
  const places = definition.layout === "years-by-group" ? [] : await gatherPlaces(request, measures);
  const claimed = [...rows, ...groups, ...totals].flatMap(({ figure }) => figure?.document ?? []);
  const about = describeTable(request, {
    definition: measures.map(({ name, definition: rule }) =>
      message(language, "dataTable.definition.measure", {
        name: localize(name, language).text,
        rule: localize(rule, language).text,
      }),
    ),
    method: message(language, "dataTable.method.figures"),
    documents: claimed,
    notes,
  });
  const title = localize(definition.title, language).text;
  const part = (end: "groups" | "totals" | "places") => ({
    id: `${definition.id}-${end}`,
    title: message(language, `dataTable.part.${end}`, { title }),
    language,
    about,
  });
  const byGroup = definition.layout === "years-by-group";
  return [
    composeTable({ id: definition.id, title, language, about }, figureColumns(request, { byGroup }), rows),
    ...(definition.layout === "years-by-unit"
      ? [composeTable(part("groups"), figureColumns(request, { byGroup: true }), groups)]
      : []),
    composeTable(part("totals"), totalColumns(request, { byGroup }), totals),
    ...(byGroup ? [] : [composeTable(part("places"), placeColumns(request), places)]),
  ];
}
