import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { dayOf, type NeedWords } from "../../needs/words.ts";
import type { CaseField } from "../check-case.ts";
import type { CompanyCaseEvent } from "../company-case.ts";

const fieldNames: readonly CaseField[] = [
  "company",
  "partner",
  "need",
  "activity",
  "title",
  "technology",
  "topics",
  "contact",
  "obstacleKinds",
  "obstacle",
  "contractedOn",
  "contractNote",
  "amount",
];

/** Oldest first; a correction names the fields, never what stood in them. */
export function CaseHistory({ events, words }: { events: readonly CompanyCaseEvent[]; words: NeedWords }) {
  const { language } = words;
  return (
    <ol class="case-history">
      {events.map((event) => (
        <li key={event.id}>
          <p class="need-history-when">{writeEdtf(dayOf(event.at), language)}</p>
          <p>{tellEvent(event, words)}</p>
          {event.note !== null && event.note !== "" && <p class="need-history-note">{event.note}</p>}
        </li>
      ))}
    </ol>
  );
}

function tellEvent({ before, after, fields }: CompanyCaseEvent, { language, list }: NeedWords): string {
  const state = message(language, `company.states.${after}`);
  if (before === null) return message(language, "company.history.entered", { state });
  if (fields.length > 0)
    return message(language, "company.history.corrected", {
      fields: list(
        fieldNames.filter((name) => fields.includes(name)).map((name) => message(language, `company.field.${name}`)),
      ),
    });
  return message(language, "needs.history.moved", {
    before: message(language, `company.states.${before}`),
    after: state,
  });
}
