import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import { type Localized, localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { Activity } from "../../../activities/activity.ts";
import { describePeople } from "../../../activities/describe.ts";
import { partyRoles } from "../../../activities/sheets.ts";
import { getAgreements, getPartnerships } from "../../../partnerships/service.ts";
import { tellDate } from "../../compose/activity-entry.ts";
import type { Study } from "../../compose/study.ts";
import { factRows } from "../blocks.ts";

type FactName =
  | "date"
  | "place"
  | "venue"
  | "people"
  | "partnerships"
  | "agreement"
  | "topics"
  | "level"
  | "funding"
  | "fiscalYear"
  | "list";

/** When, where, who in which part, how many, paid by whom, and what it belongs to. People are counted, never named. */
export async function composeActivityFacts(activity: Activity, study: Study): Promise<Block[]> {
  const { language, programme, books } = study;
  const fact = (name: FactName, runs: string) => ({ term: message(language, `activityPage.fact.${name}`), runs });
  const words = (text: Localized) => localize(text, language).text;
  const separator = message(language, "list.separator");
  const people = activity.people.map((entry) => describePeople([entry], study)).join(separator);
  if (people !== "") study.notebook.figure(`activity/${activity.id}/people`, fact("people", "").term, people);
  return factRows([
    { term: message(language, "report.activity.kind"), runs: choiceMessage(language, "activity.kind", activity.kind) },
    fact("date", tellDate(study, activity)),
    fact("place", activity.place === null ? "" : study.directory.name(activity.place, language, activity.dateFrom)),
    fact("venue", words(activity.venue)),
    ...partyRoles.map((role) => ({
      term: choiceMessage(language, "activity.role", role),
      runs: nameParties(activity, role, study),
    })),
    fact("people", people),
    fact("level", activity.level === null ? "" : choiceMessage(language, "activityPage.levelName", activity.level)),
    fact("topics", activity.topics.map((topic) => words(books.topic(topic).name)).join(separator)),
    fact("funding", choiceMessage(language, "activity.funding", activity.funding)),
    fact("fiscalYear", fiscalYearLabel(programme.calendar, activity.fiscalYear, language)),
    fact("partnerships", await namePairs(activity, study)),
    fact("agreement", await nameAgreement(activity, study)),
    fact("list", words(books.register(activity.register).title)),
  ]);
}

function nameParties({ parties, dateFrom }: Activity, role: string, { directory, language }: Study): string {
  const names = parties
    .filter((party) => party.role === role)
    .map(({ organisation }) => directory.name(organisation, language, dateFrom));
  return [...new Set(names)].join(message(language, "list.separator"));
}

async function namePairs(activity: Activity, study: Study): Promise<string> {
  const { context, language, notebook } = study;
  const pairs = (await getPartnerships(context)).filter(({ id }) => activity.partnerships.includes(id));
  notebook.use(
    "partnership",
    pairs.map(({ id }) => id),
  );
  return pairs
    .map(({ home, partner }) =>
      message(language, "activities.pair", { home: study.name(home), partner: study.name(partner) }),
    )
    .join(message(language, "list.separator"));
}

async function nameAgreement(activity: Activity, { context, language, notebook }: Study): Promise<string> {
  const agreement = (await getAgreements(context)).find(({ id }) => id === activity.agreement);
  if (!agreement) return "";
  notebook.use("agreement", [agreement.id]);
  return localize(agreement.title, language).text;
}
