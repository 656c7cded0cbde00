import type { Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Programme } from "../programme/programme.ts";
import { type Activity, type Party, type People, uncountedCategories } from "./activity.ts";
import { findStandIns, isEnteredByMember } from "./stand-ins.ts";

/** What the words of an activity are put together with. */
export interface DescribeContext {
  language: Language;
  directory: OrganisationDirectory;
  programme: Pick<Programme, "homeCountry" | "partnerCountry">;
}

/** The text of an activity in one column of a published table. */
export function describeCell(activity: Activity, column: string, context: DescribeContext): string {
  const { language } = context;
  switch (column) {
    case "home":
    case "partner":
      return addOthers(describeSide(activity, column, context), activity, column, language);
    case "sender":
      return joinNames(activity, ["sender"], context, column);
    case "receiver":
      return joinNames(activity, ["receiver"], context, column);
    case "hosts":
      return addOthers(joinNames(activity, ["host"], context, column), activity, "hosts", language);
    case "counterpart":
      return describeConsultation(activity, context);
    case "people":
      return describePeople(activity.people, context, sendersOf(activity));
    case "place":
      return describePlace(activity, context);
    case "theme":
      return localize(themeOf(activity), language).text;
    case "remark":
      return localize(activity.remark, language).text;
    default:
      return describeContent(activity, context);
  }
}

/** 「四日市市（神戸市）」: those in the role, and who supports them in brackets. */
function joinNames(
  activity: Activity,
  roles: readonly string[],
  context: DescribeContext,
  column: string,
  country?: string,
): string {
  const { language, directory } = context;
  const ofCountry = (party: Party) => !country || directory.get(party.organisation).country === country;
  const namesOf = (parties: readonly Party[]) => [
    ...new Set(parties.map((party) => nameInTable(party.organisation, activity, context))),
  ];
  const inRole = (wanted: readonly string[]) =>
    activity.parties.filter((party) => wanted.includes(party.role) && ofCountry(party));
  const named = inRole(roles);
  // Both hosts of a seminar are asked for; of the other columns one party is enough.
  const standIns = named.length === 0 || column === "hosts" ? findStandIns(activity, column, context) : [];
  const mainNames = namesOf([...named, ...standIns]);
  const main = mainNames.join(message(language, "list.slash"));
  const supporters = roles.includes("sender") || roles.includes("host") ? [] : namesOf(inRole(["support"]));
  const support = supporters.filter((name) => standIns.length === 0 || !mainNames.includes(name));
  if (support.length === 0) return main;
  return message(language, "table.withSupport", { main, support: support.join(message(language, "list.separator")) });
}

function describeSide(activity: Activity, side: "home" | "partner", context: DescribeContext): string {
  const { homeCountry, partnerCountry } = context.programme;
  const country = side === "home" ? homeCountry : partnerCountry;
  return joinNames(activity, ["lead", "sender", "receiver", "host"], context, side, country);
}

/** What it was about: of a member's record that says no more, its title. */
function themeOf(activity: Activity): Localized {
  const isSaid = Object.values(activity.theme).some((text) => text !== "");
  return isSaid || !isEnteredByMember(activity) ? activity.theme : activity.title;
}

/** Governments by their full name on that day; institutes by the abbreviation that everybody uses. */
function nameInTable(id: string, activity: Activity, { directory, language }: DescribeContext): string {
  const organisation = directory.get(id);
  const short = directory.shortName(id, language);
  const abbreviated = /^[A-Z]{2,}$/.test(short) && ["institute", "agency", "centre"].includes(organisation.tier);
  return abbreviated ? short : directory.name(id, language, activity.dateFrom);
}

/** 「環境保護局」 and what the source sums up as 「等」. */
function addOthers(names: string, activity: Activity, part: string, language: Language): string {
  return activity.others.includes(part) && names !== "" ? message(language, "table.andOthers", { names }) : names;
}

/** 「外事弁公室、環境保護局等との部局長級協議等（北京市内で実施）」 */
function describeConsultation(activity: Activity, context: DescribeContext): string {
  const { language } = context;
  const names = activity.parties
    .filter(({ role }) => role === "counterpart")
    .map((party) => nameOffice(party, activity, context));
  const open = activity.others.includes("counterparts");
  const offices = addOthers(joinAll(names, language, open), activity, "counterparts", language);
  const named = choiceMessage(language, "activity.level", activity.level ?? "none");
  const level = activity.others.includes("talks") ? message(language, "table.andOtherTalks", { talks: named }) : named;
  const meeting = message(language, offices === "" ? "table.consultation" : "table.consultationWith", {
    offices,
    level,
  });
  const details = [themeOf(activity), activity.remark]
    .map((text) => localize(text, language).text)
    .filter((text) => text !== "")
    .join(message(language, "list.semicolon"));
  return details === "" ? meeting : message(language, "table.withDetails", { main: meeting, details });
}

/** “the Foreign Affairs Office and the Bureau”; a list that goes on has no last word of its own. */
function joinAll(names: readonly string[], language: Language, goesOn: boolean): string {
  const separator = message(language, "list.separator");
  if (goesOn || names.length < 2) return names.join(separator);
  return `${names.slice(0, -1).join(separator)}${message(language, "list.last")}${names.at(-1)}`;
}

/** In the language of the source as it prints the office, which may not be the office's name; else its usual short form. */
function nameOffice(party: Party, activity: Activity, { directory, language }: DescribeContext): string {
  if (party.printedName !== null && activity.sourceLanguage === language) return party.printedName;
  return directory.shortName(party.organisation, language);
}

/** Whose people they are is said where it is not plain: `plain` are those whom the line beside names. */
export function describePeople(
  people: readonly People[],
  { language, directory }: DescribeContext,
  plain: readonly string[] = [],
): string {
  return people
    .map((entry) => {
      const categories = entry.categories
        .map((category) => choiceMessage(language, "people.category", category, entry.count))
        .join(message(language, "list.dot"));
      // 「メディア12社」: some are counted in organisations, not in people.
      const counted = entry.categories.some((category) => uncountedCategories.includes(category)) ? "bodies" : "people";
      const key = `people.${counted}.${entry.approximate ? "about" : "exactly"}` as const;
      const count = message(language, key, { count: entry.count, categories });
      const { organisation } = entry;
      if (organisation === null || (people.length === 1 && plain.includes(organisation))) return count;
      return message(language, "people.of", { organisation: directory.shortName(organisation, language), count });
    })
    .join(message(language, "list.separator"));
}

function sendersOf(activity: Activity): string[] {
  return activity.parties.filter(({ role }) => role === "sender").map(({ organisation }) => organisation);
}

export function describePlace(activity: Activity, { language, directory }: DescribeContext): string {
  const place = activity.place === null ? "" : directory.name(activity.place, language);
  const venue = localize(activity.venue, language).text;
  if (place === "" || venue === "") return place || venue;
  return message(language, "table.placeWithVenue", { place, venue });
}

function describeContent(activity: Activity, context: DescribeContext): string {
  const { language } = context;
  const texts = [activity.title, activity.theme, activity.result, activity.remark].map(
    (text) => localize(text, language).text,
  );
  return [...texts, describePeople(activity.people, context)]
    .filter((text) => text !== "")
    .join(message(language, "list.semicolon"));
}
