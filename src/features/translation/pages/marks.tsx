import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Progress, type SegmentMark, segmentMarks, type TranslationState } from "../translation.ts";

/** How far a sentence is: symbol, word and colour say the same. */
export function MarkTag({ mark, language }: { mark: SegmentMark; language: Language }) {
  return <span class={`tag segment-mark mark-${mark}`}>{message(language, `translation.mark.${mark}`)}</span>;
}

export function StateTag({ state, language }: { state: TranslationState; language: Language }) {
  return <span class={`tag translation-state state-${state}`}>{message(language, `translation.state.${state}`)}</span>;
}

/** From the finished to the untouched, as a bar and in numbers. */
export function ProgressBar({ progress, language }: { progress: Progress; language: Language }) {
  const parts = segmentMarks
    .map((mark) => ({ mark, count: progress[mark] }))
    .filter(({ count }) => count > 0)
    .reverse();
  return (
    <div class="translation-progress">
      <div class="progress-bar" aria-hidden="true">
        {parts.map(({ mark, count }) => (
          <span
            key={mark}
            class={`progress-part mark-${mark}`}
            style={`inline-size:${((100 * count) / Math.max(1, progress.total)).toFixed(2)}%`}
          />
        ))}
      </div>
      <ul class="progress-counts">
        {parts.map(({ mark, count }) => (
          <li key={mark}>
            <MarkTag mark={mark} language={language} /> <span class="numeral">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
