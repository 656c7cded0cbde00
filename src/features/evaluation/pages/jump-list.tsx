import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";

export interface Jump {
  /** anchor of the section */
  id: string;
  text: string;
  /** sentences in it that wait for a look; nothing is said where none does */
  waiting?: number;
}

/** From the end of a part back to the list: on a phone it does not stay in sight. */
export function BackToJumps({ language }: { language: Language }) {
  return (
    <p class="jump-back">
      <a href="#jump-list">{message(language, "evaluation.jump.back")}</a>
    </p>
  );
}

/** What a long page holds, as plain links; it stays in sight where the window has room for it. */
export function JumpList({ jumps, language }: { jumps: readonly Jump[]; language: Language }) {
  return (
    <nav id="jump-list" class="jump-list" aria-label={message(language, "evaluation.jump.label")}>
      <ul>
        {jumps.map(({ id, text, waiting = 0 }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {text}
              {waiting > 0 && (
                <>
                  {" "}
                  <span class="jump-waiting">{message(language, "evaluation.jump.waiting", { count: waiting })}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
