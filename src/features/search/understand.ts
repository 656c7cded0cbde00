import type { Language } from "../../core/language.ts";
import { languages } from "../../core/language.ts";
import { choiceMessage } from "../../messages/message.ts";
import { policyKinds } from "../policies/policy.ts";
import type { FacetName } from "./catalogue.ts";
import { subjectKinds } from "./contribution.ts";
import type { Term } from "./find.ts";
import { foldForSearch } from "./fold.ts";
import { isFiltering, type SubjectFilter } from "./narrow.ts";
import { makeNeedle, type Needle } from "./needle.ts";
import { findUnknownField, type ParsedQuery, parseQuery, type QueryPart } from "./parse-query.ts";
import { readDateField } from "./read-date-field.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Why a part of a query was left out. */
export type QueryProblem =
  | { reason: "date" | "city" | "kind" | "topic" | "number"; word: string }
  | { reason: "too-long"; word: string }
  /** searched for as it stands */
  | { reason: "field"; word: string };

/** What a query means. */
export interface Understood {
  terms: Term[];
  without: Term[];
  filter: SubjectFilter;
  /** names that the glossary added, by what was typed */
  expansions: { text: string; added: string[] }[];
  /** organisations and terms that are called so: they come first */
  named: string[];
  problems: QueryProblem[];
  /** nothing was asked for */
  isEmpty: boolean;
  /** something else than words narrows it */
  isFiltered: boolean;
}

export interface Asked {
  query: string;
  /** added names that the reader took away */
  plain: readonly string[];
  facets: Partial<Record<FacetName, string>>;
}

export function understandQuery({ query, plain, facets }: Asked, vocabulary: Vocabulary): Understood {
  const parsed = parseQuery(query);
  const filter = { kinds: [], languages: [], regions: [], topics: [], bodies: [], numbers: [] };
  const understood: Understood = {
    ...{ terms: [], without: [], filter, expansions: [], named: [], problems: [] },
    ...{ isEmpty: false, isFiltered: false },
  };
  if (parsed.dropped !== null) understood.problems.push({ reason: "too-long", word: parsed.dropped });
  for (const part of joinNames(parsed, vocabulary)) {
    if (part.is === "field") readField(part, vocabulary, understood);
    else readWords(part, vocabulary, plain, understood);
  }
  narrowByFacets(facets, understood.filter);
  understood.isFiltered = isFiltering(understood.filter);
  understood.isEmpty = query.trim() === "" && Object.keys(facets).length === 0;
  return understood;
}

/** “Ministry of Environmental Protection”, typed without quotes, is one name and not four words. */
function joinNames({ parts }: ParsedQuery, vocabulary: Vocabulary): QueryPart[] {
  const joined: QueryPart[] = [];
  for (let at = 0; at < parts.length; ) {
    const rest = parts.slice(at);
    const end = rest.findIndex((part) => part.is !== "words" || part.quoted || part.negative);
    const words = rest
      .slice(0, end === -1 ? rest.length : end)
      .flatMap((part) => (part.is === "words" ? [part.text] : []));
    const length = words.length === 0 ? 1 : vocabulary.longestName(words);
    const first = parts[at];
    if (length > 1)
      joined.push({ is: "words", text: words.slice(0, length).join(" "), quoted: false, negative: false });
    else if (first) joined.push(first);
    at += length;
  }
  return joined;
}

function readWords(
  part: Extract<QueryPart, { is: "words" }>,
  vocabulary: Vocabulary,
  plain: readonly string[],
  understood: Understood,
): void {
  const unknown = findUnknownField(part);
  if (unknown !== null) understood.problems.push({ reason: "field", word: unknown });
  const needle = makeNeedle(part.text, { whole: part.quoted });
  if (!needle) return;
  if (part.negative) {
    understood.without.push({ needles: [needle] });
    return;
  }
  understood.named.push(...vocabulary.named(part.text));
  // Quotes ask for these very words.
  const added = part.quoted ? [] : vocabulary.synonyms(part.text).filter((name) => !plain.includes(name));
  const needles = added.flatMap((name) => makeNeedle(name, { whole: true }) ?? []);
  understood.terms.push({ needles: [needle, ...needles.filter((other) => isOther(other, needle))] });
  if (added.length > 0) understood.expansions.push({ text: part.text, added });
}

function isOther(other: Needle, needle: Needle): boolean {
  return other.pattern !== needle.pattern;
}

function readField(
  { field, name, value }: Extract<QueryPart, { is: "field" }>,
  vocabulary: Vocabulary,
  { filter, problems }: Understood,
): void {
  const complain = () => problems.push({ reason: field, word: `${name}:${value}` });
  if (field === "date") {
    const dates = readDateField(value);
    if (!dates) complain();
    else Object.assign(filter, dates);
    return;
  }
  if (field === "number") {
    const folded = foldForSearch(value).replaceAll(" ", "");
    if (folded === "") complain();
    else filter.numbers = [...filter.numbers, folded];
    return;
  }
  if (field === "kind") {
    const kinds = findKinds(value);
    if (kinds.length === 0) complain();
    else filter.kinds = [...filter.kinds, kinds];
    return;
  }
  const ids = field === "city" ? vocabulary.region(value) : vocabulary.topic(value);
  if (ids.length === 0) complain();
  else if (field === "city") filter.regions = [...filter.regions, ids];
  else filter.topics = [...filter.topics, ids];
}

type Kind = SubjectFilter["kinds"][number][number];

/** By its id or its name in any language: policy, 政策情報, 标准. */
function findKinds(value: string): Kind[] {
  const wanted = foldForSearch(value);
  const isNamed = (id: string, key: "search.kind" | "search.policyKind") =>
    foldForSearch(id) === wanted ||
    languages.some((language) => foldForSearch(choiceMessage(language, key, id)) === wanted);
  return [
    ...subjectKinds.filter((kind) => isNamed(kind, "search.kind")),
    ...policyKinds.filter((kind) => isNamed(kind, "search.policyKind")).map((kind): Kind => `policy:${kind}`),
  ];
}

function narrowByFacets(facets: Asked["facets"], filter: SubjectFilter): void {
  const { kind, language, region, topic, year, body } = facets;
  const known = subjectKinds.find((one) => one === kind);
  if (known) filter.kinds = [...filter.kinds, [known]];
  const stands = languages.find((one): one is Language => one === language);
  if (stands) filter.languages = [stands];
  if (region) filter.regions = [...filter.regions, [region]];
  if (topic) filter.topics = [...filter.topics, [topic]];
  if (body) filter.bodies = [...filter.bodies, [body]];
  if (year && /^(?!0000)\d{4}$/.test(year)) {
    filter.from = laterOf(filter.from, `${year}-01-01`);
    filter.to = earlierOf(filter.to, `${year}-12-31`);
  }
}

function laterOf(day: string | undefined, other: string): string {
  return day === undefined || day < other ? other : day;
}

function earlierOf(day: string | undefined, other: string): string {
  return day === undefined || day > other ? other : day;
}
