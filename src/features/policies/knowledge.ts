import { type Localized, localizedFromJson, localizedFromRow } from "../../core/localized.ts";
import { type ReadTransaction, read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { isOpenNeed } from "../needs/need.ts";
import { listPublicNeeds } from "../needs/service.ts";
import { getPartnerships } from "../partnerships/service.ts";
import type { regionLevels } from "./policy.ts";

export interface Region {
  id: string;
  level: (typeof regionLevels)[number];
  /** GB/T 2260 */
  code: string | null;
  parent: string | null;
  members: string[];
  name: Localized;
  /** in Chinese */
  aliases: string[];
  organisation: string | null;
}

export type BodyLevel = "party" | "congress" | "state-council" | "ministry" | "province" | "city" | "court" | "other";

export interface Body {
  id: string;
  level: BodyLevel;
  name: Localized;
  /** in Chinese, former names too */
  aliases: string[];
  /** agency codes that begin its document numbers */
  codes: string[];
  region: string | null;
  /** EDTF */
  since: string | null;
  until: string | null;
  successor: string | null;
  organisation: string | null;
}

export interface TopicRule {
  id: string;
  name: Localized;
  /** topic of the programme that it belongs to */
  topic: string | null;
  terms: string[];
  termsExcluded: string[];
  /** the desk changed what the programme's list says */
  isChanged: boolean;
}

/** What classification knows of the world. */
export interface PolicyKnowledge {
  regions: Region[];
  bodies: Body[];
  topics: TopicRule[];
  /** ids of regions whose government is in a partnership */
  partnerRegions: Set<string>;
  /** open needs, as region of who wants it and topic of the programme */
  needTopics: { region: string | null; topic: string }[];
}

/** As of the records' revision; what the desk changes in the rules raises it. */
export function getKnowledge(context: Context): Promise<PolicyKnowledge> {
  return context.cache.get("policy-knowledge", async () => {
    const [{ regions, bodies, topics }, partnerships, needs] = await Promise.all([
      read(context.database, readReference),
      getPartnerships(context),
      listPublicNeeds(context),
    ]);
    const partners = new Set(partnerships.flatMap(({ home, partner }) => [home, partner]));
    const regionOf = new Map(regions.flatMap(({ id, organisation }) => (organisation ? [[organisation, id]] : [])));
    return {
      regions,
      bodies,
      topics,
      partnerRegions: new Set(
        regions.filter(({ organisation }) => organisation !== null && partners.has(organisation)).map(({ id }) => id),
      ),
      needTopics: needs
        .filter(isOpenNeed)
        .flatMap((need) => need.topics.map((topic) => ({ region: regionOf.get(need.organisation) ?? null, topic }))),
    };
  });
}

async function readReference(
  transaction: ReadTransaction,
): Promise<Pick<PolicyKnowledge, "regions" | "bodies" | "topics">> {
  const [regions, bodies, topics, changed] = await Promise.all([
    transaction.selectFrom("policy_regions").selectAll().orderBy("row_number").execute(),
    transaction.selectFrom("policy_bodies").selectAll().orderBy("row_number").execute(),
    transaction.selectFrom("policy_topics").selectAll().orderBy("row_number").execute(),
    transaction.selectFrom("desk_topics").selectAll().orderBy("id").execute(),
  ]);
  const changes = new Map(
    changed.map((row): [string, TopicRule] => [
      row.id,
      {
        id: row.id,
        name: localizedFromJson(row.name),
        topic: row.topic,
        terms: row.terms,
        termsExcluded: row.terms_excluded,
        isChanged: true,
      },
    ]),
  );
  const known = topics.map(
    (row): TopicRule =>
      changes.get(row.id) ?? {
        id: row.id,
        name: localizedFromRow(row, "name"),
        topic: row.topic,
        terms: row.terms,
        termsExcluded: row.terms_excluded,
        isChanged: false,
      },
  );
  const ids = new Set(known.map(({ id }) => id));
  return {
    regions: regions.map((row) => ({
      id: row.id,
      level: row.level,
      code: row.code,
      parent: row.parent,
      members: row.members,
      name: localizedFromRow(row, "name"),
      aliases: row.aliases,
      organisation: row.organisation,
    })),
    bodies: bodies.map((row) => ({
      id: row.id,
      level: row.level as BodyLevel,
      name: localizedFromRow(row, "name"),
      aliases: row.aliases,
      codes: row.codes,
      region: row.region,
      since: row.since,
      until: row.until,
      successor: row.successor,
      organisation: row.organisation,
    })),
    topics: [...known, ...[...changes.values()].filter(({ id }) => !ids.has(id))],
  };
}
