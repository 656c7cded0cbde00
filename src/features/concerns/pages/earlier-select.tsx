import { languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { describeInput, FieldFrame, type FieldFrameProps } from "../../../web/components/field-frame.tsx";
import type { Concern } from "../concern.ts";
import { type ConcernWords, sayConcern } from "../words.ts";

interface EarlierSelectProps extends FieldFrameProps {
  value: string;
  /** newest first */
  earlier: readonly Concern[];
  /** the reader's: theirs come first */
  own: readonly string[];
  words: ConcernWords;
}

/** Which concern it carries on: the own ones first, then the others by the year in which they were raised. */
export function EarlierSelect({ value, earlier, own, words, ...field }: EarlierSelectProps) {
  const { language } = words;
  const isOwn = ({ organisation }: Concern) => organisation !== null && own.includes(organisation);
  const years = Map.groupBy(
    earlier.filter((concern) => !isOwn(concern)),
    ({ raisedFrom }) => raisedFrom.slice(0, 4),
  );
  const groups = [
    { label: message(language, "concern.members.own"), concerns: earlier.filter(isOwn) },
    ...[...years].map(([year, concerns]) => ({ label: message(language, "concern.field.year", { year }), concerns })),
  ].filter(({ concerns }) => concerns.length > 0);
  return (
    <FieldFrame {...field} look="labelled-field">
      <select id={field.id} name="continues" {...describeInput(field)}>
        <option value="">{message(language, "concern.field.none")}</option>
        {groups.map(({ label, concerns }) => (
          <optgroup key={label} label={label}>
            {concerns.map((concern) => (
              <option
                key={concern.id}
                value={concern.id}
                lang={languageTags[localize(concern.text, language).language]}
                selected={concern.id === value}
              >
                {sayConcern(concern, language)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
