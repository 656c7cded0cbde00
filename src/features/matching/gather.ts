import { sql } from "kysely";
import { type Localized, localizedFromRow } from "../../core/localized.ts";
import type { ReadTransaction } from "../../db/transaction.ts";
import type { EvidenceKind, Need } from "../needs/need.ts";
import type { Offer } from "../needs/offer.ts";
import { readEvidence } from "../needs/service.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { governmentTiers } from "../organisations/organisation.ts";
import { readTopicsOfItems, readTopicsOfTargets } from "../policies/service.ts";
import type { GivenHelp, PastWork, Place, ProviderKind, Surroundings, WantedHelp } from "./engine/model.ts";
import type { TopicRow } from "./engine/topic-scheme.ts";

/** What the engine needs to know of the programme: who is tied to whom, and who has done what. */
export async function gatherSurroundings(
  transaction: ReadTransaction,
  directory: OrganisationDirectory,
): Promise<Surroundings> {
  const partnerships = await transaction.selectFrom("partnerships").select(["home", "partner"]).execute();
  return {
    places: directory.all.map((organisation) => toPlace(directory, organisation)),
    partnerships,
    pastWork: await readPastWork(transaction),
    topics: await readTopics(transaction),
  };
}

function toPlace(directory: OrganisationDirectory, organisation: OrganisationDirectory["all"][number]): Place {
  const government = directory.find(organisation.government) ?? organisation;
  return {
    id: organisation.id,
    government: government.id,
    region: governmentTiers.includes(government.tier) ? government.parent : null,
    kind: kindOf(government.tier),
  };
}

const publicTiers = ["institute", "centre", "university", "agency", "ministry"];

function kindOf(tier: string): ProviderKind {
  if (governmentTiers.includes(tier)) return "government";
  return publicTiers.includes(tier) ? "institute" : "expert-or-company";
}

export async function readTopics(transaction: ReadTransaction): Promise<TopicRow[]> {
  return transaction.selectFrom("topics").select(["id", "role", "related"]).orderBy("row_number").execute();
}

export type TopicNames = ReadonlyMap<string, Localized>;

export async function readTopicNames(transaction: ReadTransaction): Promise<TopicNames> {
  const rows = await transaction.selectFrom("topics").select(["id", "name_ja", "name_zh", "name_en"]).execute();
  return new Map(rows.map((row) => [row.id, localizedFromRow(row, "name")]));
}

/** Work that passed something on: talks, signings and reports are none. Each activity and project counts once for a provider. */
const helpingActivities = ["training", "seminar", "dispatch", "visit", "survey", "delegation"];

async function readPastWork(transaction: ReadTransaction): Promise<PastWork[]> {
  const { rows } = await sql<PastWork>`
    WITH work AS (
      SELECT organisations.government AS provider, unnest(activities.topics) AS topic, 'activity/' || activities.id AS id,
        activities.fiscal_year AS year
      FROM activities JOIN activity_parties ON activity = activities.id
      JOIN organisations ON organisations.id = activity_parties.organisation
      WHERE status = 'done' AND activities.kind = ANY(${helpingActivities}) AND role NOT IN ('attendee', 'venue')
      UNION
      SELECT organisations.government, unnest(projects.topics), 'project/' || projects.id, NULL
      FROM projects JOIN project_parties ON project = projects.id
      JOIN organisations ON organisations.id = project_parties.organisation
      WHERE projects.status <> 'planned'
    )
    SELECT provider, topic, count(*) FILTER (WHERE id LIKE 'activity/%')::int AS activities,
      count(*) FILTER (WHERE id LIKE 'project/%')::int AS projects, min(year) AS since
    FROM work GROUP BY provider, topic ORDER BY provider, topic`.execute(transaction);
  return rows;
}

/** Topics of the programme that each need's evidence is about, with how many pieces of evidence there are. */
export async function gatherEvidence(
  transaction: ReadTransaction,
  needs: readonly string[],
): Promise<Map<string, { count: number; topics: Map<string, number> }>> {
  const evidence = await readEvidence(transaction, needs);
  const subjectsOf = (wanted: EvidenceKind) =>
    evidence.filter(({ kind }) => kind === wanted).map(({ subject }) => subject);
  const about: Partial<Record<EvidenceKind, ReadonlyMap<string, readonly string[]>>> = {
    policy: await readTopicsOfItems(transaction, subjectsOf("policy")),
    target: await readTopicsOfTargets(transaction, subjectsOf("target")),
    activity: await readTopicsOfActivities(transaction, subjectsOf("activity")),
  };
  const found = new Map<string, { count: number; topics: Map<string, number> }>();
  for (const { need, kind, subject } of evidence) {
    const entry = found.get(need) ?? { count: 0, topics: new Map<string, number>() };
    entry.count += 1;
    for (const topic of new Set(about[kind]?.get(subject))) entry.topics.set(topic, (entry.topics.get(topic) ?? 0) + 1);
    found.set(need, entry);
  }
  return found;
}

async function readTopicsOfActivities(
  transaction: ReadTransaction,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.selectFrom("activities").select(["id", "topics"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, topics }) => [id, topics]));
}

/**
 * What agreed matches have taken of each offer, by fiscal year. An agreement whose need was withdrawn or has changed since takes nothing,
 * unless the broker has said that it goes on.
 */
export async function readTaken(transaction: ReadTransaction): Promise<Map<string, Map<number, number>>> {
  const { rows } = await sql<{ offer: string; year: number; taken: number }>`
    SELECT offer, matches.fiscal_year AS year, sum(coalesce(match_offers.quantity, 1))::int AS taken
    FROM match_offers JOIN matches ON matches.id = match JOIN need_items ON need_items.id = matches.need
    WHERE matches.state = 'agreed' AND (need_items.state NOT IN ('withdrawn', 'changed')
      OR (SELECT action FROM match_events WHERE match_events.match = matches.id
        AND action IN ('need-withdrawn', 'need-changed', 'continued') ORDER BY id DESC LIMIT 1) = 'continued')
    GROUP BY offer, matches.fiscal_year`.execute(transaction);
  const taken = new Map<string, Map<number, number>>();
  for (const { offer, year, taken: count } of rows)
    taken.set(offer, (taken.get(offer) ?? new Map<number, number>()).set(year, count));
  return taken;
}

export function toGivenHelp(offer: Offer, taken: ReadonlyMap<number, number> | undefined): GivenHelp {
  const { id, organisation, topics, kinds, difficulty, languages } = offer;
  return {
    id,
    organisation,
    topics,
    kinds,
    difficulty,
    languages,
    text: joinTexts(offer.title, offer.detail, offer.experience, offer.facilities),
    left: new Map(
      offer.capacities.map(({ fiscalYear, capacity }) => [
        fiscalYear,
        Math.max(0, capacity - (taken?.get(fiscalYear) ?? 0)),
      ]),
    ),
  };
}

export function toWantedHelp(
  need: Need,
  evidence: { count: number; topics: ReadonlyMap<string, number> } | undefined,
  presentYear: number,
): WantedHelp {
  const { id, organisation, addressedTo, topics, kinds, difficulty, languages } = need;
  return {
    id,
    organisation,
    addressedTo,
    topics,
    kinds,
    difficulty,
    languages,
    fiscalYear: need.fiscalYear ?? presentYear,
    isYearAssumed: need.fiscalYear === null,
    text: joinTexts(need.title, need.detail),
    evidence: evidence?.topics ?? new Map(),
    evidenceCount: evidence?.count ?? 0,
  };
}

function joinTexts(...texts: readonly Localized[]): string {
  return texts.flatMap((text) => Object.values(text)).join("\n");
}
