import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Need } from "../../needs/need.ts";
import { dayOf, type NeedWords } from "../../needs/words.ts";
import type { Match } from "../match.ts";

interface MatchListProps {
  matches: readonly Match[];
  needs: ReadonlyMap<string, Pick<Need, "title" | "organisation">>;
  words: NeedWords;
}

/** Matches one below the other: what for, by whom, how many have answered. */
export function MatchList({ matches, needs, words }: MatchListProps) {
  const { language } = words;
  return (
    <ul class="record-list match-list">
      {matches.map((match) => {
        const need = needs.get(match.need);
        const answers = [match.needAnswer.answer, ...match.offers.map(({ answer }) => answer)];
        return (
          <li key={match.id}>
            <a href={links.match(language, match.id)}>
              {need ? <Words value={localize(need.title, language)} /> : match.need}
            </a>
            <p class="record-facts">
              {isFormer(match) ? (
                <span>{message(language, "matching.former.state")}</span>
              ) : (
                <span class={`match-state is-${match.state}`}>
                  {message(language, `matching.states.${match.state}`)}
                </span>
              )}
              <span>
                {need && words.organisation(need.organisation)}
                {match.offers.length > 0 &&
                  ` ← ${words.list([...new Set(match.offers.map(({ organisation }) => organisation))].map(words.organisation))}`}
              </span>
              <span>{words.year(match.fiscalYear)}</span>
              {match.state === "consulting" && match.offers.length > 0 && (
                <span class="match-answers">
                  <AnswerDots answers={answers} />
                  {message(language, "matching.list.answers", {
                    given: answers.filter((answer) => answer !== "waiting").length,
                    all: answers.length,
                  })}
                </span>
              )}
              {!isFormer(match) && <span>{writeEdtf(dayOf(match.changedAt), language)}</span>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** As whoever was taken out of it sees it, from whom its offers are kept: how it stands, and since when, is for those who take part. */
export function isFormer({ offers }: Pick<Match, "offers">): boolean {
  return offers.length === 0;
}

/** A mark for each side: a ring that waits, a disc that agreed, a cross that declined. */
export function AnswerDots({ answers }: { answers: readonly Match["needAnswer"]["answer"][] }) {
  return (
    <svg class="match-dots" width={answers.length * 16} height="14" aria-hidden="true">
      {answers.map((answer, at) =>
        answer === "declined" ? (
          <path key={at} class="is-declined" d={`M${3 + at * 16} 3l8 8m0 -8l-8 8`} />
        ) : (
          <circle key={at} class={`is-${answer}`} cx={7 + at * 16} cy="7" r="5" />
        ),
      )}
    </svg>
  );
}
