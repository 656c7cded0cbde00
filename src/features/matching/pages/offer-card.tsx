import type { ComponentChildren } from "preact";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Offer } from "../../needs/offer.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { type NeedWords, nameKinds } from "../../needs/words.ts";
import type { Proposal } from "../engine/propose.ts";
import type { Weights } from "../match.ts";
import { FitBar, Reasons, TierBadge } from "./proposal-parts.tsx";
import { saySubjects } from "./reason-words.ts";

interface OfferCardProps {
  proposal: Proposal;
  offer: Offer;
  weights: Weights;
  words: NeedWords;
  /** reasons stand open */
  open: boolean;
  /** tick and quantity */
  children?: ComponentChildren;
}

/** One offer beside a need: who, what, how well it fits and why, what it leaves open. */
export function OfferCard({ proposal, offer, weights, words, open, children }: OfferCardProps) {
  const { language } = words;
  const leaves = proposal.uncovered.topics.length + proposal.uncovered.kinds.length > 0;
  return (
    <article class="match-card">
      <header>
        <TierBadge tier={proposal.tier} words={words} />
        <h3>
          <a href={links.memberOffer(language, offer.id)}>
            <Words value={localize(offer.title, language)} />
          </a>
          <OnlyLanguage text={offer.title} language={language} />
        </h3>
        <p class="match-who">
          {words.organisation(offer.organisation)}
          <span class="quiet">{words.list(nameKinds(offer.kinds, words))}</span>
        </p>
      </header>
      <FitBar reasons={proposal.reasons} weights={weights} score={proposal.score} words={words} />
      <p class="match-covers">
        {leaves
          ? message(language, "matching.proposals.uncovered", { parts: saySubjects(proposal.uncovered, words) })
          : message(language, "matching.proposals.coversAll")}
      </p>
      <details open={open}>
        <summary>{message(language, "matching.proposals.why")}</summary>
        <Reasons reasons={proposal.reasons} weights={weights} unit={offer.capacityUnit} words={words} />
        {Object.keys(offer.conditions).length > 0 && (
          <p class="quiet">
            <Words value={localize(offer.conditions, language)} />
          </p>
        )}
      </details>
      {children}
    </article>
  );
}
