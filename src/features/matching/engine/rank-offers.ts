import { type Tier, tiers, type Weights } from "../match.ts";
import type { WantedHelp } from "./model.ts";
import { kindBits, languageBits, type OfferIndex, scorePastWork, scoreTopics } from "./offer-index.ts";
import { countBits, scoreCapacity, scoreDifficulty, scoreLanguage, scoreTopicPart, unknown } from "./score.ts";

/** An offer beside a need. */
export interface Ranked {
  /** place in the index */
  at: number;
  tier: Tier;
  /** answers the need, or only comes near it */
  answers: boolean;
  /** weighted mean of the parts, 0 to 1 */
  score: number;
  /** topics and kinds of the need that it covers, as bits in the need's order */
  covers: number;
  /** how alike the texts are */
  likeness: number;
}

const answersBit = 1 << 3;

/**
 * The best offers for a need. First those that answer it: one of its topics, one of its kinds, and something left in its year; among them
 * in the programme's order (E, basic principles 6), and only within one step of that order by weight. Then those that come near: a
 * related topic, another kind, or nothing left.
 * `pool` also gets the best for every combination of topics and kinds covered: what combinations are made of.
 */
export function rankOffers(
  index: OfferIndex,
  need: WantedHelp,
  weights: Weights,
  limit: number,
): { best: Ranked[]; pool: Ranked[] } {
  const likeness = index.words.measure(need.text);
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0) || 1;
  const wantedKinds = kindBits(need.kinds);
  const kindScores = Float64Array.from({ length: 64 }, (_, kinds) =>
    wantedKinds === 0 ? unknown : countBits(kinds & wantedKinds) / countBits(wantedKinds),
  );
  const wantedLanguages = languageBits(need.languages);
  const left = index.leftIn(need.fiscalYear);
  const providers = describeProviders(index, need, weights);
  const best = new Best(limit);
  const pool = new Map<number, Best>();
  for (const { topics, from, to } of index.topicSets) {
    const { closeness, covers } = scoreTopics(need.topics, topics);
    if (closeness === 0 && need.topics.length > 0) continue;
    const evidence = scoreEvidence(need, topics) * weights.evidence;
    for (let at = from; at < to; at += 1) {
      const alike = likeness[at] ?? 0;
      if (closeness === 0 && alike < leastLikeness) continue;
      const kinds = index.kindsOf[at] ?? 0;
      const provider = index.providerOf[at] ?? 0;
      const rest = left[at] ?? -1;
      const answers =
        (covers !== 0 || need.topics.length === 0) && (wantedKinds === 0 || (kinds & wantedKinds) !== 0) && rest !== 0;
      const score =
        (scoreTopicPart(closeness, alike) * weights.topic +
          (kindScores[kinds] ?? 0) * weights.kind +
          scoreDifficulty(need.difficulty, index.difficultyOf[at] ?? 255) * weights.difficulty +
          scoreLanguage(wantedLanguages, index.languagesOf[at] ?? 0) * weights.language +
          scoreCapacity(rest) * weights.capacity +
          evidence +
          (providers.scores[provider] ?? 0)) /
        total;
      const step = (answers ? answersBit : 0) + tiers.length - 1 - (providers.tiers[provider] ?? 0);
      const key = step + Math.min(score, 0.999_999);
      best.offer(at, key);
      if (answers) {
        const covered = covers | ((kinds & wantedKinds) << topicBits);
        const ofCover = pool.get(covered);
        if (ofCover) ofCover.offer(at, key);
        else pool.set(covered, new Best(poolDepth).offer(at, key));
      }
    }
  }
  const describe = (at: number, key: number): Ranked => {
    const step = Math.floor(key);
    const { covers } = scoreTopics(need.topics, new Set(index.offers[at]?.topics));
    return {
      at,
      tier: tiers[tiers.length - 1 - (step & (answersBit - 1))] ?? "other",
      answers: (step & answersBit) !== 0,
      score: key - step,
      covers: covers | (((index.kindsOf[at] ?? 0) & wantedKinds) << topicBits),
      likeness: likeness[at] ?? 0,
    };
  };
  return { best: best.list(describe), pool: [...pool.values()].flatMap((some) => some.list(describe)) };
}

/** Kinds stand above the topics in `covers`; a need with more topics than this is matched by its first ones. */
export const topicBits = 16;
/** How many offers of the same coverage a combination may choose from. */
const poolDepth = 3;
/** From here two texts are taken to speak of the same, where no topic says so. */
const leastLikeness = 0.08;

/** All that a need wants, as bits. */
export function wantedBits(need: WantedHelp): number {
  return ((1 << Math.min(topicBits, need.topics.length)) - 1) | (kindBits(need.kinds) << topicBits);
}

function describeProviders(index: OfferIndex, need: WantedHelp, weights: Weights) {
  const ties = index.ties.findTies(need);
  const found = { tiers: new Uint8Array(index.providers.length), scores: new Float64Array(index.providers.length) };
  for (const [number, provider] of index.providers.entries()) {
    const tie = index.ties.tieOf(ties, provider);
    found.tiers[number] = tiers.indexOf(tie.tier);
    found.scores[number] =
      tie.distance * weights.distance + scorePastWork(index.pastWorkOf(need, provider)) * weights["past-work"];
  }
  return found;
}

/** Whether what the offer is about is what the evidence is about. */
export function scoreEvidence(
  need: Pick<WantedHelp, "evidence" | "evidenceCount" | "topics">,
  given: ReadonlySet<string>,
): number {
  if (need.evidenceCount === 0) return 0;
  return need.topics.some((topic) => given.has(topic) && need.evidence.has(topic)) ? 1 : unknown;
}

/** The few largest keys, in descending order; where two are equal the one that came first. */
class Best {
  readonly #limit: number;
  readonly #ats: number[] = [];
  readonly #keys: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(at: number, key: number): this {
    const keys = this.#keys;
    if (keys.length === this.#limit && key <= (keys[keys.length - 1] ?? 0)) return this;
    let place = keys.length < this.#limit ? keys.length : keys.length - 1;
    while (place > 0 && (keys[place - 1] ?? 0) < key) {
      keys[place] = keys[place - 1] ?? 0;
      this.#ats[place] = this.#ats[place - 1] ?? 0;
      place -= 1;
    }
    keys[place] = key;
    this.#ats[place] = at;
    return this;
  }

  list<Item>(describe: (at: number, key: number) => Item): Item[] {
    return this.#ats.map((at, place) => describe(at, this.#keys[place] ?? 0));
  }
}
