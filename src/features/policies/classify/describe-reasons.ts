import type { Language } from "../../../core/language.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import type { TagReason } from "../item.ts";

/** Names of what reasons hold by id; an unknown id may come back as it is. */
export interface ReasonNames {
  body(id: string): string;
  region(id: string): string;
  topic(id: string): string;
}

/** Why a topic or region was given, a sentence each: 「臭氧」が表題に1回、本文に7回あります. */
export function describeTagReasons(reasons: readonly TagReason[], language: Language, names: ReasonNames): string[] {
  const groups = Map.groupBy(reasons, ({ rule, term }) => (isAboutWords(rule) ? `word ${term}` : `${rule} ${term}`));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [isAboutWords(first.rule) ? describeWord(group, language) : describeGround(first, language, names)];
  });
}

/** Why an importance was proposed, with the points of each line; a rule that ends the matter has none. */
export function describeImportanceReasons(
  reasons: readonly TagReason[],
  language: Language,
  names: ReasonNames,
): { text: string; points: string | null }[] {
  return reasons.flatMap(({ rule, term, where, times }) => {
    const isAssumed = rule.startsWith("issuer-") && where === "source";
    const key = findMessageKey(`classify.importance.${isAssumed ? "issuer-assumed" : rule}`);
    if (key === null) return [];
    const name = rule.startsWith("issuer-") || rule === "repost" ? names.body(term) : nameOf(rule, term, names);
    const isOutright = rule === "repost" || rule === "not-air";
    return [
      {
        text: message(language, key, { term: name }),
        points: isOutright ? null : message(language, "classify.points", { points: times }),
      },
    ];
  });
}

/** Why an item is of its kind; null where a person or the page itself said so. `evidence` is “named-law: 条例”. */
export function describeKindReason(evidence: string | undefined, language: Language): string | null {
  const [rule = "", ...term] = (evidence ?? "").split(": ");
  const key = findMessageKey(`classify.kindRule.${rule}`);
  return rule === "" || key === null ? null : message(language, key, { term: term.join(": ") });
}

/** Why a link was proposed. */
export function describeLinkReasons(reasons: readonly TagReason[], language: Language): string[] {
  return reasons.flatMap(({ rule, term, times }) => {
    const key = findMessageKey(`classify.link.${rule}`);
    return key === null ? [] : [message(language, key, { term, times })];
  });
}

function isAboutWords(rule: string): boolean {
  return rule === "term" || rule === "heading" || rule === "name" || rule === "air";
}

function describeWord(group: readonly TagReason[], language: Language): string {
  const count = (where: TagReason["where"]) =>
    group.filter((reason) => reason.where === where).reduce((sum, { times }) => sum + times, 0);
  const values = { term: group[0]?.term ?? "", title: count("title"), text: count("text") };
  if (group.some(({ rule }) => rule === "heading"))
    return message(language, values.title > 0 ? "classify.heading.titleAndText" : "classify.heading.text", values);
  if (values.title > 0 && values.text > 0) return message(language, "classify.word.titleAndText", values);
  return message(language, values.title > 0 ? "classify.word.title" : "classify.word.text", values);
}

function describeGround({ rule, term }: TagReason, language: Language, names: ReasonNames): string {
  if (rule === "scope") return message(language, "classify.scope", { term });
  if (rule === "issuer") return message(language, "classify.issuer", { term });
  if (rule === "number") return message(language, "classify.number", { term });
  if (rule === "kind" && term === "") return message(language, "classify.ofKindSet");
  if (rule === "kind") return message(language, "classify.ofKind", { term });
  if (rule === "source") return message(language, "classify.source", { term: names.body(term) });
  return message(language, "classify.nearAir", { term });
}

function nameOf(rule: string, term: string, names: ReasonNames): string {
  return rule === "open-need" ? names.topic(term) : names.region(term);
}
