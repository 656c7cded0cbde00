import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { type NeedWords, nameKinds } from "../../needs/words.ts";
import { defaultWeights } from "../engine/model.ts";
import type { Answer } from "../match.ts";
import type { MatchView } from "../service.ts";
import { AnswerDots } from "./match-list.tsx";
import { Reasons, TierBadge } from "./proposal-parts.tsx";
import { sayAmount } from "./reason-words.ts";

/** Who needs and who gives, side by side, each with its answer in the language in which it was given. */
export function MatchSides({ view: { match, need, offers }, words }: { view: MatchView; words: NeedWords }) {
  const { language } = words;
  return (
    <div class="match-sides">
      <section class="match-side is-need" aria-labelledby="side-need">
        <h2 id="side-need">{message(language, "matching.match.need")}</h2>
        <div class="match-card">
          <p class="match-who">{words.organisation(need.organisation)}</p>
          <p>
            <a href={links.memberNeed(language, need.id)}>
              <Words value={localize(need.title, language)} />
            </a>
            <OnlyLanguage text={need.title} language={language} />
          </p>
          {Object.keys(need.detail).length > 0 && (
            <p>
              <Words value={localize(need.detail, language)} />
              <OnlyLanguage text={need.detail} language={language} />
            </p>
          )}
          <p class="quiet">{words.list([...need.topics.map(words.topic), ...nameKinds(need.kinds, words)])}</p>
          <SideAnswer {...match.needAnswer} words={words} />
        </div>
      </section>
      <section class="match-side is-offers" aria-labelledby="side-offers">
        <h2 id="side-offers">{message(language, "matching.match.offers")}</h2>
        {match.offers.map((one) => {
          const offer = offers.get(one.offer);
          const reasons = match.reasons.find(({ offer: id }) => id === one.offer)?.reasons ?? [];
          return (
            <div key={one.offer} class="match-card">
              <TierBadge tier={one.tier} words={words} />
              <p class="match-who">{words.organisation(one.organisation)}</p>
              <p>
                <a href={links.memberOffer(language, one.offer)}>
                  {offer ? <Words value={localize(offer.title, language)} /> : one.offer}
                </a>
                {offer && <OnlyLanguage text={offer.title} language={language} />}
              </p>
              {one.quantity !== null && (
                <p class="quiet">
                  {message(language, "matching.match.quantity", {
                    amount: sayAmount(one.quantity, offer?.capacityUnit ?? null, words),
                  })}
                </p>
              )}
              <SideAnswer answer={one.answer} note={one.note} language={one.language} words={words} />
              {reasons.length > 0 && (
                <details>
                  <summary>{message(language, "matching.match.reasons")}</summary>
                  <Reasons
                    reasons={reasons}
                    weights={defaultWeights}
                    unit={offer?.capacityUnit ?? null}
                    words={words}
                  />
                </details>
              )}
            </div>
          );
        })}
      </section>
    </div>
  );
}

interface SideAnswerProps {
  answer: Answer;
  note: string | null;
  language: MatchView["match"]["needAnswer"]["language"];
  words: NeedWords;
}

/** A note in its own language, which is named where the page stands in another. */
export function NoteWords({ note, language, words }: Pick<SideAnswerProps, "language" | "words"> & { note: string }) {
  return (
    <>
      <Words value={language === null ? note : { text: note, language }} />
      {language !== null && language !== words.language && (
        <small class="hint">
          {message(words.language, "matching.match.writtenIn", {
            language: message(words.language, `documents.languageName.${language}`),
          })}
        </small>
      )}
    </>
  );
}

function SideAnswer({ answer, note, language, words }: SideAnswerProps) {
  return (
    <div class={`match-answer is-${answer}`}>
      <p>
        <AnswerDots answers={[answer]} />
        {message(words.language, `matching.answers.${answer}`)}
      </p>
      {note !== null && (
        <blockquote>
          <NoteWords note={note} language={language} words={words} />
        </blockquote>
      )}
    </div>
  );
}
