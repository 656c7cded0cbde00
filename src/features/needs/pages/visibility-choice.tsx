import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Visibility, visibilities } from "../../records/record.ts";

export function VisibilityChoice({ value, language }: { value: Visibility; language: Language }) {
  return (
    <fieldset class="form-field form-visibility">
      <legend>{message(language, "visibility.label")}</legend>
      {visibilities.map((visibility) => (
        <label key={visibility}>
          <input type="radio" name="visibility" value={visibility} checked={visibility === value} />
          <span>
            <strong>{message(language, `visibility.${visibility}`)}</strong>{" "}
            {message(language, `needForm.visible.${visibility}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
