import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Programme } from "../programme/programme.ts";
import type { Activity, Party, People } from "./activity.ts";

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
      return describeSide(activity, context.programme.homeCountry, context);
    case "partner":
      return describeSide(activity, context.programme.partnerCountry, context);
    case "sender":
      return joinNames(activity, ["sender"], context);
    case "receiver":
      return joinNames(activity, ["receiver"], context);
    case "hosts":
      return joinNames(activity, ["host"], context);
    case "counterpart":
      return describeConsultation(activity, context);
    case "people":
      return describePeople(activity.people, context);
    case "place":
      return describePlace(activity, context);
    case "theme":
      return localize(activity.theme, language).text;
    case "remark":
      return localize(activity.remark, language).text;
    default:
      return describeContent(activity, language);
  }
}

/** 「四日市市（神戸市）」: those in the role, and who supports them in brackets. */
function joinNames(activity: Activity, roles: readonly string[], context: DescribeContext, country?: string): string {
  const { language, directory } = context;
  const ofCountry = (party: Party) => !country || directory.get(party.organisation).country === country;
  const names = (wanted: readonly string[]) => [
    ...new Set(
      activity.parties
        .filter((party) => wanted.includes(party.role) && ofCountry(party))
        .map((party) => nameInTable(party.organisation, activity, context)),
    ),
  ];
  const main = names(roles).join(message(language, "list.slash"));
  const support = roles.includes("sender") || roles.includes("host") ? [] : names(["support"]);
  if (support.length === 0) return main;
  return message(language, "table.withSupport", { main, support: support.join(message(language, "list.separator")) });
}

function describeSide(activity: Activity, country: string, context: DescribeContext): string {
  return joinNames(activity, ["lead", "sender", "receiver", "host"], context, country);
}

/** Governments by their full name on that day; institutes by the abbreviation that everybody uses. */
function nameInTable(id: string, activity: Activity, { directory, language }: DescribeContext): string {
  const organisation = directory.get(id);
  const abbreviated = ["institute", "agency"].includes(organisation.tier) && organisation.parent === null;
  return abbreviated ? directory.shortName(id, language) : directory.name(id, language, activity.dateFrom);
}

/** 「外事弁公室・環境保護局との部局長級協議（北京市内で実施）」 */
function describeConsultation(activity: Activity, context: DescribeContext): string {
  const { language, directory } = context;
  const offices = activity.parties
    .filter((party) => party.role === "counterpart")
    .map((party) => directory.shortName(party.organisation, language));
  const level = choiceMessage(language, "activity.level", activity.level ?? "none");
  const meeting =
    offices.length > 0
      ? message(language, "table.consultationWith", {
          offices: offices.join(message(language, "list.separator")),
          level,
        })
      : message(language, "table.consultation", { level });
  const details = [activity.theme, activity.remark]
    .map((text) => localize(text, language).text)
    .filter((text) => text !== "");
  return details.length > 0
    ? message(language, "table.withDetails", {
        main: meeting,
        details: details.join(message(language, "list.semicolon")),
      })
    : meeting;
}

export function describePeople(people: readonly People[], { language, directory }: DescribeContext): string {
  return people
    .map((entry) => {
      const categories = entry.categories
        .map((category) => choiceMessage(language, "people.category", category))
        .join(message(language, "list.dot"));
      const count = message(language, entry.approximate ? "people.about" : "people.exactly", {
        count: entry.count,
        categories,
      });
      return entry.organisation === null
        ? count
        : message(language, "people.of", { organisation: directory.shortName(entry.organisation, language), count });
    })
    .join(message(language, "list.separator"));
}

export function describePlace(activity: Activity, { language, directory }: DescribeContext): string {
  const place = activity.place === null ? "" : directory.name(activity.place, language);
  const venue = localize(activity.venue, language).text;
  if (place === "" || venue === "") return place || venue;
  return message(language, "table.placeWithVenue", { place, venue });
}

function describeContent(activity: Activity, language: Language): string {
  return [activity.title, activity.theme, activity.result, activity.remark]
    .map((text) => localize(text, language).text)
    .filter((text) => text !== "")
    .join(message(language, "list.semicolon"));
}
