import { textOfBlocks } from "../blocks.ts";
import type { Tag } from "../item.ts";
import type { PolicyKnowledge } from "../knowledge.ts";
import type { Classification, ClassifySubject, Said } from "./classification.ts";
import { foldForMatching } from "./fold-for-matching.ts";
import { judgeAir } from "./judge-air.ts";
import { judgeImportance } from "./judge-importance.ts";
import { judgeKind } from "./judge-kind.ts";
import { type BodyFinder, buildBodyFinder, matchBodies } from "./match-bodies.ts";
import { buildRegionFinder, type RegionFinder, tagRegions } from "./tag-regions.ts";
import { buildTopicFinder, type TopicFinder, tagTopics } from "./tag-topics.ts";
import { addTopicsOfKind } from "./topics-of-kinds.ts";

const nothingSaid: Said = { kind: null, topics: [], regions: [] };

/** Everything that rules say of an item, with the reasons; importance follows from what people said as from what rules found. */
export function classifyItem(subject: ClassifySubject, knowledge: PolicyKnowledge): Classification {
  const finders = prepareFinders(knowledge);
  const text = textOfBlocks(subject.blocks);
  const folded = {
    title: foldForMatching(subject.title),
    text: foldForMatching(text),
    ownText: foldForMatching(text.replace(/《[^》\n]{1,80}》/g, "，")),
  };
  const { bodies, grounds } = matchBodies(subject, finders.bodies, finders.regions);
  const isAssumed = grounds === "site";
  const { said = nothingSaid } = subject;
  const kind = judgeKind(subject, bodies);
  const regions = mergeTags(said.regions, tagRegions(subject, folded, { bodies, isAssumed }, finders.regions));
  const air = judgeAir(folded);
  const found = tagTopics(folded, finders.topics);
  const ofKind = said.kind === null || said.kind === kind?.value ? kind : { value: said.kind, evidence: "" };
  const topics = mergeTags(said.topics, air.isAboutAir ? addTopicsOfKind(found, ofKind, knowledge.topics) : found);
  const importance = judgeImportance(
    {
      ...subject,
      kind: said.kind ?? kind?.value ?? null,
      ...{ bodies, isAssumed, isAboutAir: air.isAboutAir },
      topics: topics.filter(isGiven),
      regions: regions.filter(isGiven),
    },
    knowledge,
  );
  return {
    kind,
    bodies: bodies.map(({ id }) => id),
    topics,
    regions,
    importance: importance.importance,
    importanceReasons: importance.reasons,
    isAboutAir: air.isAboutAir,
    airReasons: air.reasons,
  };
}

/** A person's word on a tag stands before the rules'; the rules' reasons are kept with it. */
function mergeTags(said: readonly Tag[], proposed: readonly Tag[]): Tag[] {
  const words = new Map(said.map((tag) => [tag.id, tag]));
  const merged = proposed.map((tag) => {
    const word = words.get(tag.id);
    words.delete(tag.id);
    return word ? { ...word, reasons: tag.reasons } : tag;
  });
  return [...merged, ...words.values()];
}

function isGiven({ by }: Tag): boolean {
  return by !== "removed";
}

interface Finders {
  topics: TopicFinder;
  regions: RegionFinder;
  bodies: BodyFinder;
}

/** Thousands of words become automata once for each state of the knowledge. */
export function prepareFinders(knowledge: PolicyKnowledge): Finders {
  const present = prepared.get(knowledge);
  if (present) return present;
  const finders = {
    topics: buildTopicFinder(knowledge.topics),
    regions: buildRegionFinder(knowledge.regions),
    bodies: buildBodyFinder(knowledge.bodies),
  };
  prepared.set(knowledge, finders);
  return finders;
}

const prepared = new WeakMap<PolicyKnowledge, Finders>();
