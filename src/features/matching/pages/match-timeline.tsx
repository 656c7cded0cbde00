import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { dayOf, type NeedWords } from "../../needs/words.ts";
import type { MatchEvent } from "../match.ts";
import { NoteWords } from "./match-sides.tsx";

const actions = [
  "proposed",
  "consulted",
  "agreed",
  "declined",
  "agreed-for",
  "declined-for",
  "replaced",
  "removed",
  "concluded",
  "withdrawn",
  "recorded",
  "added",
  "need-withdrawn",
  "need-changed",
  "need-corrected",
  "continued",
] as const;

/** Step after step, the newest last. */
export function MatchTimeline({ events, words }: { events: readonly MatchEvent[]; words: NeedWords }) {
  const { language } = words;
  return (
    <Section id="timeline" title={message(language, "matching.timeline.title")}>
      <ol class="match-timeline">
        {events.map(({ id, action, organisation, note, language: spoken, at }) => {
          const day = dayOf(at);
          return (
            <li key={id} class={`is-${action}`}>
              <time dateTime={day}>{writeEdtf(day, language)}</time>
              <p>{sayEvent({ action, organisation }, words)}</p>
              {note !== null && (
                <p class="quiet">
                  <NoteWords note={note} language={spoken} words={words} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** One step as a sentence. */
export function sayEvent(event: Pick<MatchEvent, "action" | "organisation">, words: NeedWords): string {
  const { language } = words;
  const action = actions.find((one) => one === event.action);
  const organisation = event.organisation === null ? "" : words.organisation(event.organisation);
  switch (action) {
    case undefined:
      return event.action;
    case "removed":
      return organisation === ""
        ? message(language, "matching.events.removedUnnamed")
        : message(language, "matching.events.removed", { organisation });
    case "agreed":
    case "declined":
    case "agreed-for":
    case "declined-for":
    case "added":
    case "need-withdrawn":
    case "need-changed":
    case "need-corrected":
      return message(language, `matching.events.${action}`, { organisation });
    default:
      return message(language, `matching.events.${action}`);
  }
}
