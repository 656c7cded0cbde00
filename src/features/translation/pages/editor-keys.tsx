import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";

const keys = ["save", "next", "previous", "insert", "unfinished", "place"] as const;

/** The keys that the island understands; nothing to see where scripts do not run. */
export function EditorKeys({ language }: { language: Language }) {
  return (
    <details class="editor-keys live-only">
      <summary>{message(language, "translation.keys.title")}</summary>
      <dl>
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{message(language, `translation.keys.${key}.key`)}</kbd>
            </dt>
            <dd>{message(language, `translation.keys.${key}.text`)}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{message(language, "translation.keys.note")}</p>
    </details>
  );
}
