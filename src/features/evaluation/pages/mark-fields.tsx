import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Marks, markNames } from "../draft.ts";

/** Four questions, each on a scale of one to five with words at both ends. */
export function MarkFields({
  marks,
  language,
  isIncomplete,
}: {
  marks: Marks;
  language: Language;
  isIncomplete: boolean;
}) {
  return (
    <div class="mark-fields">
      {markNames.map((name) => {
        const isMissing = isIncomplete && marks[name] === undefined;
        return (
          <fieldset key={name} class={isMissing ? "mark-field has-error" : "mark-field"}>
            <legend>
              {message(language, `evaluation.mark.${name}`)}
              <span class="hint">{message(language, `evaluation.markHelp.${name}`)}</span>
            </legend>
            {isMissing && <p class="field-error">{message(language, "evaluation.problem.marks-missing")}</p>}
            <div class="mark-scale">
              <span class="hint">{message(language, "evaluation.mark.low")}</span>
              {[1, 2, 3, 4, 5].map((value) => (
                <label key={value}>
                  <input
                    type="radio"
                    id={`mark-${name}-${value}`}
                    name={`mark.${name}`}
                    value={value}
                    checked={marks[name] === value}
                  />
                  <span>{value}</span>
                </label>
              ))}
              <span class="hint">{message(language, "evaluation.mark.high")}</span>
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
