import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type Visibility, visibilities } from "../../records/record.ts";

interface VisibilityChoiceProps {
  value: Visibility;
  language: Language;
  /** an offer is public at once */
  isOffer?: boolean;
}

export function VisibilityChoice({ value, language, isOffer = false }: VisibilityChoiceProps) {
  return (
    <fieldset class="form-field form-visibility">
      <legend>{message(language, "visibility.label")}</legend>
      {visibilities.map((visibility) => (
        <label key={visibility}>
          <input type="radio" name="visibility" value={visibility} checked={visibility === value} />
          <span>
            <strong>{message(language, `visibility.${visibility}`)}</strong>{" "}
            {message(
              language,
              isOffer && visibility === "public" ? "offerForm.visiblePublic" : `needForm.visible.${visibility}`,
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
