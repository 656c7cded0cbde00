import { languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { links } from "../../web/links.ts";
import { exactDay } from "./exact-day.ts";
import type { PolicyItem } from "./item.ts";
import { idsInForce } from "./item-row.ts";
import { nameBodies, nameTopics, type PolicyWords } from "./policy-words.ts";

/** schema.org/Legislation (after ELI). A date that is no single day, month or year is left out, never rounded. */
export function describePolicyAsJsonLd(item: PolicyItem, words: PolicyWords, origin: string, today: string): unknown {
  const { language } = words;
  const address = `${origin}${links.policy(language, item.id)}`;
  const shown = localize(item.title, language).text;
  const original = item.title[item.language];
  const [published, written, inForce] = [item.published, item.written, item.inForce].map(exactDay);
  const regions = idsInForce(item.regions);
  const isLaw = item.kind !== "news" && item.kind !== "statistics" && item.kind !== "interpretation";
  return {
    "@context": "https://schema.org",
    "@type": isLaw ? "Legislation" : "CreativeWork",
    "@id": address,
    url: address,
    name: shown,
    ...(original === undefined || original === shown ? {} : { alternateName: original }),
    inLanguage: languageTags[item.language],
    ...(published === undefined ? {} : { datePublished: published }),
    keywords: nameTopics(item, words).map(({ text }) => text),
    ...(item.url === null ? {} : { sameAs: item.url }),
    ...(isLaw
      ? {
          ...(item.documentNumber === null ? {} : { legislationIdentifier: item.documentNumber }),
          ...(item.kind === null ? {} : { legislationType: item.kind }),
          ...(written === undefined ? {} : { legislationDate: written }),
          ...(inForce === undefined ? {} : { legislationDateVersion: inForce }),
          legislationJurisdiction: regions.length === 0 ? words.region(null) : regions.map((id) => words.region(id)),
          ...(inForce === undefined && item.ended === null
            ? {}
            : { legislationLegalForce: `https://schema.org/${isEnded(item, today) ? "NotInForce" : "InForce"}` }),
          legislationPassedBy: describeBodies(),
        }
      : { author: describeBodies() }),
  };

  function describeBodies() {
    // Machines are told of no issuer that nothing names.
    return item.bodyNames.length === 0
      ? []
      : nameBodies(item, words).map(({ text }) => ({ "@type": "GovernmentOrganization", name: text }));
  }
}

/** Whether the day on which it ceased to be in force has come. */
export function isEnded({ ended }: Pick<PolicyItem, "ended">, today: string): boolean {
  return ended !== null && ended.slice(0, 10) <= today;
}
