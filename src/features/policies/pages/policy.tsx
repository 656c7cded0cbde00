import { writeEdtf } from "../../../core/edtf-format.ts";
import { type Language, languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getProgramme } from "../../programme/service.ts";
import { findTranslations } from "../../translation/service.ts";
import type { TranslationSummary } from "../../translation/translation.ts";
import type { PolicyItem } from "../item.ts";
import { describePolicyAsJsonLd, isEnded } from "../policy-json-ld.ts";
import { gatherPolicyWords, type PolicyWords, titlesOf, writePublished } from "../policy-words.ts";
import { getApprovedClippings } from "../public-policies.ts";
import { getItem, getLinks, getTargets } from "../service.ts";
import type { ApprovedClipping } from "../store-clippings.ts";
import { ImportanceMark } from "./importance-mark.tsx";
import { PolicyFacts } from "./policy-facts.tsx";
import { PolicyRelations } from "./policy-relations.tsx";
import { PolicySource } from "./policy-source.tsx";
import { TargetTable } from "./target-table.tsx";

/** One policy: what it is, what the desk says of it, what it sets out to reach, and what belongs to it. */
export const showPolicy: PageHandler = async ({ context, language, params, url }) => {
  const item = await getItem(context, null, params.id ?? "");
  const words = await gatherPolicyWords(context, language);
  const [clipping] = await getApprovedClippings(context, [item.id]);
  const targets = await getTargets(context, null, { item: item.id, states: ["confirmed"] });
  const related = await getLinks(context, null, item.id);
  const translations = (await findTranslations(context, null, { kind: "policy", id: item.id })).filter(
    ({ state }) => state === "approved",
  );
  const programme = await getProgramme(context);
  const { title } = titlesOf(item, language);
  const address = `${url.origin}${links.policy(language, item.id)}`;
  return {
    title: title.text,
    description: clipping ? localize(clipping.summary, language).text : message(language, "policy.description"),
    area: "policies",
    trail: [{ text: message(language, "policy.title"), href: links.policies(language) }],
    jsonLd: describePolicyAsJsonLd(item, words, url.origin, context.clock.today()),
    body: (
      <>
        <PageHeading
          kicker={
            item.kind === null
              ? message(language, "policy.kindUnknown")
              : choiceMessage(language, "policy.kind", item.kind)
          }
          title={title}
          meta={[
            { term: message(language, "policy.published"), value: writePublished(item, language) },
            {
              term: message(language, "policy.field.importance"),
              value: <ImportanceMark importance={item.importance ?? item.importanceProposed} language={language} />,
            },
          ]}
          links={[{ text: "JSON", href: links.api(`policies/${item.id}`, { lang: language }) }]}
        />
        <OtherTitles item={item} words={words} />
        {item.ended !== null && isEnded(item, context.clock.today()) && (
          <Notice tone="warning">
            <p>{message(language, "policy.endedNotice", { date: writeEdtf(item.ended, language) })}</p>
          </Notice>
        )}
        <PolicyFacts item={item} words={words} />
        {clipping && <Clipping clipping={clipping} words={words} />}
        {targets.length > 0 && (
          <Section
            id="targets"
            title={message(language, "policy.targets")}
            lead={message(language, "policy.targetsOf")}
            more={{ text: message(language, "policy.toTargets"), href: links.policyTargets(language) }}
          >
            <TargetTable id="policy-targets" targets={targets} words={words} titles={null} />
          </Section>
        )}
        <FullTranslations translations={translations} language={language} />
        <PolicyRelations item={item} related={related} words={words} />
        <PolicySource item={item} words={words} />
        <Section id="citation" title={message(language, "policy.citation")}>
          <p>
            {message(language, "policy.citationText", {
              title: title.text,
              number: item.documentNumber ?? message(language, "policy.noNumber"),
              published: writePublished(item, language),
              programme: localize(programme.name, language).text,
            })}{" "}
            <a href={links.policy(language, item.id)}>{address}</a>
          </p>
        </Section>
      </>
    ),
  };
};

/** The text is the ministry's to publish: in public only that members can read it in full, and in which language. */
function FullTranslations({
  translations,
  language,
}: {
  translations: readonly TranslationSummary[];
  language: Language;
}) {
  if (translations.length === 0) return null;
  return (
    <Section id="translations" title={message(language, "policy.translations")}>
      <ul>
        {translations.map(({ id, targetLanguage }) => (
          <li key={id}>
            {message(language, "policy.translationExists", {
              language: message(language, `bulletin.languageName.${targetLanguage}`),
            })}{" "}
            <a href={links.translation(language, id)}>{message(language, "policy.toTranslation")}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function OtherTitles({ item, words }: { item: PolicyItem; words: PolicyWords }) {
  const shown = titlesOf(item, words.language).title;
  const others = languages.flatMap((language) => {
    const text = item.title[language];
    return text === undefined || language === shown.language ? [] : [{ text, language }];
  });
  if (others.length === 0) return null;
  return (
    <ul class="policy-other-titles" aria-label={message(words.language, "policy.titles")}>
      {others.map((title) => (
        <li key={title.language}>
          <Words value={title} />
        </li>
      ))}
    </ul>
  );
}

function Clipping({ clipping, words }: { clipping: ApprovedClipping; words: PolicyWords }) {
  const { language } = words;
  return (
    <Section id="clipping" title={message(language, "policy.clipping")}>
      <div class="policy-clipping">
        <h3>{message(language, "policy.summary")}</h3>
        <p>
          <Words value={localize(clipping.summary, language)} />
        </p>
        <h3>{message(language, "policy.why")}</h3>
        <p>
          <Words value={localize(clipping.why, language)} />
        </p>
        {clipping.bulletin !== null && (
          <p class="quiet">
            <a href={links.bulletin(language, clipping.bulletin)}>
              {message(language, "policy.inBulletin", { month: writeEdtf(clipping.bulletin, language) })}
            </a>
          </p>
        )}
      </div>
    </Section>
  );
}
