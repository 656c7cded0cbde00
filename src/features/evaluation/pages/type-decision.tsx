import type { Language } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { TextInLanguages } from "../../../web/form-texts.tsx";
import { links } from "../../../web/links.ts";
import { textName } from "../../../web/read-fields.ts";
import type { Evaluation, GovernmentType, TypeRow } from "../draft.ts";

export interface TypedDecision {
  organisation: string;
  decided: GovernmentType | null;
  reason: Localized;
}

export interface DecisionAttempt {
  typed: TypedDecision;
  problem: string;
}

/** Where the reason is written in the reader's language. */
export function reasonField({ organisation }: Pick<TypedDecision, "organisation">, language: Language): string {
  return fieldId(textName(`reason-${organisation}`, language));
}

/** People may see a type otherwise than it was counted; they say why. */
export function TypeDecision({
  row,
  evaluation,
  attempt,
  language,
}: {
  row: TypeRow;
  evaluation: Pick<Evaluation, "id" | "revision">;
  /** what was typed and could not be kept: it stays, with what is wrong beside it */
  attempt: DecisionAttempt | null;
  language: Language;
}) {
  const { organisation, counted } = row;
  const decided = attempt ? attempt.typed.decided : row.decided;
  const reason = attempt ? attempt.typed.reason : row.decidedReason;
  const field = `reason-${organisation}`;
  return (
    <details class="type-decision" open={attempt !== null}>
      <summary>{message(language, "evaluation.type.decide")}</summary>
      <form method="post" action={links.memberEvaluation(language, evaluation.id)}>
        <input type="hidden" name="revision" value={evaluation.revision} />
        <input type="hidden" name="organisation" value={organisation} />
        <LabelledField
          id={`decided-${organisation}`}
          name="decided"
          label={message(language, "evaluation.type.label")}
          control={{
            kind: "select",
            value: decided ?? "",
            options: [
              {
                value: "",
                text: message(language, "evaluation.type.asCounted", { type: counted }),
              },
              ...(["A", "B", "none"] as const).map((type) => ({
                value: type,
                text: choiceMessage(language, "evaluation.type", type),
              })),
            ],
          }}
        />
        <TextInLanguages
          field={field}
          label={message(language, "evaluation.type.reason")}
          value={reason}
          original={language}
          long
          errorOf={(name) => (name === textName(field, language) ? attempt?.problem : undefined)}
          language={language}
        />
        <button type="submit" name="intent" value="type" class="button-quiet">
          {message(language, "evaluation.save")}
        </button>
      </form>
    </details>
  );
}
