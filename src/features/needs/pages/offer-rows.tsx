import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { LinkedWords } from "../../../web/components/words.tsx";
import type { Offer } from "../offer.ts";
import { OnlyLanguage } from "../only-language.tsx";
import { type NeedWords, nameKinds } from "../words.ts";

interface OfferRowsProps {
  offers: readonly Offer[];
  words: NeedWords;
  hrefOf?: ((offer: Offer) => string) | undefined;
  organisationHref(id: string): string;
}

/** What each organisation gives, one organisation after the other. */
export function OfferRows({ offers, words, hrefOf, organisationHref }: OfferRowsProps) {
  const { language } = words;
  return (
    <>
      {[...Map.groupBy(offers, ({ organisation }) => organisation)].map(([organisation, own]) => (
        <Section
          key={organisation}
          id={`of-${organisation}`}
          level={3}
          title={words.organisation(organisation)}
          more={{
            text: message(language, hrefOf ? "offers.onlyThese" : "offers.toOrganisation"),
            href: organisationHref(organisation),
          }}
        >
          <ul class="record-list offer-rows">
            {own.map((offer) => (
              <li key={offer.id} id={offer.id}>
                <p class="need-row-title">
                  <LinkedWords text={localize(offer.title, language)} href={hrefOf?.(offer)} />
                  <OnlyLanguage text={offer.title} language={language} />
                </p>
                <p class="record-facts">
                  {describeFacts(offer, words).map((fact) => (
                    <span key={fact}>{fact}</span>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function describeFacts(offer: Offer, words: NeedWords): string[] {
  const { language } = words;
  return [
    ...(offer.state === "closed" ? [message(language, "offers.closed")] : []),
    words.list(nameKinds(offer.kinds, words)),
    words.list(offer.forms.map((form) => message(language, `offer.forms.${form}`))),
    words.list(offer.topics.map(words.topic)),
    ...offer.capacities.map(
      ({ fiscalYear, capacity }) => `${words.year(fiscalYear)} ${writeCapacity(capacity, offer, words)}`,
    ),
  ].filter((fact) => fact !== "");
}

/** The number with its unit. */
export function writeCapacity(
  count: number,
  { capacityUnit }: Pick<Offer, "capacityUnit">,
  { language }: NeedWords,
): string {
  return capacityUnit === null ? String(count) : message(language, `offer.capacityUnits.${capacityUnit}`, { count });
}
