import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { writeListedDate } from "../../programme/write-listed-date.ts";
import type { Author } from "../history-authors.ts";
import type { Need, NeedEvent } from "../need.ts";
import { tellChange } from "../tell-change.ts";
import { dayOf, type NeedWords } from "../words.ts";
import { StateShape } from "./need-marks.tsx";

interface NeedHistoryProps {
  need: Need;
  events: readonly NeedEvent[];
  /** by account */
  authors: ReadonlyMap<string, Author>;
  words: NeedWords;
}

/** How the need shifted, in words, from when it became known. */
export function NeedHistory({ need, events, authors, words }: NeedHistoryProps) {
  const { language } = words;
  return (
    <ol class="need-history">
      {events[0]?.action !== "entered" && (
        <li>
          <StateShape state={events[0]?.stateBefore ?? need.state} />
          <div>
            <p class="need-history-when">
              {need.learnt === null
                ? message(language, "needs.history.undated")
                : writeListedDate(need.learnt, language, "presumed")}
            </p>
            <p>
              {message(language, "needs.history.stated", {
                state: message(language, `need.states.${events[0]?.stateBefore ?? need.state}`),
              })}
            </p>
          </div>
        </li>
      )}
      {events.map((event) => (
        <li key={event.id}>
          <StateShape state={event.stateAfter} />
          <div>
            <p class="need-history-when">
              {writeEdtf(dayOf(event.at), language)}
              {event.by !== null && <span class="need-history-who">{nameAuthor(authors.get(event.by), words)}</span>}
            </p>
            {tellEvent(event, words).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            {event.note !== null && event.note !== "" && <p class="need-history-note">{event.note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** An organisation in its role; whoever has left since belongs to none. */
function nameAuthor(author: Author | undefined, words: NeedWords): string {
  const { language } = words;
  if (!author) return message(language, "needs.history.byFormer");
  return message(language, "needs.history.by", {
    organisation: words.organisation(author.organisation),
    role: message(language, `role.${author.role}.name`),
  });
}

function tellEvent(event: NeedEvent, words: NeedWords): string[] {
  const { language } = words;
  const { action, stateBefore, stateAfter, changes } = event;
  const after = message(language, `need.states.${stateAfter}`);
  if (action === "entered") return [message(language, "needs.history.entered")];
  if (action === "evidence-added" || action === "evidence-removed") {
    const [kind] = Object.keys(changes);
    const known =
      kind === "policy" || kind === "target" || kind === "document" || kind === "activity" ? kind : "document";
    return [message(language, `needs.history.${action}`, { kind: message(language, `needs.evidence.kind.${known}`) })];
  }
  if (action === "corrected") return Object.entries(changes).map(([field, change]) => tellChange(field, change, words));
  const before = stateBefore === null ? "" : message(language, `need.states.${stateBefore}`);
  return [message(language, "needs.history.moved", { before, after })];
}
