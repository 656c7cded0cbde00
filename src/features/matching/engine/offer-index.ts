import { difficulties, type HelpKind, helpKinds } from "../../needs/need.ts";
import type { GivenHelp, PastWork, Surroundings, WantedHelp } from "./model.ts";
import { type Tie, Ties } from "./ties.ts";
import { findRelatedTopics, relatedCloseness } from "./topic-closeness.ts";
import { WordIndex } from "./word-index.ts";

/**
 * Offers as ranking reads them: numbers in typed arrays, offers of the same topics one after the other. What depends on the topics, the
 * kinds or the provider alone is worked out once for each need and each distinct value, not for each pair.
 */
export class OfferIndex {
  /** in the order of the arrays below */
  readonly offers: readonly GivenHelp[];
  readonly ties: Ties;
  readonly words: WordIndex;
  /** distinct sets of topics, each with the run of offers that have it */
  readonly topicSets: readonly { topics: ReadonlySet<string>; from: number; to: number }[];
  /** distinct organisations */
  readonly providers: readonly string[];
  readonly providerOf: Uint32Array;
  /** bits by the order of `helpKinds` */
  readonly kindsOf: Uint8Array;
  /** place in `difficulties`, 255 where not said */
  readonly difficultyOf: Uint8Array;
  /** bits ja, zh, en; 0 where not said */
  readonly languagesOf: Uint8Array;
  readonly #pastWork: ReadonlyMap<string, PastWork>;
  readonly #left = new Map<number, Int32Array>();

  constructor(offers: readonly GivenHelp[], surroundings: Surroundings) {
    const keyed = offers.map((offer) => ({ offer, key: [...offer.topics].sort().join(";") }));
    keyed.sort((one, other) => compare(one.key, other.key) || compare(one.offer.id, other.offer.id));
    this.offers = keyed.map(({ offer }) => offer);
    const topicSets: { topics: Set<string>; from: number; to: number }[] = [];
    for (const [at, { offer, key }] of keyed.entries()) {
      if (at === 0 || keyed[at - 1]?.key !== key) topicSets.push({ topics: new Set(offer.topics), from: at, to: at });
      const last = topicSets.at(-1);
      if (last) last.to = at + 1;
    }
    this.topicSets = topicSets;
    this.providers = [...new Set(this.offers.map(({ organisation }) => organisation))];
    const numberOf = new Map(this.providers.map((provider, number) => [provider, number]));
    this.providerOf = Uint32Array.from(this.offers, ({ organisation }) => numberOf.get(organisation) ?? 0);
    this.kindsOf = Uint8Array.from(this.offers, ({ kinds }) => kindBits(kinds));
    this.difficultyOf = Uint8Array.from(this.offers, ({ difficulty }) =>
      difficulty === null ? 255 : difficulties.indexOf(difficulty),
    );
    this.languagesOf = Uint8Array.from(this.offers, ({ languages }) => languageBits(languages));
    this.ties = new Ties(surroundings);
    this.words = new WordIndex(this.offers.map(({ text }) => text));
    this.#pastWork = new Map(surroundings.pastWork.map((work) => [`${work.provider}\n${work.topic}`, work]));
  }

  /** What is left of each offer in a fiscal year; −1 where nothing was said. */
  leftIn(year: number): Int32Array {
    const known = this.#left.get(year);
    if (known) return known;
    const left = Int32Array.from(this.offers, (offer) => offer.left.get(year) ?? -1);
    this.#left.set(year, left);
    return left;
  }

  tieOf(need: WantedHelp, provider: string): Tie {
    return this.ties.tieOf(this.ties.findTies(need), provider);
  }

  /** What the provider has done on the need's topics, the most of it first. */
  pastWorkOf(need: WantedHelp, provider: string): PastWork[] {
    const government = this.ties.governmentOf(provider);
    return need.topics
      .flatMap((topic) => this.#pastWork.get(`${government}\n${topic}`) ?? [])
      .sort((one, other) => countOf(other) - countOf(one));
  }
}

function countOf({ activities, projects }: PastWork): number {
  return activities + projects;
}

/** 0 to 1: one piece of work is worth a third, seven or more all of it; a project counts twice. */
export function scorePastWork(works: readonly PastWork[]): number {
  const worth = works.reduce((most, { activities, projects }) => Math.max(most, activities + 2 * projects), 0);
  return Math.min(1, Math.log2(1 + worth) / 3);
}

/** How well the topics of one set meet those wanted, and which of them it names itself (bits in the order of the need's topics). */
export function scoreTopics(
  wanted: readonly string[],
  given: ReadonlySet<string>,
): { closeness: number; covers: number } {
  if (wanted.length === 0) return { closeness: 0, covers: 0 };
  let [closeness, covers] = [0, 0];
  for (const [at, topic] of wanted.entries()) {
    if (given.has(topic)) {
      closeness += 1;
      covers |= 1 << at;
      continue;
    }
    for (const relative of findRelatedTopics(topic))
      if (given.has(relative)) {
        closeness += relatedCloseness;
        break;
      }
  }
  return { closeness: closeness / wanted.length, covers };
}

export function kindBits(kinds: readonly HelpKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << helpKinds.indexOf(kind)), 0);
}

export function languageBits(languages: readonly string[]): number {
  return (languages.includes("ja") ? 1 : 0) | (languages.includes("zh") ? 2 : 0) | (languages.includes("en") ? 4 : 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
