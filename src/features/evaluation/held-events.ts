import type { Events } from "../activities/events.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { governmentTiers } from "../organisations/organisation.ts";
import type { Partnership } from "../partnerships/partnership.ts";
import type { Programme } from "../programme/programme.ts";
import type { HeldActivity } from "./store-basis.ts";

/** Something that happened, once, however many ledgers hold it. */
export interface HeldEvent {
  /** record of the weightiest ledger */
  id: string;
  fiscalYear: number;
  kind: string;
  /** held in the partner country */
  isAbroad: boolean;
  partnerships: string[];
  projects: string[];
  agreements: string[];
  topics: string[];
  /** local governments whose activity it is, of both countries */
  governments: string[];
  /** local governments that only helped */
  helpers: string[];
  /** companies and their associations that took part */
  companies: string[];
  /** null where no record says how many */
  people: number | null;
  isApproximate: boolean;
}

interface Knowledge {
  events: Events;
  directory: OrganisationDirectory;
  partnerships: readonly Partnership[];
  programme: Pick<Programme, "homeCountry" | "partnerCountry">;
}

const ownRoles = ["lead", "host", "sender", "receiver", "counterpart", "lecturer", "attendee"];

/**
 * Records of one event in several ledgers become one: the weightiest names it, the others add what only they say (the
 * project that it belongs to, its topics). Of two numbers of people the greater counts, as in `sumEvents`.
 */
export function gatherHeldEvents(activities: readonly HeldActivity[], knowledge: Knowledge): HeldEvent[] {
  const { events } = knowledge;
  const repeated = new Set(events.repeatedInYear);
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return activities
    .filter(({ id }) => !repeated.has(id))
    .map((activity) => {
      const others = (events.same.get(activity.id) ?? []).flatMap((id) => {
        const other = byId.get(id);
        return other && repeated.has(id) && other.fiscalYear === activity.fiscalYear ? [other] : [];
      });
      return joinRecords(activity, others, knowledge);
    });
}

function joinRecords(first: HeldActivity, others: readonly HeldActivity[], knowledge: Knowledge): HeldEvent {
  const records = [first, ...others];
  const { directory, programme } = knowledge;
  const collect = (pick: (record: HeldActivity) => readonly string[]) => [...new Set(records.flatMap(pick))];
  const partnerships = collect((record) => record.partnerships);
  const governmentsIn = (isWanted: (role: string) => boolean) =>
    collect((record) =>
      record.parties
        .filter(({ role }) => isWanted(role))
        .flatMap(({ organisation }) => directory.find(organisation)?.government ?? [])
        .filter((id) => governmentTiers.includes(directory.find(id)?.tier ?? "")),
    );
  const own = governmentsIn((role) => ownRoles.includes(role));
  const helpers = governmentsIn((role) => role === "support").filter((id) => !own.includes(id));
  // A ledger that names no party of a side means the partnership's own.
  const missing = knowledge.partnerships
    .filter(({ id }) => partnerships.includes(id))
    .flatMap(({ home, partner }) => [home, partner])
    .filter((id) => {
      const side = directory.find(id)?.country;
      return ![...own, ...helpers].some((other) => directory.find(other)?.country === side);
    });
  const people = records.map((record) => record.people).filter((count) => count !== null);
  return {
    id: first.id,
    fiscalYear: first.fiscalYear,
    kind: first.kind,
    isAbroad: records.some(({ country }) => country === programme.partnerCountry),
    partnerships,
    projects: collect((record) => (record.project === null ? [] : [record.project])),
    agreements: collect((record) => (record.agreement === null ? [] : [record.agreement])),
    topics: collect((record) => record.topics),
    governments: [...new Set([...own, ...missing])],
    helpers,
    companies: collect((record) =>
      record.parties
        .map(({ organisation }) => organisation)
        .filter((id) => isBusiness(directory.find(id)?.tier, directory.find(id)?.country, programme.homeCountry)),
    ),
    people: people.length === 0 ? null : Math.max(...people),
    isApproximate: records.some((record) => record.isApproximate),
  };
}

function isBusiness(tier: string | undefined, country: string | null | undefined, home: string): boolean {
  return country === home && (tier === "company" || tier === "association");
}
