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
] as const;

/** Step after step, the newest last. */
export function MatchTimeline({ events, words }: { events: readonly MatchEvent[]; words: NeedWords }) {
  const { language } = words;
  return (
    <Section id="timeline" title={message(language, "matching.timeline.title")}>
      <ol class="match-timeline">
        {events.map(({ id, action, organisation, note, language: spoken, at }) => {
          const known = actions.find((one) => one === action);
          const day = dayOf(at);
          const name = organisation === null ? "" : words.organisation(organisation);
          return (
            <li key={id} class={`is-${action}`}>
              <time dateTime={day}>{writeEdtf(day, language)}</time>
              <p>{known ? sayEvent(known, name, words) : action}</p>
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

function sayEvent(action: (typeof actions)[number], organisation: string, { language }: NeedWords): string {
  switch (action) {
    case "agreed":
    case "declined":
    case "agreed-for":
    case "declined-for":
      return message(language, `matching.events.${action}`, { organisation });
    default:
      return message(language, `matching.events.${action}`);
  }
}
