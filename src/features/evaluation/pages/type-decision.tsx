import type { Language } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { TextInLanguages } from "../../../web/form-texts.tsx";
import { links } from "../../../web/links.ts";
import type { Evaluation, TypeRow } from "../draft.ts";

/** People may see a type otherwise than it was counted; they say why. */
export function TypeDecision({
  row,
  evaluation,
  language,
}: {
  row: TypeRow;
  evaluation: Pick<Evaluation, "id" | "revision">;
  language: Language;
}) {
  const { organisation, decided, decidedReason, counted } = row;
  return (
    <details class="type-decision">
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
          field={`reason-${organisation}`}
          label={message(language, "evaluation.type.reason")}
          value={decidedReason}
          original={language}
          long
          errorOf={() => undefined}
          language={language}
        />
        <button type="submit" name="intent" value="type" class="button-quiet">
          {message(language, "evaluation.save")}
        </button>
      </form>
    </details>
  );
}
