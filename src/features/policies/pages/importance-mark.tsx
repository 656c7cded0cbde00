import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Importance } from "../policy.ts";

const filled: Record<Importance, number> = { high: 3, medium: 2, low: 1 };

/** Three steps that are counted, not coloured (WCAG 1.4.1). */
export function ImportanceMark({ importance, language }: { importance: Importance; language: Language }) {
  return (
    <span class={`importance importance-${importance}`}>
      <svg width="22" height="12" viewBox="0 0 22 12" aria-hidden="true">
        {[0, 1, 2].map((step) => (
          <rect
            key={step}
            x={step * 8 + 0.5}
            y={8 - step * 3.5 + 0.5}
            width="5"
            height={3 + step * 3.5}
            fill={step < filled[importance] ? "currentColor" : "none"}
            stroke="currentColor"
          />
        ))}
      </svg>
      {message(language, `policy.importance.${importance}`)}
    </span>
  );
}
