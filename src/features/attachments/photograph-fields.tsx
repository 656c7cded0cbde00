import { type Language, languages } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { LabelledField } from "../../web/components/labelled-field.tsx";
import type { RecordScope } from "../records/record.ts";
import { mayPublish } from "./describe-photograph.ts";
import {
  longestAlt,
  longestCaption,
  longestCredit,
  type PhotographField,
  type PhotographProblems,
  type PhotographText,
} from "./photograph.ts";

export interface PhotographDraft {
  isPhotograph: boolean;
  text: PhotographText;
  problems: PhotographProblems;
}

export const emptyDraft: PhotographDraft = {
  isPhotograph: false,
  text: { caption: {}, alt: {}, credit: null, published: false },
  problems: {},
};

interface FieldsProps {
  language: Language;
  record: Pick<RecordScope, "kind" | "visibility">;
  draft: PhotographDraft;
}

const limits = { caption: longestCaption, alt: longestAlt };

/** What makes an image a photograph for pages and documents. */
export function PhotographFields({ language, record, draft }: FieldsProps) {
  const { text, problems } = draft;
  return (
    <fieldset class="photograph-fields">
      <legend>{message(language, "photograph.legend")}</legend>
      <Tick
        name="photograph"
        label={message(language, "photograph.tick")}
        hint={message(language, "photograph.tickHint")}
        checked={draft.isPhotograph}
        error={explain(language, "photograph", problems)}
      />
      {(["caption", "alt"] as const).map((name) => (
        <fieldset key={name} class="photograph-languages">
          <legend>{message(language, `photograph.${name}`)}</legend>
          <p class="hint">{message(language, `photograph.${name}Hint`, { limit: limits[name] })}</p>
          {languages.map((of) => (
            <LabelledField
              key={of}
              id={`photograph-${name}-${of}`}
              name={`${name}_${of}`}
              label={message(language, `language.${of}`)}
              error={explain(language, `${name}_${of}`, problems)}
              control={{ kind: "area", rows: 2, value: text[name][of] ?? "", lang: of }}
            />
          ))}
        </fieldset>
      ))}
      <LabelledField
        id="photograph-credit"
        name="credit"
        label={message(language, "photograph.credit")}
        hint={message(language, "photograph.creditHint", { limit: longestCredit })}
        error={explain(language, "credit", problems)}
        control={{ kind: "text", value: text.credit ?? "" }}
      />
      {mayPublish(record) ? (
        <Tick
          name="published"
          label={message(language, "photograph.published")}
          hint={message(language, "photograph.publishedHint")}
          checked={text.published}
          error={explain(language, "published", problems)}
        />
      ) : (
        record.kind === "activity" && <p class="hint">{message(language, "photograph.notPublic")}</p>
      )}
    </fieldset>
  );
}

interface TickProps {
  name: "photograph" | "published";
  label: string;
  hint: string;
  checked: boolean;
  error: string | undefined;
}

function Tick({ name, label, hint, checked, error }: TickProps) {
  const id = `photograph-${name}`;
  return (
    <div class={error === undefined ? "tick-field" : "tick-field has-error"}>
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label for={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          checked={checked}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? `${id}-hint` : `${id}-error ${id}-hint`}
        />
        <span>{label}</span>
      </label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

function explain(language: Language, field: PhotographField, problems: PhotographProblems): string | undefined {
  const problem = problems[field];
  if (problem === undefined) return undefined;
  const limit = field.startsWith("caption") ? longestCaption : field.startsWith("alt") ? longestAlt : longestCredit;
  return message(language, `photograph.problem.${problem}`, { limit });
}
