import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { localize } from "../../../core/localized.ts";
import type { DataTable } from "../../../documents/data-table.ts";
import { message } from "../../../messages/message.ts";
import type { Achievement } from "../../evaluation/evaluation.ts";
import { getAchievements } from "../../evaluation/service.ts";
import { partnershipTypes } from "../../partnerships/partnership.ts";
import { describeTable } from "./about.ts";
import { choiceColumns, composeTable, type DataRequest, dateColumn, textColumn } from "./columns.ts";
import { organisationColumns } from "./organisation-columns.ts";
import { sourceColumns } from "./source-columns.ts";

/** One row an achievement of a local government. */
export async function composeAchievements(request: DataRequest, notes: readonly string[]): Promise<DataTable[]> {
  const { context, language, definition } = request;
  const achievements = await getAchievements(context);
  const about = describeTable(request, {
    definition: [message(language, "dataTable.definition.achievements")],
    method: message(language, "dataTable.method.records"),
    documents: achievements.map(({ source }) => source.document),
    notes,
  });
  const table = { id: definition.id, title: localize(definition.title, language).text, language, about };
  const columns = [
    ...organisationColumns<Achievement>(request, "organisation", ({ organisation }) => organisation),
    ...choiceColumns<Achievement>(
      request,
      "type",
      { choices: partnershipTypes, group: "partnership.type", list: "partnership_type" },
      ({ type }) => type,
    ),
    textColumn<Achievement>(request, "period_edtf", ({ period }) => period),
    dateColumn<Achievement>(request, "date_from", ({ period }) => boundsOf(period).from),
    dateColumn<Achievement>(request, "date_to", ({ period }) => boundsOf(period).to),
    textColumn<Achievement>(request, "achievement", ({ text }) => localize(text, language).text),
    textColumn<Achievement>(request, "note", ({ note }) => localize(note, language).text),
    ...sourceColumns<Achievement>(request, ({ source }) => source),
  ];
  return [composeTable(table, columns, achievements)];
}

function boundsOf(period: string): { from: string | null; to: string | null } {
  const parsed = parseEdtf(period);
  return parsed.ok ? edtfBounds(parsed.value) : { from: null, to: null };
}
