import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Concern, hasReturned, type Verdict } from "../concern.ts";

export type MarkName = "new" | "again" | "answered" | "waiting" | Verdict | "returns";

/** Within a square of 16: the shape tells as much as the word beside it. */
const shapes: Record<MarkName, string> = {
  new: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z",
  again: "M8 2a6 6 0 1 0 6 6h-2a4 4 0 1 1-4-4v3l5-4-5-4Z",
  answered: "M1 2h14v9H8l-4 4v-4H1Z",
  waiting: "M2 7h3v2H2Zm4.5 0h3v2h-3ZM11 7h3v2h-3Z",
  solved: "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Zm-1 10.4L3.6 8 5 6.6l2 2 4-4L12.4 6Z",
  partly: "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z",
  not: "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Zm0 2a5 5 0 1 1 0 10A5 5 0 1 1 8 3Z",
  returns: "M1 7h9V3l5 5-5 5V9H1Z",
};

/** A sign with its word, so that no legend is needed. */
export function ConcernMark({ name, language }: { name: MarkName; language: Language }) {
  return (
    <span class={`concern-mark concern-mark-${name}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={shapes[name]} fill="currentColor" fill-rule="evenodd" />
      </svg>
      {message(language, `concern.mark.${name}`)}
    </span>
  );
}

/** The way of one raising: raised, answered, judged, and whether it came back. */
export function listMarks(concern: Concern): MarkName[] {
  // A newer response stands unjudged, whatever was said of the one before.
  const verdict = concern.state === "answered" ? undefined : concern.judgements.at(-1)?.verdict;
  const isAnswered = concern.responses.length > 0;
  return [
    concern.continues === null ? "new" : "again",
    ...(isAnswered ? ["answered" as const] : []),
    ...(verdict ? [verdict] : []),
    ...(!isAnswered && !verdict && !hasReturned(concern) ? ["waiting" as const] : []),
    ...(hasReturned(concern) ? ["returns" as const] : []),
  ];
}
