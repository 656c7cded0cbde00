import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Show, type ShowCounts, shows } from "./editor-query.ts";

interface EditorFilterProps {
  show: Show;
  counts: ShowCounts;
  hrefOf: (show: Show) => string;
  language: Language;
}

/** Which sentences are shown, with how many there are of each kind. */
export function EditorFilter({ show, counts, hrefOf, language }: EditorFilterProps) {
  return (
    <nav aria-label={message(language, "translation.filter")}>
      <ul class="editor-filter">
        {shows.map((one) => (
          <li key={one}>
            <a href={hrefOf(one)} aria-current={one === show ? "true" : undefined}>
              {message(language, `translation.show.${one}`)}{" "}
              <span class="numeral" data-count={one}>
                {counts[one]}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
