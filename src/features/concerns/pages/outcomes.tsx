import type { ComponentChildren } from "preact";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { changeQuery, readText } from "../../../web/query.ts";
import { type Round, roundOf, sortOutcomes } from "../chains.ts";
import type { Concern } from "../concern.ts";
import { type ConcernWords, nameRound } from "../words.ts";
import { TextOrigin } from "./text-origin.tsx";

interface OutcomesProps {
  concerns: readonly Concern[];
  rounds: readonly Round[];
  words: ConcernWords;
  url: URL;
}

/** Of one round's concerns: which were answered how, which remain; and which are new in the next. */
export function Outcomes({ concerns, rounds, words, url }: OutcomesProps) {
  const { language } = words;
  // Whoever raises something between surveys was not asked what became of the rest.
  const asked = rounds.filter(({ raised }) => raised !== null);
  const pairs = asked.slice(1).flatMap((next, index) => {
    const first = asked[index];
    return first ? [{ first, next }] : [];
  });
  const chosen = readText(url, "from");
  // Two surveys ask the same people; what a review adds is said by fewer.
  const pair =
    pairs.find(({ first }) => first.key === chosen) ??
    pairs.findLast(({ first, next }) => first.survey !== null && next.survey !== null) ??
    pairs.at(-1);
  if (!pair) return null;
  const { first, next } = pair;
  const names = { first: nameRound(first, words), next: nameRound(next, words) };
  const of = (round: Round) => concerns.filter((concern) => roundOf(concern).key === round.key);
  const before = of(first);
  const after = of(next);
  const { answered, eased, returned, silent } = sortOutcomes(before);
  const base = readText(url, "theme") === undefined ? "" : changeQuery(url, { theme: undefined });
  const isBack = ({ continuedBy }: Concern) => after.some(({ id }) => continuedBy.includes(id));
  const again = after.filter(({ continues }) => before.some(({ id }) => id === continues));
  const later = returned.filter((concern) => !isBack(concern));
  const fresh = after.filter(({ continues }) => continues === null);
  const say = (key: "answered" | "eased" | "remaining" | "later" | "silent" | "fresh", count: number) =>
    message(language, `concern.outcome.${key}`, { next: names.next, count });
  const groups = [
    { key: "answered" as const, list: answered, details: true },
    { key: "eased" as const, list: eased },
    { key: "remaining" as const, list: again },
    { key: "later" as const, list: later },
    { key: "silent" as const, list: silent },
    { key: "fresh" as const, list: fresh },
  ].filter(({ key, list }) => list.length > 0 || key === "answered" || key === "remaining");
  return (
    <Section
      id="outcomes"
      title={message(language, "concern.outcome.title")}
      lead={message(language, "concern.outcome.lead", { ...names, count: before.length })}
    >
      {pairs.length > 1 && (
        <LinkTabs
          label={message(language, "concern.outcome.tabs")}
          tabs={pairs.map((one) => ({
            text: message(language, "concern.outcome.tab", {
              first: nameRound(one.first, words),
              next: nameRound(one.next, words),
            }),
            href: `${changeQuery(url, { from: one.first.key })}#outcomes`,
            current: one === pair,
          }))}
        />
      )}
      <div class="concern-outcomes">
        {groups.map(({ key, list, details }) => (
          <Group
            key={key}
            title={say(key, list.length)}
            concerns={list}
            details={details === true}
            words={words}
            base={base}
          />
        ))}
      </div>
    </Section>
  );
}

interface GroupProps {
  title: string;
  concerns: readonly Concern[];
  /** with the response */
  details: boolean;
  words: ConcernWords;
  /** address of the picture with all rows; empty where it stands above */
  base: string;
}

function Group({ title, concerns, details, words, base }: GroupProps): ComponentChildren {
  const { language } = words;
  return (
    <div class="concern-outcome">
      <h3>{title}</h3>
      {concerns.length === 0 && <p class="quiet">{message(language, "concern.outcome.none")}</p>}
      <ul>
        {concerns.map(({ id, text, responses, judgements }) => {
          const response = responses.at(-1);
          const verdict = judgements.at(-1)?.verdict;
          return (
            <li key={id}>
              <a href={`${base}#${id}`}>
                <Words value={localize(text, language)} />
              </a>
              {details && (
                <span class="concern-outcome-answer">
                  {response && <Words value={localize(response.text, language)} />}
                  {response?.origin === "member" && (
                    <TextOrigin text={response.text} original={response.language} language={language} />
                  )}
                  {verdict && ` — ${message(language, `concern.verdict.${verdict}`)}`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
