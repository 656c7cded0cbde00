import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import { type AskedWeights, defaultWeights, findBadWeights } from "../engine/model.ts";
import { reasonParts, type Weights } from "../match.ts";

interface WeighFormProps {
  need: string;
  weights: Weights;
  /** as they stand in the address */
  asked: AskedWeights;
  words: NeedWords;
}

/** Weights live in the address, so that a weighing can be linked and printed. What is no weight stays as it was typed, and is named. */
export function WeighForm({ need, weights, asked, words }: WeighFormProps) {
  const { language } = words;
  const bad = findBadWeights(asked);
  const isChanged = bad.length > 0 || reasonParts.some((part) => weights[part] !== defaultWeights[part]);
  return (
    <details class="match-weigh" open={isChanged}>
      <summary>{message(language, "matching.weigh.title")}</summary>
      <p class="hint">{message(language, "matching.weigh.lead")}</p>
      <form method="get" action={links.needProposals(language, need)}>
        <div class="match-weights">
          {reasonParts.map((part) => {
            const isBad = bad.includes(part);
            return (
              <LabelledField
                key={part}
                id={`weight-${part}`}
                name={`weight-${part}`}
                label={message(language, `matching.parts.${part}`)}
                {...(isBad ? { error: message(language, "matching.weigh.bad", { weight: weights[part] }) } : {})}
                control={{ kind: "text", value: String(isBad ? asked[part] : weights[part]) }}
              />
            );
          })}
        </div>
        <p class="filter-actions">
          <button type="submit">{message(language, "matching.weigh.apply")}</button>
          {isChanged && <a href={links.needProposals(language, need)}>{message(language, "matching.weigh.reset")}</a>}
        </p>
      </form>
    </details>
  );
}
