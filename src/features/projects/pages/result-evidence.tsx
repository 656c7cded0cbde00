import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { StandingMark } from "../../../web/components/results-chain.tsx";
import { LinkedWords, Words } from "../../../web/components/words.tsx";
import { writeDate } from "../../activities/summarise.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import type { ProjectResult, StageStanding } from "../results.ts";
import type { PolicyName } from "./policy-names.ts";

export interface ResultEvidenceProps {
  results: readonly ProjectResult[];
  policies: ReadonlyMap<string, PolicyName>;
  books: Parameters<typeof citeSources>[1];
  language: Language;
}

export function standingOfResult({ state, actuals }: ProjectResult): StageStanding {
  return state === "achieved" && actuals.length > 0 ? "measured" : state;
}

/** State, words, what took it up, and where that is written. */
export function ResultEvidence({ results, policies, books, language }: ResultEvidenceProps) {
  return (
    <ul class="evidence-results">
      {results.map((result) => {
        const policy = result.policy === null ? undefined : policies.get(result.policy);
        const policyText = localize(result.policyText, language);
        const [cited] = citeSources([result.source], books, language);
        const standing = standingOfResult(result);
        return (
          <li key={result.number}>
            <StandingMark standing={standing} label={choiceMessage(language, "results.standing", standing)} />
            <div>
              <p>
                <Words value={localize(result.text, language)} />
                {(policy || policyText.text !== "") && (
                  <span class="evidence-policy">
                    {message(language, "results.takenUpBy")}{" "}
                    {policy ? <LinkedWords text={policy.title} href={policy.href} /> : <Words value={policyText} />}
                  </span>
                )}
              </p>
              <p class="evidence-source">
                {(result.date !== null || result.dateText !== null) && (
                  <span>{writeDate(result.date, result.dateText, language).date}</span>
                )}
                {cited && (
                  <span>
                    <LinkedWords text={cited.title} href={cited.href} />
                    {cited.place !== undefined && (
                      <>
                        {" "}
                        <Words value={cited.place} />
                      </>
                    )}
                  </span>
                )}
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
