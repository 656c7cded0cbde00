import { generateAtomFeed } from "feedsmith";
import { type Language, languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import type { RawHandler } from "../../web/page.ts";
import { getProgramme } from "../programme/service.ts";
import { gatherPolicyWords, nameBodies, nameTopics, titlesOf, writePublished } from "./policy-words.ts";
import { choosePolicies, getApprovedClippings, getPolicies, getPublicPolicies } from "./public-policies.ts";
import { readPolicyQuery } from "./read-policy-query.ts";

const mostEntries = 50;

/** The newest public policies as RFC 4287, narrowed as the list is. */
export const sendPoliciesAtom: RawHandler = async ({ context, language, url }) => {
  const programme = await getProgramme(context);
  const words = await gatherPolicyWords(context, language);
  const { filter, chosen } = await readPolicyQuery(context, url, words);
  const outlines = choosePolicies(await getPublicPolicies(context), filter).slice(0, mostEntries);
  const ids = outlines.map(({ id }) => id);
  const items = await getPolicies(context, ids);
  const clippings = new Map((await getApprovedClippings(context, ids)).map((clipping) => [clipping.item, clipping]));
  // RFC 4151: stays the same when the site moves to another address.
  const name = (record: string) => `tag:renkei,${programme.firstFiscalYear}:${programme.id}/${record}/${language}`;
  const query = new URLSearchParams(chosen).toString();
  const content = generateAtomFeed({
    id: name(query === "" ? "policies" : `policies?${query}`),
    title: { value: await namePolicyFeed(context, language) },
    subtitle: { value: message(language, "policy.description") },
    updated: toInstant(outlines[0]?.day ?? programme.asOf),
    authors: [{ name: localize(programme.name, language).text }],
    links: [
      { href: `${url.origin}${links.policiesAtom(language, chosen)}`, rel: "self", type: "application/atom+xml" },
      { href: `${url.origin}${links.policies(language, chosen)}`, rel: "alternate", type: "text/html" },
    ],
    entries: items.map((item) => {
      const clipping = clippings.get(item.id);
      return {
        id: name(`policies/${item.id}`),
        title: {
          value: message(language, "feeds.entryTitle", {
            date: writePublished(item, language),
            title: titlesOf(item, language).title.text,
          }),
        },
        updated: toInstant(item.day),
        published: toInstant(item.day),
        authors: nameBodies(item, words).map(({ text }) => ({ name: text })),
        ...(clipping === undefined ? {} : { summary: { value: localize(clipping.summary, language).text } }),
        categories: nameTopics(item, words).map(({ id, text }) => ({ term: id, label: text })),
        links: [{ href: `${url.origin}${links.policy(language, item.id)}`, rel: "alternate", type: "text/html" }],
      };
    }),
    xml: { lang: languageTags[language] },
  });
  return { content, contentType: "application/atom+xml; charset=utf-8" };
};

export async function namePolicyFeed(context: Context, language: Language): Promise<string> {
  const programme = localize((await getProgramme(context)).shortName, language).text;
  return message(language, "policy.feedTitle", { programme });
}

function toInstant(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
