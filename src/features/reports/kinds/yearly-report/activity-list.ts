import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { Activity } from "../../../activities/activity.ts";
import { describePlace } from "../../../activities/describe.ts";
import { tellDate } from "../../compose/activity-entry.ts";
import { orNothing } from "../../compose/blocks.ts";
import { titleAmongAll } from "../../compose/own-list.ts";
import type { Study } from "../../compose/study.ts";
import { captionedTable, plainTable } from "../../compose/tables.ts";
import { sortByState } from "../../compose/year-activities.ts";

/** Everything on record for the year, each event once. */
export function writeActivityList(study: Study, events: readonly Activity[], label: () => string): Block[] {
  const { language, books, asOf, notebook, fiscalYear } = study;
  if (events.length === 0) return orNothing(study, []);
  const { held, ahead } = sortByState(events, asOf);
  const ids = new Set(ahead.map(({ id }) => id));
  notebook.use(
    "activity",
    events.map(({ id }) => id),
  );
  notebook.figure(`activities/${fiscalYear}/held`, message(language, "report.yearly.fact.held"), String(held.length));
  notebook.figure(
    `activities/${fiscalYear}/ahead`,
    message(language, "report.yearly.fact.ahead"),
    String(ahead.length),
  );
  const column = (key: "date" | "kind" | "activity" | "place" | "ledger", share: number) => ({
    key,
    share,
    label: message(language, `report.yearly.column.${key}`),
  });
  const table = plainTable(study, {
    id: "activities",
    title: message(language, "report.yearly.activities", { year: study.year }),
    columns: [
      { key: "number", share: 0.06, align: "center", label: message(language, "table.column.number") },
      column("date", 0.2),
      column("kind", 0.1),
      column("activity", 0.3),
      column("place", 0.12),
      column("ledger", 0.22),
    ],
    rows: events.map((activity, index) => ({
      key: activity.id,
      shaded: ids.has(activity.id),
      cells: [
        String(index + 1),
        tellDate(study, activity),
        choiceMessage(language, "activity.kind", activity.kind),
        titleAmongAll(study, activity),
        describePlace({ ...activity, venue: {} }, study),
        localize(books.ledger(activity.ledger).name, language).text,
      ],
    })),
    notes: ahead.length === 0 ? [] : [message(language, "report.yearly.shaded")],
  });
  return [captionedTable(table, label(), language)];
}
