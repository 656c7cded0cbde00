import { writeEdtf } from "../../core/edtf-format.ts";
import type { Language } from "../../core/language.ts";
import { type Localized, type LocalizedText, localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import type { ListedActivity } from "../../web/components/activity-list.tsx";
import { links } from "../../web/links.ts";
import { composeBodyName } from "./compose-body-name.ts";
import { exactDay } from "./exact-day.ts";
import type { PolicyItem } from "./item.ts";
import { type ItemSummary, idsInForce } from "./item-row.ts";
import { getKnowledge, type PolicyKnowledge } from "./knowledge.ts";

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
    body: (id) => bodies.get(id) ?? id,
    topic: (id) => topics.get(id) ?? id,
  };
}

/** Names of who issued it: as the list of bodies has them, else put together from region and kind of body, else as printed. */
export function nameBodies(
  item: Pick<PolicyItem, "bodies" | "bodyNames" | "language">,
  { language, knowledge, body }: PolicyWords,
): LocalizedText[] {
  if (item.bodies.length > 0) return item.bodies.map((id) => ({ text: body(id), language }));
  return item.bodyNames.map((name) => localize(nameInLanguages(item.language, name, knowledge), language));
}

/** A printed name, in as many languages as it is understood. */
export function nameInLanguages(
  language: Language,
  name: string,
  { regions }: Pick<PolicyKnowledge, "regions">,
): Localized {
  return (language === "zh" ? composeBodyName(name, regions) : null) ?? { [language]: name };
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
    href: links.policy(language, item.id),
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
