import { levelOfLocalBody } from "../compose-body-name.ts";
import type { Tag, TagReason } from "../item.ts";
import type { Body, BodyLevel, PolicyKnowledge } from "../knowledge.ts";
import type { Importance, PolicyKind } from "../policy.ts";
import type { ClassifySubject } from "./classification.ts";
import { type ImportanceRule, importanceOfPoints, importanceRules } from "./importance-rules.ts";

export interface ImportanceSubject extends Pick<ClassifySubject, "title" | "documentNumber" | "bodyNames" | "source"> {
  kind: PolicyKind | null;
  bodies: readonly Body[];
  /** nothing says who issued it: `bodies` is whose site it stands on */
  isAssumed: boolean;
  topics: readonly Tag[];
  regions: readonly Tag[];
  isAboutAir: boolean;
}

/** By the table of rules; a rule that ends the matter stands alone as its reason. */
export function judgeImportance(
  subject: ImportanceSubject,
  knowledge: PolicyKnowledge,
): { importance: Importance; reasons: TagReason[] } {
  const reasons: TagReason[] = [];
  for (const rule of importanceRules) {
    const term = findGrounds(rule, subject, knowledge);
    if (term === null) continue;
    const where = placeOf(rule, subject);
    if ("result" in rule) return { importance: rule.result, reasons: [{ rule: rule.rule, term, where, times: 1 }] };
    reasons.push({ rule: rule.rule, term, where, times: rule.points });
  }
  const points = reasons.reduce((sum, { times }) => sum + times, 0);
  return { importance: importanceOfPoints(points), reasons };
}

/** What makes the rule hold, in a word; null where it does not. */
function findGrounds(rule: ImportanceRule, subject: ImportanceSubject, knowledge: PolicyKnowledge): string | null {
  if ("issuers" in rule) return highestIssuer(subject, rule.issuers, knowledge);
  if ("kinds" in rule) return subject.kind !== null && rule.kinds.includes(subject.kind) ? subject.kind : null;
  switch (rule.rule) {
    case "not-air":
      return subject.isAboutAir ? null : subject.title;
    case "repost":
      return findRepost(subject);
    case "partner-region":
      return subject.regions.find(({ id }) => isPartner(id, knowledge))?.id ?? null;
    case "key-region":
      return (
        subject.regions.find(({ id }) =>
          knowledge.regions.some((region) => region.id === id && region.level === "key-region"),
        )?.id ?? null
      );
    case "open-need":
      return findNeed(subject, knowledge);
    default:
      return null;
  }
}

/** Only the highest of several issuers counts; a local body that the list does not have ranks by its name, and is named as printed. */
function highestIssuer(
  { bodies, bodyNames }: ImportanceSubject,
  levels: readonly BodyLevel[],
  { regions }: PolicyKnowledge,
): string | null {
  const known = bodies.map((body) => ({ term: body.id, level: rankedLevel(body) }));
  const named = bodyNames.flatMap((term) => {
    const level = levelOfLocalBody(term, regions);
    return level === null ? [] : [{ term, level }];
  });
  const highest = [...known, ...named].toSorted((a, b) => issuerRank(a.level) - issuerRank(b.level))[0];
  return highest && levels.includes(highest.level) ? highest.term : null;
}

function issuerRank(level: BodyLevel): number {
  return ["party", "congress", "state-council", "ministry", "court", "province", "city", "other"].indexOf(level);
}

/** A province's congress or party committee ranks with its government; what a key region's group decides binds provinces. */
function rankedLevel({ level, region }: Body): BodyLevel {
  return region !== null && level !== "city" ? "province" : level;
}

function isPartner(id: string, { partnerRegions }: PolicyKnowledge): boolean {
  return partnerRegions.has(id);
}

/** What a region's site carries of the state's or another region's, without a number of its own; or what says so itself. */
function findRepost({ title, bodies, source }: ImportanceSubject): string | null {
  if (/^[[（(【]?转载/.test(title)) return title.slice(0, 4);
  const first = bodies[0];
  if (!source?.region || !first || first.id === source.body) return null;
  return bodies.some(({ region }) => region === source.region) || first.region !== null ? null : first.id;
}

/** A need of a partner's own region, or of anyone in particular no region, for the programme's topic of a tag. */
function findNeed(
  { topics, regions }: ImportanceSubject,
  { needTopics, topics: rules }: PolicyKnowledge,
): string | null {
  const here = new Set(regions.map(({ id }) => id));
  const wanted = new Set(
    needTopics.filter(({ region }) => region === null || here.size === 0 || here.has(region)).map(({ topic }) => topic),
  );
  const programmeTopic = new Map(rules.map(({ id, topic }) => [id, topic]));
  return topics.find(({ id }) => wanted.has(programmeTopic.get(id) ?? ""))?.id ?? null;
}

function placeOf(rule: ImportanceRule, { isAssumed }: ImportanceSubject): TagReason["where"] {
  if ("issuers" in rule) return isAssumed ? "source" : "body";
  return rule.rule === "repost" ? "source" : "title";
}
