import { localize } from "../../../../core/localized.ts";
import { sumPeople } from "../../../../core/people-count.ts";
import type { Block } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import { type Activity, type People, uncountedCategories } from "../../../activities/activity.ts";
import type { Study } from "../../compose/study.ts";
import { captionedTable, plainTable } from "../../compose/tables.ts";
import { sortByState } from "../../compose/year-activities.ts";

const trainingKinds = ["training", "delegation"];

/** Who came to learn, by ledger and category; an event that several ledgers carry counts in the weightiest one. */
export function writePeople(study: Study, events: readonly Activity[], label: () => string): Block[] {
  const { language, asOf, books, notebook, fiscalYear } = study;
  const held = sortByState(events, asOf).held.filter(({ kind }) => trainingKinds.includes(kind));
  if (held.length === 0) return [];
  const peopleOf = (activities: readonly Activity[]) =>
    activities.flatMap(({ people }) =>
      people.filter(({ categories }) => !categories.some((category) => uncountedCategories.includes(category))),
    );
  const categories = [...new Set(peopleOf(held).map(keyOf))].toSorted();
  const byLedger = books.ledgers.flatMap(({ id, name }) => {
    const own = held.filter(({ ledger }) => ledger === id);
    return own.length === 0 ? [] : [{ id, name: localize(name, language).text, own }];
  });
  const share = 0.56 / (categories.length + 2);
  const center = { share, align: "center" as const };
  const table = plainTable(study, {
    id: "people",
    title: message(language, "report.yearly.people"),
    columns: [
      { key: "ledger", label: message(language, "report.yearly.column.ledger"), share: 0.44 },
      { key: "times", label: message(language, "table.times"), ...center },
      ...categories.map((key) => ({ key, label: nameCategories(study, key), ...center })),
      { key: "total", label: message(language, "table.total"), ...center },
    ],
    rows: byLedger.map(({ id, name, own }) => {
      const people = peopleOf(own);
      const total = sumPeople(people);
      notebook.figure(`people/${id}/${fiscalYear}`, name, tell(study, people));
      return {
        key: id,
        cells: [
          name,
          String(own.length),
          ...categories.map((key) =>
            tell(
              study,
              people.filter((entry) => keyOf(entry) === key),
            ),
          ),
          total.count === 0 ? "—" : tell(study, people),
        ],
      };
    }),
    notes: [message(language, "report.yearly.peopleOverlap"), message(language, "report.yearly.peopleUnknown")],
  });
  return [captionedTable(table, label(), language)];
}

function keyOf({ categories }: People): string {
  return categories.join("+");
}

function nameCategories({ language }: Study, key: string): string {
  return key
    .split("+")
    .map((category) => choiceMessage(language, "people.category", category))
    .join(message(language, "list.dot"));
}

function tell({ language }: Study, people: readonly People[]): string {
  if (people.length === 0) return "—";
  const { count, approximate } = sumPeople(people);
  return approximate ? message(language, "report.yearly.about", { count }) : String(count);
}
