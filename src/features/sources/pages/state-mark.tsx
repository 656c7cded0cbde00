import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { ShownState } from "../board.ts";

/** A source's state: symbol (by style), word and colour. */
export function StateMark({ state, language }: { state: ShownState; language: Language }) {
  return <span class={`source-state source-state-${state}`}>{message(language, `sources.state.${state}`)}</span>;
}
