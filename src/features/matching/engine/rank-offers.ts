import { type Tier, tiers, type Weights } from "../match.ts";
import type { WantedHelp } from "./model.ts";
import {
  attributeValues,
  difficultyIn,
  kindBits,
  kindsIn,
  languageBits,
  languagesIn,
  type OfferIndex,
  topicBits,
} from "./offer-index.ts";
import { scoreDifficulty, scoreKind, scoreLanguage, scoreTopicPart } from "./score.ts";

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
  const always = weights.topic + weights.distance + weights["past-work"];
  const wantedKinds = kindBits(need.kinds);
  const anyTopic = need.topics.length === 0;
  const attributeScores = scoreAttributes(need, weights);
  const left = index.leftIn(need.fiscalYear);
  const providers = describeProviders(index, need, weights);
  const sets = index.scoreTopicSets(need.topics);
  const { attributesOf, providerOf } = index;
  const best = new Best(limit);
  // by topics covered, then by kinds covered
  const pool = new Map<number, Best[]>();
  for (let set = 0; set < index.topicSets.length; set += 1) {
    const closeness = sets.closeness[set] ?? 0;
    const covers = sets.covers[set] ?? 0;
    const run = index.topicSets[set];
    if (!run || (closeness === 0 && !anyTopic)) continue;
    const ofCovers = pool.get(covers) ?? [];
    pool.set(covers, ofCovers);
    const evidence = scoreEvidence(need, run.topics);
    const ofSet = (evidence ?? 0) * weights.evidence;
    const knownOfSet = always + (evidence === null ? 0 : weights.evidence);
    for (let at = run.from; at < run.to; at += 1) {
      const alike = likeness[at] ?? 0;
      if (closeness === 0 && alike < leastLikeness) continue;
      const attributes = attributesOf[at] ?? 0;
      const provider = providerOf[at] ?? 0;
      const rest = left[at] ?? -1;
      const kinds = kindsIn(attributes) & wantedKinds;
      const answers = (covers !== 0 || anyTopic) && (wantedKinds === 0 || kinds !== 0) && rest !== 0;
      const step = (answers ? answersBit : 0) + tiers.length - 1 - (providers.tiers[provider] ?? 0);
      const ofKinds = answers ? ofCovers[kinds] : undefined;
      // No score lifts an offer into the next step.
      if (step + 1 <= best.least && (!answers || (ofKinds && step + 1 <= ofKinds.least))) continue;
      const known = knownOfSet + (attributeScores.known[attributes] ?? 0) + (rest < 0 ? 0 : weights.capacity);
      const score =
        (scoreTopicPart(closeness, alike) * weights.topic +
          (attributeScores.scores[attributes] ?? 0) +
          (rest > 0 ? weights.capacity : 0) +
          ofSet +
          (providers.scores[provider] ?? 0)) /
        (known || 1);
      const key = step + Math.min(score, 0.999_999);
      best.offer(at, key);
      if (!answers) continue;
      if (ofKinds) ofKinds.offer(at, key);
      else ofCovers[kinds] = new Best(poolDepth).offer(at, key);
    }
  }
  const describe =
    (covers: number) =>
    (at: number, key: number): Ranked => {
      const step = Math.floor(key);
      return {
        at,
        tier: tiers[tiers.length - 1 - (step & (answersBit - 1))] ?? "other",
        answers: (step & answersBit) !== 0,
        score: key - step,
        covers,
        likeness: likeness[at] ?? 0,
      };
    };
  const coversOf = (at: number) => {
    const set = index.topicSets.findIndex(({ from, to }) => from <= at && at < to);
    const topics = sets.covers[set] ?? 0;
    // Training in something else is not the training that is wanted.
    return topics === 0 && !anyTopic ? 0 : topics | ((kindsIn(attributesOf[at] ?? 0) & wantedKinds) << topicBits);
  };
  return {
    best: best.list((at, key) => describe(coversOf(at))(at, key)),
    pool: [...pool].flatMap(([covers, ofCovers]) =>
      ofCovers.flatMap((some, kinds) => some.list(describe(covers | (kinds << topicBits)))),
    ),
  };
}

/** What kinds, difficulty and languages add, for every value that they can have together, and the weight of what of them is known. */
function scoreAttributes(need: WantedHelp, weights: Weights): { scores: Float64Array; known: Float64Array } {
  const wantedKinds = kindBits(need.kinds);
  const wantedLanguages = languageBits(need.languages);
  const kindScores = Float64Array.from({ length: 64 }, (_, kinds) => scoreKind(wantedKinds, kinds) ?? 0);
  const found = { scores: new Float64Array(attributeValues), known: new Float64Array(attributeValues) };
  for (let attributes = 0; attributes < attributeValues; attributes += 1) {
    const difficulty = scoreDifficulty(need.difficulty, difficultyIn(attributes));
    const language = scoreLanguage(wantedLanguages, languagesIn(attributes));
    found.scores[attributes] =
      (kindScores[kindsIn(attributes)] ?? 0) * weights.kind +
      (difficulty ?? 0) * weights.difficulty +
      (language ?? 0) * weights.language;
    found.known[attributes] =
      (wantedKinds === 0 ? 0 : weights.kind) +
      (difficulty === null ? 0 : weights.difficulty) +
      (language === null ? 0 : weights.language);
  }
  return found;
}

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
      tie.distance * weights.distance + index.scorePastWorkOf(need, provider) * weights["past-work"];
  }
  return found;
}

/** Whether what the offer is about is what the evidence is about; evidence of another part of the need speaks half for it. */
export function scoreEvidence(
  need: Pick<WantedHelp, "evidence" | "evidenceCount" | "topics">,
  given: ReadonlySet<string>,
): number | null {
  if (need.evidenceCount === 0) return null;
  return need.topics.some((topic) => given.has(topic) && need.evidence.has(topic)) ? 1 : 0.5;
}

/** The few largest keys, in descending order; where two are equal the one that came first. */
class Best {
  readonly #limit: number;
  readonly #ats: number[] = [];
  readonly #keys: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** A key must be above this to get in. */
  get least(): number {
    return this.#keys.length < this.#limit ? -1 : (this.#keys[this.#limit - 1] ?? -1);
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
