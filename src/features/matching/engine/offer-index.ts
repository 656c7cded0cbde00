import { difficulties, type HelpKind, helpKinds } from "../../needs/need.ts";
import type { GivenHelp, PastWork, Surroundings, WantedHelp } from "./model.ts";
import { type Tie, Ties } from "./ties.ts";
import { fitsSubjects, relatedCloseness, TopicScheme } from "./topic-scheme.ts";
import { WordIndex } from "./word-index.ts";

/**
 * Offers as ranking reads them: numbers in typed arrays, offers of the same topics one after the other. What depends on the topics, the
 * kinds or the provider alone is worked out once for each need and each distinct value, not for each pair.
 */
export class OfferIndex {
  /** in the order of the arrays below */
  readonly offers: readonly GivenHelp[];
  readonly ties: Ties;
  readonly topicScheme: TopicScheme;
  readonly words: WordIndex;
  /** distinct sets of topics, each with the run of offers that have it */
  readonly topicSets: readonly { topics: ReadonlySet<string>; from: number; to: number }[];
  /** distinct organisations */
  readonly providers: readonly string[];
  readonly providerOf: Uint32Array;
  /** kinds (bits by the order of `helpKinds`), difficulty (its place, `unsaid` where not said) and languages (bits) in one number */
  readonly attributesOf: Uint16Array;
  /** topics as numbers, of each set */
  readonly topicNumbers: ReadonlyMap<string, number>;
  readonly #setTopics: readonly Uint16Array[];
  readonly #setSubjects: readonly number[];
  /** by government and topic */
  readonly #pastWork = new Map<string, Map<string, PastWork>>();
  readonly #left = new Map<number, Int32Array>();

  constructor(offers: readonly GivenHelp[], surroundings: Surroundings) {
    this.topicScheme = new TopicScheme(surroundings.topics);
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
    this.attributesOf = Uint16Array.from(this.offers, attributesOf);
    const numbers = new Map<string, number>();
    for (const { topics } of topicSets)
      for (const topic of topics) if (!numbers.has(topic)) numbers.set(topic, numbers.size);
    this.topicNumbers = numbers;
    this.#setTopics = topicSets.map(({ topics }) => Uint16Array.from(topics, (topic) => numbers.get(topic) ?? 0));
    this.#setSubjects = topicSets.map(({ topics }) => this.topicScheme.subjectBits(topics));
    this.ties = new Ties(surroundings);
    this.words = new WordIndex(this.offers.map(({ text }) => text));
    for (const work of surroundings.pastWork)
      this.#pastWork.set(
        work.provider,
        (this.#pastWork.get(work.provider) ?? new Map<string, PastWork>()).set(work.topic, work),
      );
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
    const works = this.#pastWork.get(this.ties.governmentOf(provider));
    if (!works) return [];
    return need.topics.flatMap((topic) => works.get(topic) ?? []).sort((one, other) => worthOf(other) - worthOf(one));
  }

  scorePastWorkOf(need: WantedHelp, provider: string): number {
    const works = this.#pastWork.get(this.ties.governmentOf(provider));
    let worth = 0;
    if (works) for (const topic of need.topics) worth = Math.max(worth, worthOf(works.get(topic)));
    return scoreWorth(worth);
  }

  /** How well each set of topics meets those wanted, and which of them it covers, as bits in the need's order. */
  scoreTopicSets(wanted: readonly string[]): { closeness: Float64Array; covers: Uint32Array } {
    const closeness = new Float64Array(this.topicSets.length);
    const covers = new Uint32Array(this.topicSets.length);
    const first = wanted.slice(0, topicBits);
    const nearness = first.map((topic) => {
      const near = new Float64Array(this.topicNumbers.size);
      for (const relative of this.topicScheme.findRelated(topic))
        near[this.topicNumbers.get(relative) ?? near.length] = relatedCloseness;
      near[this.topicNumbers.get(topic) ?? near.length] = 1;
      return near;
    });
    const areMethods = first.map((topic) => this.topicScheme.isMethod(topic));
    const named = this.topicScheme.subjectBits(wanted);
    for (const [set, topics] of this.#setTopics.entries()) {
      let [sum, bits] = [0, 0];
      const fits = fitsSubjects(named, this.#setSubjects[set] ?? 0);
      for (let at = 0; at < nearness.length; at += 1) {
        let best = 0;
        for (const topic of topics) best = Math.max(best, nearness[at]?.[topic] ?? 0);
        // What is done for other subjects is near and no more, as in `TopicScheme.measure`.
        const isElsewhere = best === 1 && areMethods[at] === true && !fits;
        sum += isElsewhere ? relatedCloseness : best;
        if (best === 1 && !isElsewhere) bits |= 1 << at;
      }
      closeness[set] = nearness.length === 0 ? 0 : sum / nearness.length;
      covers[set] = bits;
    }
    return { closeness, covers };
  }
}

/** A project counts twice. */
function worthOf(work: PastWork | undefined): number {
  return work ? work.activities + 2 * work.projects : 0;
}

/** 0 to 1: one piece of work is worth a third, seven or more all of it. */
function scoreWorth(worth: number): number {
  return Math.min(1, Math.log2(1 + worth) / 3);
}

/** Kinds stand above the topics in the bits of what is covered; a need with more topics than this is matched by its first ones. */
export const topicBits = 16;

export function kindBits(kinds: readonly HelpKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << helpKinds.indexOf(kind)), 0);
}

export function languageBits(languages: readonly string[]): number {
  return (languages.includes("ja") ? 1 : 0) | (languages.includes("zh") ? 2 : 0) | (languages.includes("en") ? 4 : 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A difficulty that was not said, beside the places in `difficulties`. */
export const unsaid = 3;

export function attributesOf({
  kinds,
  difficulty,
  languages,
}: Pick<GivenHelp, "kinds" | "difficulty" | "languages">): number {
  const place = difficulty === null ? unsaid : difficulties.indexOf(difficulty);
  return kindBits(kinds) | (place << 6) | (languageBits(languages) << 8);
}

/** How many different numbers `attributesOf` gives. */
export const attributeValues = 1 << 11;

export function kindsIn(attributes: number): number {
  return attributes & 63;
}

export function difficultyIn(attributes: number): number {
  return (attributes >> 6) & 3;
}

export function languagesIn(attributes: number): number {
  return attributes >> 8;
}
