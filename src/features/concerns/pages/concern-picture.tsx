import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { type Chain, type Round, roundOf } from "../chains.ts";
import type { Concern } from "../concern.ts";
import { type ConcernWords, nameOccasion, nameRound, sayWhen, shorten } from "../words.ts";
import { ConcernEntry } from "./concern-entry.tsx";
import { ConcernMark, listMarks } from "./concern-mark.tsx";
import { TextOrigin } from "./text-origin.tsx";

interface ConcernPictureProps {
  chains: readonly Chain[];
  rounds: readonly Round[];
  words: ConcernWords;
}

/** All concerns over the years: a row each, a column for every time at which some were raised, and a line through what came back. A row bears its first wording; later ones stand in the cells of their time. */
export function ConcernPicture({ chains, rounds, words }: ConcernPictureProps) {
  const { language } = words;
  return (
    <div class={`concern-picture concern-rounds-${rounds.length}`}>
      <div class="concern-picture-head" aria-hidden="true">
        <span>{message(language, "concern.picture.concern")}</span>
        {rounds.map((round) => (
          <span key={round.key}>
            <b>{nameRound(round, words)}</b>
            {nameOccasion(round, words)}
          </span>
        ))}
      </div>
      <ol>
        {chains.map((chain) => (
          <li key={chain.id}>
            <ChainRow chain={chain} rounds={rounds} words={words} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function ChainRow({ chain, rounds, words }: { chain: Chain } & Pick<ConcernPictureProps, "rounds" | "words">) {
  const { language } = words;
  const [raised] = chain.steps;
  if (!raised) return null;
  const places = chain.steps.map((step) => rounds.findIndex(({ key }) => key === roundOf(step).key));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return (
    <details class="concern-chain">
      <summary>
        <span class="concern-chain-text">
          <span class="concern-theme">
            {message(language, "concern.picture.firstRaised", {
              theme: message(language, `concern.theme.${raised.theme}`),
              when: sayWhen(roundOf(raised).raised ?? raised.raised, language),
            })}
          </span>
          <Words value={localize(raised.text, language)} />{" "}
          {raised.origin === "member" && (
            <TextOrigin text={raised.text} original={raised.language} language={language} />
          )}
        </span>
        {rounds.map((round, index) => {
          const steps = chain.steps.filter((_, position) => places[position] === index);
          const isBetween = steps.length === 0 && index > first && index < last;
          return (
            <span
              key={round.key}
              class={steps.length > 0 ? "concern-cell" : `concern-cell ${isBetween ? "is-between" : "is-empty"}`}
            >
              {steps.length > 0 && <span class="concern-cell-round">{nameRound(round, words)}</span>}
              {steps.map((step) => (
                <Step
                  key={step.id}
                  step={step}
                  isFirst={step === raised}
                  isDated={round.raised === null}
                  language={language}
                />
              ))}
              {isBetween && <span class="visually-hidden">{message(language, "concern.mark.none")}</span>}
            </span>
          );
        })}
      </summary>
      {chain.steps.map((step) => (
        <ConcernEntry key={step.id} concern={step} words={words} />
      ))}
    </details>
  );
}

/** What was said at that time: words of 2017 never stand under 2014. The first wording is the row's title. */
function Step({
  step,
  isFirst,
  isDated,
  language,
}: {
  step: Concern;
  isFirst: boolean;
  /** its column tells no time */
  isDated: boolean;
  language: Language;
}) {
  return (
    <>
      {isDated && <span class="concern-cell-words">{sayWhen(step.raised, language)}</span>}
      {listMarks(step).map((mark) => (
        <ConcernMark key={mark} name={mark} language={language} />
      ))}
      {!isFirst && (
        <span class="concern-cell-words">
          <Words value={shorten(localize(step.text, language))} />
        </span>
      )}
    </>
  );
}
