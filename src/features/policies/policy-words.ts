import { writeEdtf } from "../../core/edtf-format.ts";
import { type Language, languages } from "../../core/language.ts";
import { type Localized, type LocalizedText, localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { ListedActivity } from "../../web/components/activity-list.tsx";
import { exactDay } from "./exact-day.ts";
import type { PolicyItem } from "./item.ts";
import { type ItemSummary, idsInForce } from "./item-row.ts";
import { getKnowledge, type PolicyKnowledge } from "./knowledge.ts";
import { linkToPolicy } from "./link-to-policy.ts";
import { type Issued, listIssuers, nameInLanguages } from "./name-issuers.ts";

/** What pages put their words together with. */
export interface PolicyWords {
  language: Language;
  knowledge: PolicyKnowledge;
  region(id: string | null): string;
  body(id: string): string;
  topic(id: string): string;
}

export async function gatherPolicyWords(context: Context, language: Language): Promise<PolicyWords> {
  const knowledge = await getKnowledge(context);
  const regions = new Map(knowledge.regions.map(({ id, name }) => [id, localize(name, language).text]));
  const bodies = new Map(knowledge.bodies.map(({ id, name }) => [id, localize(name, language).text]));
  const topics = new Map(knowledge.topics.map(({ id, name }) => [id, localize(name, language).text]));
  return {
    language,
    knowledge,
    region: (id) => (id === null ? message(language, "policy.country") : (regions.get(id) ?? id)),
    // A local body that the list does not have stands by its printed name.
    body: (id) => bodies.get(id) ?? localize(nameInLanguages("zh", id, knowledge), language).text,
    topic: (id) => topics.get(id) ?? id,
  };
}

/** Names of who issued it. Where nothing says who, the body that it is taken to be of is marked as assumed. */
export function nameBodies(item: Issued, { language, knowledge }: PolicyWords): LocalizedText[] {
  return listMarkedIssuers(item, knowledge).map((name) => localize(name, language));
}

export function listMarkedIssuers(item: Issued, knowledge: PolicyKnowledge): Localized[] {
  const names = listIssuers(item, knowledge);
  return item.bodyNames.length > 0 ? names : names.map(markAssumed);
}

function markAssumed(name: Localized): Localized {
  const marked = languages.flatMap((language): [Language, string][] => {
    const text = name[language];
    return text === undefined ? [] : [[language, message(language, "policy.assumedBody", { name: text })]];
  });
  return Object.fromEntries(marked);
}

/** The title for a reader, and the original beside it where that is another. */
export function titlesOf(
  { title, language }: Pick<PolicyItem, "title" | "language">,
  reader: Language,
): { title: LocalizedText; original: LocalizedText | null } {
  const shown = localize(title, reader);
  const original = title[language] ?? "";
  return {
    title: shown,
    original: shown.language === language || original === "" ? null : { text: original, language },
  };
}

export function writePublished({ published, day }: Pick<PolicyItem, "published" | "day">, language: Language): string {
  return writeEdtf(published ?? day, language);
}

/** Versions are told apart by the day on which they were made: an old one may have been published on the web much later. */
export function dayOfVersion({ written, published, day }: Pick<PolicyItem, "written" | "published" | "day">): string {
  return written ?? published ?? day;
}

export function writeVersion(item: Pick<PolicyItem, "written" | "published" | "day">, language: Language): string {
  return writeEdtf(dayOfVersion(item), language);
}

/** One line of a list: date, title with its original, bodies and number. */
export function listPolicy(item: ItemSummary, words: PolicyWords): ListedActivity {
  const { language } = words;
  const { title, original } = titlesOf(item, language);
  return {
    id: item.id,
    date: writePublished(item, language),
    dateTime: exactDay(item.published),
    kind: item.kind === null ? undefined : choiceMessage(language, "policy.kind", item.kind),
    title,
    href: linkToPolicy(item, language),
    parties: [
      ...nameBodies(item, words),
      ...(item.documentNumber === null ? [] : [{ text: item.documentNumber, language: item.language }]),
    ],
    note: original ?? undefined,
  };
}

export function nameTopics({ topics }: Pick<PolicyItem, "topics">, words: PolicyWords): { id: string; text: string }[] {
  return idsInForce(topics).map((id) => ({ id, text: words.topic(id) }));
}
