import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";

/** What may be typed, each with an example of this programme. */
export function QueryHelp({ language, open = false }: { language: Language; open?: boolean }) {
  const ways = [
    { text: message(language, "search.hint.words"), example: null },
    { text: message(language, "search.hint.phrase"), example: message(language, "search.example.phrase") },
    { text: message(language, "search.hint.without"), example: message(language, "search.example.without") },
    { text: message(language, "search.hint.fields"), example: message(language, "search.example.fields") },
    { text: message(language, "search.hint.forms"), example: null },
  ];
  return (
    <details class="search-help" open={open}>
      <summary>{message(language, "search.hint.title")}</summary>
      <ul>
        {ways.map(({ text, example }) => (
          <li key={text}>
            {text}
            {example !== null && (
              <>
                {" "}
                <code>{example}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
