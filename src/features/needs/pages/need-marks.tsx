import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { NeedState } from "../need.ts";

/** A ring that fills as the need is met; a cross and an arrow for those that ended otherwise. Shape alone tells them apart. */
const shapes: Record<NeedState, string> = {
  heard: "",
  confirmed: "M8 8L8 2.6A5.4 5.4 0 0 1 13.4 8Z",
  matched: "M8 2.6A5.4 5.4 0 0 1 8 13.4Z",
  "being-met": "M8 8L8 2.6A5.4 5.4 0 1 1 2.6 8Z",
  met: "M8 2.6A5.4 5.4 0 1 1 8 13.4A5.4 5.4 0 1 1 8 2.6Z",
  withdrawn: "",
  changed: "",
};

export function StateShape({ state }: { state: NeedState }) {
  return (
    <svg class={`need-shape is-${state}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {state === "withdrawn" && <path d="M3.5 3.5L12.5 12.5M12.5 3.5L3.5 12.5" fill="none" stroke-width="2" />}
      {state === "changed" && <path d="M2 8H12M8.5 4L13 8L8.5 12" fill="none" stroke-width="2" />}
      {state !== "withdrawn" && state !== "changed" && (
        <>
          <circle
            cx="8"
            cy="8"
            r="6.4"
            fill="none"
            stroke-width="1.4"
            stroke-dasharray={state === "heard" ? "2.6 2.1" : undefined}
          />
          <path d={shapes[state]} stroke="none" />
        </>
      )}
    </svg>
  );
}

/** The shape with its word. */
export function StateMark({ state, language }: { state: NeedState; language: Language }) {
  return (
    <span class={`need-state is-${state}`}>
      <StateShape state={state} />
      {message(language, `need.states.${state}`)}
    </span>
  );
}

/** Which shape means what, above a picture made of them. */
export function StateLegend({ states, language }: { states: readonly NeedState[]; language: Language }) {
  return (
    <ul class="need-legend">
      {states.map((state) => (
        <li key={state}>
          <StateMark state={state} language={language} />
        </li>
      ))}
    </ul>
  );
}
