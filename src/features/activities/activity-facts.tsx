import type { ComponentChildren } from "preact";
import { edtfBounds, parseEdtf } from "../../core/edtf.ts";
import { formatEdtf } from "../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../core/fiscal-calendar.ts";
import { isLanguage, type Language } from "../../core/language.ts";
import { type Localized, localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { Definition } from "../../web/components/definition-list.tsx";
import { Words } from "../../web/components/words.tsx";
import { links } from "../../web/links.ts";
import type { Agreement } from "../partnerships/partnership.ts";
import type { Activity, Party } from "./activity.ts";
import { describePeople } from "./describe.ts";
import { type Knowledge, namePartnership } from "./filter-knowledge.ts";
import { partyRoles } from "./sheets.ts";

export interface FactsRequest {
  activity: Activity;
  knowledge: Knowledge;
  /** 和暦 */
  wareki: boolean;
  /** of a member's record: the day of its approval, YYYY-MM-DD */
  approvedOn: string | null;
  agreement: Agreement | null;
  tables: { id: string; title: string }[];
}

/** When, where and in what state. */
export function describeSetting({ activity, knowledge, wareki, approvedOn }: FactsRequest): Definition[] {
  const { language, directory } = knowledge;
  const { place, venue } = activity;
  return [
    fact("date", language, describeDate(activity, knowledge, wareki)),
    fact("days", language, [
      activity.statedDays !== null && message(language, "activityPage.statedDays", { days: activity.statedDays }),
    ]),
    fact("status", language, [describeStatus(activity, knowledge, approvedOn)]),
    fact("place", language, [
      place !== null && <a href={links.organisation(language, place)}>{directory.name(place, language)}</a>,
    ]),
    fact("venue", language, [words(venue, language)]),
  ].filter(hasValues);
}

/** What was talked about and what came of it. */
export function describeContent({ activity }: FactsRequest, language: Language): Definition[] {
  return [
    fact("theme", language, [words(activity.theme, language)]),
    fact("result", language, [words(activity.result, language)]),
    fact("remark", language, [words(activity.remark, language)]),
  ].filter(hasValues);
}

/** Who took part as what, and how many people. */
export function describeParties({ activity, knowledge }: FactsRequest): Definition[] {
  const { language } = knowledge;
  const roles = partyRoles.map((role) => ({
    term: choiceMessage(language, "activity.role", role),
    values: activity.parties
      .filter((party) => party.role === role)
      .map((party) => describeParty(party, activity, knowledge)),
  }));
  const people = activity.people.map((entry) => describePeople([entry], knowledge));
  return [...roles, fact("people", language, people)].filter(hasValues);
}

/** What it belongs to: partnerships, projects, agreements, subjects, money, lists. */
export function describeBelonging({ activity, knowledge, agreement, tables }: FactsRequest): Definition[] {
  const { language, books, programme, projects } = knowledge;
  const project = projects.find(({ id }) => id === activity.project);
  const year = activity.fiscalYear;
  return [
    fact(
      "partnerships",
      language,
      activity.partnerships.map((id) => <a href={links.partnership(language, id)}>{namePartnership(id, knowledge)}</a>),
    ),
    fact("project", language, [
      project && <a href={links.project(language, project.id)}>{words(project.title, language)}</a>,
    ]),
    fact("agreement", language, [
      agreement && <a href={links.agreement(language, agreement.id)}>{words(agreement.title, language)}</a>,
    ]),
    fact(
      "topics",
      language,
      activity.topics.map((topic) => (
        <a href={links.activities(language, { topic })}>{words(books.topic(topic).name, language)}</a>
      )),
    ),
    fact("level", language, [
      activity.level !== null && choiceMessage(language, "activityPage.levelName", activity.level),
    ]),
    fact("funding", language, [choiceMessage(language, "activity.funding", activity.funding)]),
    fact("fiscalYear", language, [
      <a href={links.year(language, year)}>{fiscalYearLabel(programme.calendar, year, language)}</a>,
    ]),
    fact("list", language, [words(books.register(activity.register).title, language)]),
    fact(
      "tables",
      language,
      tables.map(({ id, title }) => <a href={links.table(language, id, { fiscalYear: year })}>{title}</a>),
    ),
  ].filter(hasValues);
}

type FactName =
  | "date"
  | "days"
  | "status"
  | "place"
  | "venue"
  | "theme"
  | "result"
  | "remark"
  | "people"
  | "partnerships"
  | "project"
  | "agreement"
  | "topics"
  | "level"
  | "funding"
  | "fiscalYear"
  | "list"
  | "tables";

function fact(name: FactName, language: Language, values: ComponentChildren[]): Definition {
  const present = values.filter((value) => value !== null && value !== undefined && value !== false && value !== "");
  return { term: message(language, `activityPage.fact.${name}`), values: present };
}

function hasValues({ values }: Definition): boolean {
  return values.length > 0;
}

function words(text: Localized, language: Language): ComponentChildren {
  const localized = localize(text, language);
  return localized.text === "" ? null : <Words value={localized} />;
}

/** The date as the reader writes it, then as the source prints it. */
function describeDate(activity: Activity, knowledge: Knowledge, wareki: boolean): ComponentChildren[] {
  const { language } = knowledge;
  const parsed = activity.date === null ? null : parseEdtf(activity.date);
  const printed = activity.dateText;
  const printedWords = printed !== null && (
    <>
      {message(language, "activityPage.asPrinted")} <q>{asPrinted(printed, activity, knowledge)}</q>
    </>
  );
  if (!parsed?.ok) return [printed === null && message(language, "activityPage.undated"), printedWords];
  return [
    formatEdtf(parsed.value, language, { calendar: wareki ? "wareki" : "gregorian" }),
    language === "ja" && (
      <a href={`${links.activity(language, activity.id)}${wareki ? "" : "?calendar=wareki"}`}>
        {message(language, wareki ? "activityPage.gregorian" : "activityPage.wareki")}
      </a>
    ),
    printedWords,
  ];
}

/** 「実施済（2016年1月19日現在）」: a source speaks of its own day, a member's record of that of its approval. */
function describeStatus(activity: Activity, { language, books }: Knowledge, approvedOn: string | null): string {
  const asOf = parseEdtf(approvedOn ?? books.document(activity.source.document).asOf);
  return message(language, "activityPage.statusAsOf", {
    status: choiceMessage(language, "activity.status", activity.status),
    date: asOf.ok && edtfBounds(asOf.value).to !== null ? formatEdtf(asOf.value, language) : "",
  });
}

function describeParty(party: Party, activity: Activity, knowledge: Knowledge): ComponentChildren {
  const { language, directory } = knowledge;
  const name = directory.name(party.organisation, language, activity.dateFrom);
  const { government } = directory.get(party.organisation);
  const above = government === party.organisation ? "" : directory.name(government, language, activity.dateFrom);
  const printed = party.printedName;
  return (
    <>
      {above !== "" && !name.includes(above) && (
        <>
          <a href={links.organisation(language, government)}>{above}</a>
          {message(language, "activityPage.partOfJoint")}
        </>
      )}
      <a href={links.organisation(language, party.organisation)}>{name}</a>
      {printed !== null && printed !== name && (
        <span class="source-place">
          {message(language, "activityPage.printedName")} <q>{asPrinted(printed, activity, knowledge)}</q>
        </span>
      )}
    </>
  );
}

/** Words of the source stand in the source's language, whatever the page's is. */
function asPrinted(text: string, { source }: Activity, { books }: Knowledge): ComponentChildren {
  const { language } = books.document(source.document);
  return <Words value={isLanguage(language) ? { text, language } : text} />;
}
