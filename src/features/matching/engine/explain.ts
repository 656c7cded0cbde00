import type { Reason } from "../match.ts";
import type { GivenHelp, WantedHelp } from "./model.ts";
import { difficultyIn, kindBits, languageBits, type OfferIndex, topicBits } from "./offer-index.ts";
import { type Ranked, scoreEvidence } from "./rank-offers.ts";
import { percentAlike, scoreCapacity, scoreDifficulty, scoreKind, scoreLanguage, scoreTopicPart } from "./score.ts";

/**
 * Why an offer stands where it stands: each part with its score and with what that rests on. The scores are those of `rankOffers`; their
 * weighted mean is the proposal's.
 */
export function explainOffer(index: OfferIndex, need: WantedHelp, ranked: Pick<Ranked, "at" | "likeness">): Reason[] {
  const offer = index.offers[ranked.at];
  if (!offer) throw new Error(`no offer at ${ranked.at}`);
  return [
    explainTopic(index, need, offer, ranked.likeness),
    explainKind(need, offer),
    {
      part: "difficulty",
      score: scoreDifficulty(need.difficulty, difficultyIn(index.attributesOf[ranked.at] ?? 0)),
      values: { wanted: need.difficulty ?? "", given: offer.difficulty ?? "" },
    },
    explainCapacity(need, offer),
    {
      part: "language",
      score: scoreLanguage(languageBits(need.languages), languageBits(offer.languages)),
      values: {
        shared: need.languages.filter((language) => offer.languages.includes(language)),
        wanted: need.languages,
        given: offer.languages,
      },
    },
    explainDistance(index, need, offer),
    explainPastWork(index, need, offer),
    {
      part: "evidence",
      score: scoreEvidence(need, new Set(offer.topics)),
      values: {
        count: need.evidenceCount,
        topics: need.topics.filter((topic) => offer.topics.includes(topic) && need.evidence.has(topic)),
      },
    },
  ];
}

function explainTopic(index: OfferIndex, need: WantedHelp, offer: GivenHelp, likeness: number): Reason {
  const { closeness, identical, elsewhere, related, subjects } = index.topicScheme.measure(
    need.topics,
    new Set(offer.topics),
  );
  return {
    part: "topic",
    score: scoreTopicPart(closeness, likeness),
    values: {
      identical,
      elsewhere,
      related,
      subjects,
      wanted: Math.min(topicBits, need.topics.length),
      likeness: percentAlike(likeness),
    },
  };
}

function explainKind(need: WantedHelp, offer: GivenHelp): Reason {
  return {
    part: "kind",
    score: scoreKind(kindBits(need.kinds), kindBits(offer.kinds)),
    values: {
      covered: need.kinds.filter((kind) => offer.kinds.includes(kind)),
      missing: need.kinds.filter((kind) => !offer.kinds.includes(kind)),
      given: offer.kinds,
    },
  };
}

function explainCapacity(need: WantedHelp, offer: GivenHelp): Reason {
  const left = offer.left.get(need.fiscalYear);
  return {
    part: "capacity",
    score: scoreCapacity(left ?? -1),
    values: {
      year: need.fiscalYear,
      ...(need.isYearAssumed === true ? { assumed: 1 } : {}),
      ...(left === undefined ? {} : { left }),
    },
  };
}

function explainDistance(index: OfferIndex, need: WantedHelp, offer: GivenHelp): Reason {
  const { how, distance } = index.tieOf(need, offer.organisation);
  return { part: "distance", score: distance, values: { how } };
}

function explainPastWork(index: OfferIndex, need: WantedHelp, offer: GivenHelp): Reason {
  const works = index.pastWorkOf(need, offer.organisation);
  const [most] = works;
  return {
    part: "past-work",
    score: index.scorePastWorkOf(need, offer.organisation),
    values: most
      ? {
          provider: most.provider,
          topic: most.topic,
          activities: most.activities,
          projects: most.projects,
          ...(most.since === null ? {} : { since: most.since }),
        }
      : { provider: index.ties.governmentOf(offer.organisation) },
  };
}
