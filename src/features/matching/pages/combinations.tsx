import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import { reasonParts } from "../match.ts";
import type { NeedProposals } from "../service.ts";
import { CoverGrid } from "./cover-grid.tsx";
import { TierBadge } from "./proposal-parts.tsx";
import { saySubjects, sayUnpaired } from "./reason-words.ts";

/** Offers that answer the need together: who covers what of it, as a grid that is read at a glance. */
export function Combinations({ found, words, takes }: { found: NeedProposals; words: NeedWords; takes: boolean }) {
  const { language } = words;
  const { need, proposals, weights } = found;
  if (proposals.combinations.length === 0) return null;
  const kept = Object.fromEntries(reasonParts.map((part) => [`weight-${part}`, String(weights[part])]));
  return (
    <Section
      id="combinations"
      title={message(language, "matching.proposals.combinations")}
      lead={message(language, "matching.proposals.combinationsLead")}
    >
      <div class="match-cards">
        {proposals.combinations.map(({ members, uncovered, unpaired }, at) => {
          const chosen = members.flatMap((proposal) => {
            const offer = found.offers.get(proposal.offer);
            return offer ? [{ proposal, offer }] : [];
          });
          const parties = new Set(chosen.map(({ offer }) => words.directory.find(offer.organisation)?.government)).size;
          const isOpen = uncovered.topics.length + uncovered.kinds.length > 0;
          return (
            <article key={members.map(({ offer }) => offer).join()} class="match-card">
              <header>
                <h3>{message(language, "matching.proposals.combination", { number: at + 1 })}</h3>
                <p class="quiet">{message(language, "matching.proposals.parties", { count: parties })}</p>
              </header>
              <ol class="match-members">
                {chosen.map(({ proposal, offer }, number) => (
                  <li key={offer.id}>
                    <span class="match-letter" aria-hidden="true">
                      {String.fromCodePoint(65 + number)}
                    </span>
                    <div>
                      <TierBadge tier={proposal.tier} words={words} />
                      <p>
                        <a href={links.memberOffer(language, offer.id)}>
                          <Words value={localize(offer.title, language)} />
                        </a>
                      </p>
                      <p class="match-who">{words.organisation(offer.organisation)}</p>
                    </div>
                  </li>
                ))}
              </ol>
              <CoverGrid need={need} members={chosen.map(({ proposal }) => proposal)} words={words} />
              <p class="match-covers">
                {isOpen
                  ? message(language, "matching.proposals.uncovered", { parts: saySubjects(uncovered, words) })
                  : message(language, "matching.proposals.coversAll")}
              </p>
              {unpaired.length > 0 && (
                <p class="match-covers quiet">
                  {message(language, "matching.proposals.unpaired", { parts: sayUnpaired(unpaired, words) })}
                </p>
              )}
              {takes && (
                <p>
                  <a
                    href={`${links.needProposals(language, need.id, { ...kept, offers: members.map(({ offer }) => offer).join(";") })}#choose`}
                  >
                    {message(language, "matching.proposals.choose")}
                  </a>
                </p>
              )}
            </article>
          );
        })}
      </div>
    </Section>
  );
}
