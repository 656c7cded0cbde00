import { languages } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { findStanding } from "../../records/access.ts";
import { canChangeOffer } from "../access.ts";
import type { Offer } from "../offer.ts";
import { OnlyLanguage } from "../only-language.tsx";
import { getUse } from "../save-offer.ts";
import { getOffer } from "../service.ts";
import { gatherNeedWords, type NeedWords, nameKinds } from "../words.ts";
import { CapacityUse } from "./capacity-use.tsx";
import { SourceOfWords } from "./source-of-words.tsx";

export const showOffer: PageHandler<MemberRequest> = async ({ context, actor, language, url, params }) => {
  const offer = await getOffer(context, actor, params.id ?? "");
  const words = await gatherNeedWords(context, language);
  const mayChange = canChangeOffer(await findStanding(context, actor), offer);
  const title = localize(offer.title, language);
  const done = (["entered", "corrected"] as const).find((kind) => kind === readText(url, "done"));
  return {
    title: title.text,
    description: title.text,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "offers.title"), href: links.memberOffers(language) }],
    body: (
      <>
        <PageHeading
          kicker={words.organisation(offer.organisation)}
          title={title}
          links={
            mayChange ? [{ text: message(language, "offers.edit"), href: links.editOffer(language, offer.id) }] : []
          }
        />
        <OnlyLanguage text={offer.title} language={language} />
        {done && (
          <Notice tone="success">
            <p>{message(language, `offers.done.${done}`)}</p>
          </Notice>
        )}
        {Object.keys(offer.detail).length > 0 && (
          <p class="need-detail">
            <Words value={localize(offer.detail, language)} />
          </p>
        )}
        <Section id="capacity" title={message(language, "offers.capacity.title")}>
          <CapacityUse offer={offer} use={await getUse(context, offer.id)} words={words} />
        </Section>
        <DefinitionList items={describeFacts(offer, words)} />
        {offer.source && (
          <SourceOfWords documents={citeSources([offer.source], words.books, language)} language={language} />
        )}
      </>
    ),
  };
};

function describeFacts(offer: Offer, words: NeedWords): Definition[] {
  const { language } = words;
  const fact = (field: FactName, value: string): Definition[] =>
    value === "" ? [] : [{ term: message(language, `offerForm.field.${field}`), values: [value] }];
  const text = (field: "experience" | "facilities" | "conditions", value: Localized): Definition[] =>
    Object.keys(value).length === 0
      ? []
      : [
          {
            term: message(language, `offerForm.field.${field}`),
            values: [<Words key={field} value={localize(value, language)} />],
          },
        ];
  return [
    ...fact("kinds", words.list(nameKinds(offer.kinds, words))),
    ...fact("forms", words.list(offer.forms.map((form) => message(language, `offer.forms.${form}`)))),
    ...fact("topics", words.list(offer.topics.map(words.topic))),
    ...fact("difficulty", offer.difficulty === null ? "" : message(language, `need.difficulties.${offer.difficulty}`)),
    ...fact(
      "languages",
      words.list(
        languages
          .filter((one) => offer.languages.includes(one))
          .map((one) => message(language, `documents.languageName.${one}`)),
      ),
    ),
    ...text("experience", offer.experience),
    ...text("facilities", offer.facilities),
    ...text("conditions", offer.conditions),
    ...fact(
      "costBorneBy",
      offer.costBorneBy === null ? "" : message(language, `offer.costBearers.${offer.costBorneBy}`),
    ),
    ...fact("state", message(language, `offer.states.${offer.state}`)),
    ...fact("visibility", message(language, `visibility.${offer.visibility}`)),
  ];
}

type FactName = "kinds" | "forms" | "topics" | "difficulty" | "languages" | "costBorneBy" | "state" | "visibility";
