import { localize } from "../../../core/localized.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { type Activity, type Party, statusOn } from "../../activities/activity.ts";
import { describePeople, describePlace } from "../../activities/describe.ts";
import type { Project } from "../../projects/project.ts";
import { paragraphOf, writtenRuns } from "./blocks.ts";
import { addMark, joinWords } from "./join-words.ts";
import { peopleOf, titleRuns } from "./own-list.ts";
import type { Study } from "./study.ts";

export interface EntryContext {
  /** whose page it stands on: not named again as its own partner */
  owner: string;
  /** 「活動1」 */
  number: number;
  projects: readonly Project[];
}

/** One activity as a municipality presents it: when, what, with whom, what came of it, photographs. */
export async function writeActivity(study: Study, activity: Activity, entry: EntryContext): Promise<Block[]> {
  const { language, notebook } = study;
  notebook.use("activity", [activity.id]);
  const isHeld = statusOn(activity, study.asOf) === "done";
  if (isHeld) noteGaps(study, activity);
  if (isOverdue(study, activity))
    notebook.lack(message(language, "report.sentence.gap.overdue", nameActivity(study, activity)));
  const label = message(language, "report.sentence.activityNumber", { number: entry.number });
  const title = titleRuns(study, activity, entry.owner).map((run) => ({ ...run, strong: true }));
  const project = entry.projects.find(({ id }) => id === activity.project);
  const rows: { term: string; runs: Run[] }[] = [
    { term: "date", runs: plain(tellDate(study, activity)) },
    { term: "place", runs: plain(describePlace(activity, study)) },
    { term: "partners", runs: plain(nameOthers(study, activity, entry.owner, partnerRoles)) },
    { term: "support", runs: plain(nameOthers(study, activity, entry.owner, ["support", "lecturer"])) },
    { term: "people", runs: plain(describePeople(peopleOf(study, activity, entry.owner), study)) },
    { term: "content", runs: writtenRuns(activity.theme, language) },
    { term: isHeld ? "result" : "expected", runs: writtenRuns(activity.result, language) },
    { term: "remark", runs: writtenRuns(activity.remark, language) },
    { term: "funding", runs: plain(nameFunding(study, activity)) },
    { term: "project", runs: project ? writtenRuns(project.title, language) : [] },
  ];
  const photographs = await study.photographsOf(activity.id);
  return [
    paragraphOf([{ text: label, strong: true }, ...title], "lead"),
    {
      is: "facts",
      rows: rows
        .filter(({ runs }) => runs.length > 0)
        .map(({ term, runs }) => ({ term: message(language, `report.sentence.fact.${term as FactTerm}`), runs })),
    },
    ...(photographs.length === 0 ? [] : [{ is: "photographs" as const, photographs }]),
  ];
}

type FactTerm =
  | "date"
  | "place"
  | "partners"
  | "support"
  | "people"
  | "content"
  | "result"
  | "expected"
  | "remark"
  | "funding"
  | "project";

const partnerRoles = ["lead", "sender", "receiver", "host", "counterpart", "attendee"];

/** 「2016年2月～3月頃（調整中）」, 「2015年11月17日～30日（14日間）」 */
export function tellDate(study: Study, activity: Activity): string {
  const { language } = study;
  const date =
    activity.date === null
      ? (activity.dateText ?? message(language, "report.sentence.undated"))
      : study.date(activity.date);
  const status = statusOn(activity, study.asOf);
  const marks = [
    ...(activity.statedDays === null || activity.statedDays === 1
      ? []
      : [message(language, "report.sentence.days", { count: activity.statedDays })]),
    ...(status === "done" ? [] : [writeInside(choiceMessage(language, "activity.status", status), language)]),
    ...(isOverdue(study, activity) ? [message(language, "report.sentence.overdue")] : []),
  ];
  if (marks.length === 0) return date;
  const text = marks.join(message(language, "list.separator"));
  return addMark(date, message(language, "report.sentence.inBrackets", { text }), language);
}

/** “(being arranged)”: within brackets a word of its own begins small. */
function writeInside(text: string, language: Study["language"]): string {
  return language === "en" ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}

/** Its days have gone by, and nobody has recorded whether it was held. */
function isOverdue(study: Study, activity: Activity): boolean {
  const last = activity.dateTo ?? activity.dateFrom;
  return ["planned", "adjusting"].includes(statusOn(activity, study.asOf)) && last !== null && last < study.asOf;
}

/** Other parties in these roles, as governments or bodies, each once. */
export function nameOthers(study: Study, activity: Activity, owner: string, roles: readonly string[]): string {
  const { directory, language } = study;
  const others = activity.parties.filter(
    (party: Party) => roles.includes(party.role) && directory.get(party.organisation).government !== owner,
  );
  const names = others.map(({ organisation }) => directory.name(organisation, language, activity.dateFrom));
  return joinWords([...new Set(names)], language);
}

/** The programme's own budget is the rule and goes without saying; what nobody has stated cannot be said. */
function nameFunding({ language }: Study, { funding }: Activity): string {
  return funding === "programme" || funding === "not-stated"
    ? ""
    : choiceMessage(language, "activity.funding", funding);
}

function plain(text: string): Run[] {
  return text === "" ? [] : [{ text }];
}

/** Named for whoever makes the document, so that somebody can be asked before it goes out. */
export function noteGaps(study: Study, activity: Activity): void {
  const { language, notebook } = study;
  const named = nameActivity(study, activity);
  const lacks = (text: Activity["theme"]) => localize(text, language).text === "";
  const [content, result] = [lacks(activity.theme), lacks(activity.result)];
  if (!content && !result) return;
  const what = content && result ? "both" : content ? "content" : "result";
  notebook.lack(message(language, "report.sentence.gap.lacks", { ...named, what }));
}

export function nameActivity(study: Study, { title, date, dateText }: Activity): { activity: string; date: string } {
  return {
    activity: localize(title, study.language).text,
    date: date === null ? (dateText ?? message(study.language, "report.sentence.undated")) : study.date(date),
  };
}

/** Whether there is more to tell than when, where and with whom. */
export function hasStory({ theme, result, remark }: Activity): boolean {
  return [theme, result, remark].some((text) => Object.values(text).some((words) => words !== ""));
}
