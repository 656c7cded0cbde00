import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import { localize } from "../../../../core/localized.ts";
import type { PrintTable } from "../../../../documents/print-table.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import { type Activity, statusOn } from "../../../activities/activity.ts";
import { describePeople, describePlace } from "../../../activities/describe.ts";
import type { Study } from "../../compose/study.ts";
import { joinLines } from "../join-texts.ts";
import { timelessTable } from "../plain-table.ts";
import { writeWhen } from "../when.ts";

/** A table for each fiscal year, the years in order. */
export function layOutActivities(activities: readonly Activity[], study: Study): PrintTable[] {
  const byYear = [...Map.groupBy(activities, ({ fiscalYear }) => fiscalYear)].toSorted(([a], [b]) => a - b);
  return byYear.map(([fiscalYear, own]) => layOutYear(fiscalYear, own, study));
}

function layOutYear(fiscalYear: number, activities: readonly Activity[], study: Study): PrintTable {
  const { language, programme } = study;
  const rows = activities.map((activity) => toRow(activity, study));
  return timelessTable(study, {
    id: `activities-${fiscalYear}`,
    title: message(language, "report.partnership.activitiesOf", {
      year: fiscalYearLabel(programme.calendar, fiscalYear, language),
    }),
    columns: [
      { key: "date", label: message(language, "table.column.date"), share: 0.19 },
      { key: "kind", label: message(language, "report.partnership.column.kind"), share: 0.13 },
      { key: "content", label: message(language, "report.partnership.column.content"), share: 0.38 },
      { key: "place", label: message(language, "table.column.place"), share: 0.14 },
      { key: "people", label: message(language, "table.column.people"), share: 0.16 },
    ],
    rows,
    notes: rows.some(({ shaded }) => shaded) ? [message(language, "report.partnership.shadedNote")] : [],
  });
}

function toRow(activity: Activity, study: Study) {
  const { language, asOf } = study;
  const status = statusOn(activity, asOf);
  const isOpen = status === "planned" || status === "adjusting";
  const kind = choiceMessage(language, "activity.kind", activity.kind);
  const mark = status === "done" ? "" : choiceMessage(language, "activity.status", status);
  return {
    key: activity.id,
    shaded: isOpen,
    cells: [
      writeWhen(activity.date, activity.dateText, study, "short") || message(language, "projects.undated"),
      mark === "" ? kind : `${kind}${message(language, "report.letter.brackets", { text: mark })}`,
      joinLines([titleOf(activity, study), activity.theme, activity.result, activity.remark], language),
      describePlace(activity, study),
      describePeople(activity.people, study),
    ],
  };
}

function titleOf({ title }: Activity, { language }: Study): string {
  return localize(title, language).text;
}
