import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { SourceList } from "../../../web/components/source-list.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { listOffers, listPublicOffers } from "../service.ts";
import { gatherNeedWords } from "../words.ts";
import { OfferList } from "./offer-list.tsx";

export const showMemberOffers: PageHandler<MemberRequest> = async ({ context, actor, language, url }) => {
  const title = message(language, "offers.title");
  return {
    title,
    description: message(language, "offers.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "offers.lead")}
          links={[
            ...(hasPermission(actor, "offers.enter")
              ? [{ text: message(language, "offers.enter"), href: links.newOffer(language) }]
              : []),
            { text: message(language, "needs.toMap"), href: links.needMap(language) },
            { text: message(language, "offers.toPublic"), href: links.offers(language) },
          ]}
        />
        <OfferList
          url={url}
          all={await listOffers(context, actor)}
          words={await gatherNeedWords(context, language)}
          listHref={(query) => links.memberOffers(language, query)}
          hrefOf={({ id }) => links.memberOffer(language, id)}
          organisationHref={(organisation) => links.memberOffers(language, { organisation })}
        />
      </>
    ),
  };
};

/** What the Japanese side can give, as far as it is public. */
export const showPublicOffers: PageHandler = async ({ context, language, url }) => {
  const title = message(language, "offers.publicTitle");
  const words = await gatherNeedWords(context, language);
  const all = await listPublicOffers(context);
  const sources = all.flatMap(({ source }) => source ?? []);
  return {
    title,
    description: message(language, "offers.publicLead"),
    area: "partnerships",
    unlisted: url.search !== "",
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "offers.publicLead")}
          links={[
            { text: message(language, "offers.toNeeds"), href: links.needs(language) },
            { text: "JSON", href: links.api("offers", { lang: language }) },
          ]}
        />
        <OfferList
          url={url}
          all={all}
          words={words}
          listHref={(query) => links.offers(language, query)}
          organisationHref={(organisation) => links.organisation(language, organisation)}
        />
        {sources.length > 0 && (
          <Section id="sources" title={message(language, "offers.sources")}>
            <SourceList documents={citeSources(sources, words.books, language)} />
          </Section>
        )}
      </>
    ),
  };
};
