import { message } from "../../../messages/message.ts";
import type { CapacityUnit } from "../../needs/offer.ts";
import type { NeedWords } from "../../needs/words.ts";
import { weighKnown } from "../engine/propose.ts";
import { type Reason, reasonParts, type Tier, tiers, type Weights } from "../match.ts";
import { sayReason } from "./reason-words.ts";

/** Where an offer stands in the programme's order: as many steps filled as lie before it, and the word. */
export function TierBadge({ tier, words: { language } }: { tier: Tier; words: NeedWords }) {
  const step = tiers.indexOf(tier);
  return (
    <span class={`match-tier is-${tier}`}>
      <svg width="37" height="12" viewBox="0 0 37 12" aria-hidden="true">
        {tiers.map((one, at) => (
          <circle
            key={one}
            cx={5 + at * 6.75}
            cy="6"
            r={at === step ? 4.5 : 2}
            class={at === step ? "is-here" : undefined}
          />
        ))}
      </svg>
      {message(language, `matching.tiers.${tier}`)}
    </span>
  );
}

interface ReasonsProps {
  reasons: readonly Reason[];
  weights: Weights;
  unit: CapacityUnit | null;
  words: NeedWords;
}

/** Each part with its bar, as long as it fits and as thick as it weighs, and with the sentence that it rests on. */
export function Reasons({ reasons, weights, unit, words }: ReasonsProps) {
  const { language } = words;
  const most = Math.max(1, ...Object.values(weights));
  return (
    <dl class="match-reasons">
      {reasonParts.map((part) => {
        const reason = reasons.find((one) => one.part === part);
        if (!reason) return null;
        if (reason.score === null) return <Unknown key={part} reason={reason} unit={unit} words={words} />;
        const percent = Math.round(reason.score * 100);
        const height = 2 + Math.round((weights[part] / most) * 10);
        return (
          <div key={part} class={weights[part] === 0 ? "is-left-out" : undefined}>
            <dt>
              <span>{message(language, `matching.parts.${part}`)}</span>
              <svg width="100%" height="14" aria-hidden="true">
                <rect class="is-ground" x="0" y={(14 - height) / 2} width="100%" height={height} />
                <rect x="0" y={(14 - height) / 2} width={`${percent}%`} height={height} />
              </svg>
              <span class="visually-hidden">
                {message(language, "matching.proposals.partScore", {
                  part: message(language, `matching.parts.${part}`),
                  percent,
                  weight: weights[part],
                })}
              </span>
              <span class="numeral" aria-hidden="true">
                {percent}
              </span>
            </dt>
            <dd>{sayReason(reason, words, unit)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What nobody has said has no bar: it is left out of the fit. */
function Unknown({ reason, unit, words }: Pick<ReasonsProps, "unit" | "words"> & { reason: Reason }) {
  const { language } = words;
  return (
    <div class="is-unknown">
      <dt>
        <span>{message(language, `matching.parts.${reason.part}`)}</span>
        <span class="quiet">{message(language, "matching.reason.leftOut")}</span>
      </dt>
      <dd>{sayReason(reason, words, unit)}</dd>
    </div>
  );
}

/** The whole fit on one line: a piece for each part, as long as the part gives. */
export function FitBar({
  reasons,
  weights,
  score,
  words: { language },
}: Omit<ReasonsProps, "unit"> & { score: number }) {
  const total = weighKnown(reasons, weights);
  let from = 0;
  return (
    <p class="match-fit">
      <svg width="100%" height="12" aria-hidden="true">
        <rect class="is-ground" x="0" y="0" width="100%" height="12" />
        {reasonParts.map((part, at) => {
          const share = ((reasons.find((one) => one.part === part)?.score ?? 0) * weights[part] * 100) / total;
          const x = from;
          from += share;
          return (
            <rect
              key={part}
              class={`is-part-${at % 4}`}
              x={`${x}%`}
              y="0"
              width={`${Math.max(0, share - 0.3)}%`}
              height="12"
            />
          );
        })}
      </svg>
      <span class="numeral">{message(language, "matching.proposals.score", { percent: Math.round(score * 100) })}</span>
    </p>
  );
}
