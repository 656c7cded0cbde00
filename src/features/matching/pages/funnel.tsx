import { message } from "../../../messages/message.ts";
import type { Need, NeedState } from "../../needs/need.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { Match } from "../match.ts";

const past: Record<"confirmed" | "matched", readonly NeedState[]> = {
  confirmed: ["confirmed", "matched", "being-met", "met"],
  matched: ["matched", "being-met", "met"],
};

/** From what was heard to what is being done: each bar is a part of the one above it, and what is lost on the way shows as its gap. */
export function Funnel({
  needs,
  matches,
  words,
}: {
  needs: readonly Need[];
  matches: readonly Match[];
  words: NeedWords;
}) {
  const { language } = words;
  const open = needs.filter(({ state }) => state !== "withdrawn" && state !== "changed");
  const matched = open.filter(({ state }) => past.matched.includes(state));
  const agreed = new Set(matches.filter(({ state }) => state === "agreed").map(({ need }) => need));
  const recorded = new Set(matches.filter(({ entry }) => entry !== null).map(({ need }) => need));
  const rows = [
    { key: "needs", count: open.length },
    { key: "confirmed", count: open.filter(({ state }) => past.confirmed.includes(state)).length },
    { key: "matched", count: matched.length },
    { key: "agreed", count: matched.filter(({ id }) => agreed.has(id)).length },
    { key: "recorded", count: matched.filter(({ id }) => recorded.has(id)).length },
  ] as const;
  const most = Math.max(1, open.length);
  return (
    <figure class="match-funnel" aria-labelledby="funnel-title">
      <figcaption id="funnel-title">
        {message(language, "matching.funnel.title")}
        <span class="unit">{message(language, "matching.funnel.unit")}</span>
      </figcaption>
      <ol>
        {rows.map(({ key, count }, at) => (
          <li key={key}>
            <span>{message(language, `matching.funnel.${key}`)}</span>
            <svg width="100%" height="22" aria-hidden="true">
              <rect
                class="is-ground"
                x="0"
                y="0"
                width={`${((rows[at - 1]?.count ?? count) / most) * 100}%`}
                height="22"
              />
              <rect class={`is-step-${at}`} x="0" y="0" width={`${(count / most) * 100}%`} height="22" />
            </svg>
            <span class="numeral">{count}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
