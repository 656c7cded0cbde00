import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
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
                text: message(language, "evaluation.type.asCounted", {
                  counted: choiceMessage(language, "evaluation.typeShort", counted),
                }),
              },
              ...(["A", "B", "none"] as const).map((type) => ({
                value: type,
                text: choiceMessage(language, "evaluation.type", type),
              })),
            ],
          }}
        />
        <LabelledField
          id={`reason-${organisation}`}
          name="reason"
          label={message(language, "evaluation.type.reason")}
          control={{ kind: "area", rows: 2, value: localize(decidedReason, language).text }}
        />
        <button type="submit" name="intent" value="type" class="button-quiet">
          {message(language, "evaluation.save")}
        </button>
      </form>
    </details>
  );
}
