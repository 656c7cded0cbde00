import { type RecordContent, splitCell } from "../../../records/kind.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { LikenessSort } from "./likeness.ts";
import { type Days, mayOverlap, readDays, readTitles, type SignReader, shareOne } from "./signs.ts";

interface ActivitySigns {
  titles: Set<string>;
  days: Days;
  register: string;
  kind: string;
  /** governments and institutes that act in it, by country; without a country under an empty one */
  parties: Map<string, Set<string>>;
}

/** Parties whose presence makes an event theirs; those who merely attend do not. */
const actingRoles = ["lead", "sender", "receiver", "host"];

export const activitySigns: SignReader<ActivitySigns> = {
  read: (content, directory) => ({
    titles: readTitles(content.fields),
    days: readDays(content.fields.date, content.fields.fiscal_year),
    register: content.fields.register ?? "",
    kind: content.fields.kind ?? "",
    parties: readParties(content, directory),
  }),
  marks: (signs) => [...[...signs.titles].map((title) => `title ${title}`), ...dayMarks(signs), ...monthMarks(signs)],
  compare,
};

function compare(one: ActivitySigns, other: ActivitySigns): LikenessSort | null {
  if (!mayOverlap(one.days, other.days)) return null;
  const exact = one.days.exact && other.days.exact;
  const sameDays = exact && one.days.from === other.days.from && one.days.to === other.days.to;
  const sameParties = haveSameParties(one, other);
  if (shareOne(one.titles, other.titles)) return sameDays && sameParties ? "same-event" : "same-title";
  if (!exact || !sameParties || one.register !== other.register || one.kind !== other.kind) return null;
  return sameDays ? "same-days-and-parties" : "overlapping-days";
}

/** One in common of every country that both name: 福岡県 with 江蘇省 and 福岡県 with 河北省 are two events. */
function haveSameParties({ parties: one }: ActivitySigns, { parties: other }: ActivitySigns): boolean {
  const named = [...one.keys()].filter((country) => other.has(country));
  return named.length > 0 && named.every((country) => shareOne(one.get(country) ?? none, other.get(country) ?? none));
}

const none: ReadonlySet<string> = new Set();

function readParties({ parts }: RecordContent, directory: OrganisationDirectory): Map<string, Set<string>> {
  const parties = new Map<string, Set<string>>();
  for (const { organisation, role } of parts.activity_parties ?? []) {
    if (!actingRoles.includes(role ?? "")) continue;
    for (const id of splitCell(organisation)) {
      const government = directory.find(id)?.government ?? id;
      const country = directory.find(government)?.country ?? "";
      const known = parties.get(country);
      if (known) known.add(government);
      else parties.set(country, new Set([government]));
    }
  }
  return parties;
}

function dayMarks({ days, register, kind }: ActivitySigns): string[] {
  return days.exact ? [`days ${register} ${kind} ${days.from} ${days.to}`] : [];
}

/** Longer ones overlap with everything, which says nothing. */
const mostMonths = 4;

function monthMarks({ days: { from, to, exact }, register, kind, parties }: ActivitySigns): string[] {
  if (!exact || from === null || to === null) return [];
  const months: string[] = [];
  let [year = 0, month = 0] = from.split("-").map(Number);
  for (let at = from.slice(0, 7); at <= to.slice(0, 7) && months.length < mostMonths; ) {
    months.push(at);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    at = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  }
  const governments = [...parties.values()].flatMap((ofCountry) => [...ofCountry]);
  return months.flatMap((at) => governments.map((government) => `month ${register} ${kind} ${at} ${government}`));
}
