import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { LabelledField } from "../../web/components/labelled-field.tsx";
import { links } from "../../web/links.ts";
import { makeFormKey } from "../comments/form-key.ts";
import {
  type ParticipantCells,
  type ParticipantField,
  participantCategories,
  participantFields,
  participantLimits,
  requiredFields,
} from "./participant.ts";
import { categoryLabel, fieldLabel } from "./words.ts";

export interface ParticipantFormProps {
  language: Language;
  activity: string;
  cells: Partial<ParticipantCells>;
  /** by field */
  errors: Partial<Record<ParticipantField, string>>;
  /** whose entry is changed; absent: a new one */
  editing?: string | undefined;
}

/** One person, family and given name apart in each script. */
export function ParticipantForm({ language, activity, cells, errors, editing }: ParticipantFormProps) {
  return (
    <form method="post" action={links.activityParticipants(language, activity)}>
      {editing === undefined ? (
        <input type="hidden" name="form_key" value={makeFormKey()} />
      ) : (
        <input type="hidden" name="participant" value={editing} />
      )}
      <div class="field-grid">
        {participantFields.map((field) => (
          <LabelledField
            key={field}
            id={`participant-${field}`}
            name={field}
            label={labelOf(language, field)}
            hint={field === "note" ? message(language, "participant.hint.note") : undefined}
            error={errors[field]}
            control={controlOf(language, field, cells[field] ?? "")}
          />
        ))}
      </div>
      <button type="submit" name="intent" value={editing === undefined ? "add" : "edit"}>
        {message(language, editing === undefined ? "participant.add" : "participant.save")}
      </button>
      {editing !== undefined && (
        <>
          {" "}
          <a href={links.activityParticipants(language, activity)}>{message(language, "participant.cancel")}</a>
        </>
      )}
    </form>
  );
}

function labelOf(language: Language, field: ParticipantField): string {
  const label = fieldLabel(language, field);
  return requiredFields.includes(field) ? label : message(language, "participant.optional", { label });
}

function controlOf(language: Language, field: ParticipantField, value: string) {
  const required = requiredFields.includes(field);
  if (field !== "category")
    return { kind: field === "email" ? ("email" as const) : ("text" as const), value, required };
  const choices = participantCategories.map((category) => ({
    value: category,
    text: categoryLabel(language, category),
  }));
  const options = [{ value: "", text: message(language, "participant.choose") }, ...choices];
  return { kind: "select" as const, value, required, options };
}

export interface PasteFormProps {
  language: Language;
  activity: string;
  text: string;
  error?: string | undefined;
}

/** Rows copied from a spreadsheet. */
export function PasteForm({ language, activity, text, error }: PasteFormProps) {
  const columns = participantFields.map((field) => fieldLabel(language, field)).join(language === "en" ? ", " : "、");
  return (
    <form method="post" action={links.activityParticipants(language, activity)}>
      <input type="hidden" name="form_key" value={makeFormKey()} />
      <LabelledField
        id="participant-rows"
        name="rows"
        label={message(language, "participant.pasteField")}
        hint={message(language, "participant.pasteHint", { columns, limit: participantLimits.perPaste })}
        error={error}
        control={{ kind: "area", rows: 8, value: text, required: true }}
      />
      <button type="submit" name="intent" value="import">
        {message(language, "participant.pasteSend")}
      </button>
    </form>
  );
}
