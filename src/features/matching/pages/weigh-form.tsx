import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import { defaultWeights } from "../engine/model.ts";
import { reasonParts, type Weights } from "../match.ts";

/** Weights live in the address, so that a weighing can be linked and printed. */
export function WeighForm({ need, weights, words }: { need: string; weights: Weights; words: NeedWords }) {
  const { language } = words;
  const isChanged = reasonParts.some((part) => weights[part] !== defaultWeights[part]);
  return (
    <details class="match-weigh" open={isChanged}>
      <summary>{message(language, "matching.weigh.title")}</summary>
      <p class="hint">{message(language, "matching.weigh.lead")}</p>
      <form method="get" action={links.needProposals(language, need)}>
        <div class="match-weights">
          {reasonParts.map((part) => (
            <p key={part} class="field">
              <label for={`weight-${part}`}>{message(language, `matching.parts.${part}`)}</label>
              <input
                id={`weight-${part}`}
                name={`weight-${part}`}
                type="number"
                min="0"
                max="10"
                step="1"
                value={weights[part]}
              />
            </p>
          ))}
        </div>
        <p class="filter-actions">
          <button type="submit">{message(language, "matching.weigh.apply")}</button>
          {isChanged && <a href={links.needProposals(language, need)}>{message(language, "matching.weigh.reset")}</a>}
        </p>
      </form>
    </details>
  );
}
