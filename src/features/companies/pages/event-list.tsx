import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { type Activity, statusOn } from "../../activities/activity.ts";
import { describePeople } from "../../activities/describe.ts";
import { nameStatus, writeDate } from "../../activities/summarise.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { Programme } from "../../programme/programme.ts";
import type { CompanyCase } from "../company-case.ts";
import { countByState } from "../events.ts";

interface EventListProps {
  events: readonly Activity[];
  cases: readonly CompanyCase[];
  words: NeedWords;
  programme: Programme;
}

/** Event after event: what the record states came of it, and the cases that are kept from it. */
export function EventList({ events, cases, words, programme }: EventListProps) {
  const { language, today } = words;
  return (
    <ol class="case-events">
      {events.map((event) => {
        const own = cases.filter(({ activity }) => activity === event.id);
        const status = nameStatus(statusOn(event, today), language);
        const { date } = writeDate(event.date, event.dateText, language);
        return (
          <li key={event.id}>
            <p class="activity-date">{date}</p>
            <div>
              <p class="case-title">
                <a href={links.activity(language, event.id)}>
                  <Words value={localize(event.title, language)} />
                </a>
              </p>
              <p class="record-facts">
                <span>{choiceMessage(language, "activity.kind", event.kind)}</span>
                {status && <span>{status.label}</span>}
                {event.people.length > 0 && (
                  <span>{describePeople(event.people, { language, programme, directory: words.directory })}</span>
                )}
              </p>
              <EventOutcome event={event} cases={own} words={words} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What the record states, which is the record's, and what is kept here, which is counted. */
function EventOutcome({ event, cases, words }: { event: Activity; cases: readonly CompanyCase[]; words: NeedWords }) {
  const { language } = words;
  const isStated = Object.keys(event.result).length > 0;
  if (!isStated && cases.length === 0) return <p class="case-stated">{message(language, "company.events.nothing")}</p>;
  const counts = countByState(cases)
    .filter(({ count }) => count > 0)
    .map(({ state, count }) =>
      message(language, "company.events.count", { state: message(language, `company.states.${state}`), count }),
    );
  return (
    <>
      <p>
        <span class="case-stated">{message(language, "company.events.stated")}</span>
        {isStated ? (
          <Words value={localize(event.result, language)} />
        ) : (
          message(language, "company.events.nothingStated")
        )}
      </p>
      <p>
        <span class="case-stated">{message(language, "company.events.kept")}</span>
        {cases.length === 0 ? (
          message(language, "company.events.noCases")
        ) : (
          <a href={links.companyCases(language, { activity: event.id })}>{words.list(counts)}</a>
        )}
      </p>
    </>
  );
}
