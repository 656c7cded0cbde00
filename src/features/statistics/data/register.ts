import { localize } from "../../../core/localized.ts";
import type { CodeList, DataTable } from "../../../documents/data-table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { type Activity, type Party, type People, statusOn, uncountedCategories } from "../../activities/activity.ts";
import { getRegister } from "../../activities/service.ts";
import {
  activityFundings,
  activityKinds,
  activityLevels,
  activityStatuses,
  partyRoles,
  peopleCategories,
} from "../../activities/sheets.ts";
import { countUnits } from "../sheets.ts";
import { describeTable } from "./about.ts";
import {
  choiceColumns,
  composeTable,
  type DataColumn,
  type DataRequest,
  dateColumn,
  listedColumns,
  numberColumn,
  textColumn,
  yearColumn,
} from "./columns.ts";
import { countryColumn, organisationColumns } from "./organisation-columns.ts";
import { sourceColumns } from "./source-columns.ts";

interface OfActivity<Detail> {
  activity: Activity;
  detail: Detail;
}

/** A numbered list of activities: one row an activity, one an activity and party, one an activity and count of people. */
export async function composeRegister(request: DataRequest, notes: readonly string[]): Promise<DataTable[]> {
  const { context, definition, fiscalYear, language, books } = request;
  const activities = await getRegister(context, definition.register ?? "", fiscalYear ?? 0);
  const register = books.register(definition.register ?? "");
  const about = describeTable(request, {
    definition: [
      message(language, "dataTable.definition.register", { register: localize(register.title, language).text }),
    ],
    method: message(language, "dataTable.method.register"),
    documents: activities.map(({ source }) => source.document),
    notes,
  });
  const title = localize(definition.title, language).text;
  const part = (end: "parties" | "people") => ({
    id: `${definition.id}-${end}`,
    title: message(language, `dataTable.part.${end}`, { title }),
    language,
    about,
  });
  const details = <Detail>(read: (activity: Activity) => Detail[]): OfActivity<Detail>[] =>
    activities.flatMap((activity) => read(activity).map((detail) => ({ activity, detail })));
  return [
    composeTable({ id: definition.id, title, language, about }, activityColumns(request), activities),
    composeTable(
      part("parties"),
      partyColumns(request),
      details(({ parties }) => parties),
    ),
    composeTable(
      part("people"),
      peopleColumns(request, activities),
      details(({ people }) => people),
    ),
  ];
}

function activityColumns(request: DataRequest): DataColumn<Activity>[] {
  const { language, asOf } = request;
  const text = (name: "venue" | "title" | "theme" | "result" | "remark") =>
    textColumn<Activity>(request, name, (activity) => localize(activity[name], language).text);
  return [
    ...keyColumns<Activity>(request, (activity) => activity),
    textColumn(request, "number", ({ number }) => number),
    ...choiceColumns<Activity>(request, "kind", { choices: activityKinds, group: "activity.kind" }, ({ kind }) => kind),
    ...choiceColumns<Activity>(request, "status", { choices: activityStatuses, group: "activity.status" }, (activity) =>
      statusOn(activity, asOf),
    ),
    textColumn(request, "date_edtf", ({ date }) => date),
    dateColumn(request, "date_from", ({ dateFrom }) => dateFrom),
    dateColumn(request, "date_to", ({ dateTo }) => dateTo),
    numberColumn(request, "days", choiceMessage(language, "unit", "days"), ({ statedDays }) => statedDays),
    ...choiceColumns<Activity>(
      request,
      "level",
      { choices: activityLevels, group: "activity.level" },
      ({ level }) => level,
    ),
    ...organisationColumns<Activity>(
      request,
      "place",
      ({ place }) => place,
      ({ dateFrom }) => dateFrom,
    ),
    ...(["venue", "title", "theme", "result", "remark"] as const).map(text),
    ...choiceColumns<Activity>(
      request,
      "funding",
      { choices: activityFundings, group: "activity.funding" },
      ({ funding }) => funding,
    ),
    ...yesNoColumns<Activity>(request, "unnamed_parties", ({ others }) => others.length > 0),
    ...sourceColumns<Activity>(request, ({ source }) => source),
  ];
}

function partyColumns(request: DataRequest): DataColumn<OfActivity<Party>>[] {
  return [
    ...keyColumns<OfActivity<Party>>(request, ({ activity }) => activity),
    ...choiceColumns<OfActivity<Party>>(
      request,
      "role",
      { choices: partyRoles, group: "activity.role" },
      ({ detail }) => detail.role,
    ),
    ...organisationColumns<OfActivity<Party>>(
      request,
      "organisation",
      ({ detail }) => detail.organisation,
      ({ activity }) => activity.dateFrom,
    ),
    countryColumn(request, ({ detail }) => detail.organisation),
  ];
}

function peopleColumns(request: DataRequest, activities: readonly Activity[]): DataColumn<OfActivity<People>>[] {
  const { language } = request;
  return [
    ...keyColumns<OfActivity<People>>(request, ({ activity }) => activity),
    ...organisationColumns<OfActivity<People>>(
      request,
      "organisation",
      ({ detail }) => detail.organisation,
      ({ activity }) => activity.dateFrom,
    ),
    ...listedColumns<OfActivity<People>>(language, "category", listCategories(request, activities), ({ detail }) =>
      categoryCode(detail),
    ),
    numberColumn(request, "count", message(language, "dataTable.unit.inRow"), ({ detail }) => detail.count),
    ...choiceColumns<OfActivity<People>>(request, "unit", { choices: countUnits, group: "unit" }, ({ detail }) =>
      detail.categories.some((name) => uncountedCategories.includes(name)) ? "companies" : "people",
    ),
    ...yesNoColumns<OfActivity<People>>(request, "approximate", ({ detail }) => detail.approximate),
  ];
}

function keyColumns<Row>(request: DataRequest, activityOf: (row: Row) => Activity): DataColumn<Row>[] {
  return [
    yearColumn(request, (row) => activityOf(row).fiscalYear),
    textColumn(request, "activity_id", (row) => activityOf(row).id),
  ];
}

/** People whom a source counts together are a category of their own, so that a cell holds one code and no count stands twice. */
function listCategories({ language }: DataRequest, activities: readonly Activity[]): CodeList {
  const together = activities.flatMap(({ people }) => people.filter(({ categories }) => categories.length > 1));
  const codes = new Map(peopleCategories.map((name): [string, readonly string[]] => [name, [name]]));
  for (const people of together) codes.set(categoryCode(people), people.categories);
  return {
    id: "category",
    title: message(language, "dataTable.field.category"),
    codes: [...codes].map(([code, names]) => ({
      code,
      label: names
        .map((name) => choiceMessage(language, "people.category", name))
        .join(message(language, "dataTable.together")),
    })),
  };
}

function categoryCode({ categories }: People): string {
  return [...categories].sort().join("+");
}

export function yesNoColumns<Row>(request: DataRequest, name: string, value: (row: Row) => boolean): DataColumn<Row>[] {
  return choiceColumns(request, name, { choices: ["yes", "no"], group: "dataTable.yesNo", list: "yes_no" }, (row) =>
    value(row) ? "yes" : "no",
  );
}
