import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { type Activity, uncountedCategories } from "../../../activities/activity.ts";
import { describePeople, describePlace } from "../../../activities/describe.ts";
import { orNothing, sentenceList } from "../../compose/blocks.ts";
import { countForYear, tellMeasures } from "../../compose/counts.ts";
import { joinSentences, joinWords } from "../../compose/join-words.ts";
import type { Study } from "../../compose/study.ts";

/** Labels of the tables beside the sentences: 「表1」 by table id. */
export type TableLabels = ReadonlyMap<string, string>;

export async function writeConsultations(study: Study, labels: TableLabels): Promise<Block[]> {
  const sentence = await tellMeasures(study, {
    about: "consultations",
    parts: [{ subject: "consultations", held: "consultations" }],
    planned: "consultations-planned",
    names: null,
    table: labels.get("consultations") ?? null,
  });
  return orNothing(study, sentenceList(study.language, [sentence]));
}

export async function writeTrainings(study: Study, labels: TableLabels): Promise<Block[]> {
  const sentence = await tellMeasures(study, {
    about: "trainings",
    parts: [{ subject: "trainings", held: "trainings-only" }],
    instead: { subject: "invitations", held: "trainings" },
    planned: "trainings-planned",
    names: "sender",
    table: labels.get("trainings") ?? null,
  });
  const delegations = await countForYear(study, "delegations-hosted");
  return orNothing(
    study,
    sentenceList(study.language, [
      sentence,
      ...delegations.activities.map((activity) => tellDelegation(study, activity)),
    ]),
  );
}

export async function writeSeminars(study: Study, labels: TableLabels): Promise<Block[]> {
  const meetings = await countForYear(study, "joint-meetings");
  // Of a meeting that is not on record itself, the number that a document states.
  const published = meetings.published
    ? await tellMeasures(study, {
        about: "jointMeetings",
        parts: [{ subject: "jointMeetings", held: "joint-meetings" }],
        planned: null,
        names: null,
        table: null,
      })
    : "";
  const sentence = await tellMeasures(study, {
    about: "seminars",
    parts: [{ subject: "seminars", held: "local-seminars" }],
    planned: "local-seminars-planned",
    names: "place",
    table: labels.get("seminars") ?? null,
  });
  return orNothing(
    study,
    sentenceList(study.language, [
      ...meetings.activities.map((activity) => tellMeeting(study, activity)),
      published,
      sentence,
    ]),
  );
}

/** 「このほか、日中友好環境保全センターの代表団を招聘（2015年10月13日～17日、幹部・実務者4名）。環境省等の関係機関との協議。」 */
function tellDelegation(study: Study, activity: Activity): string {
  const { language } = study;
  const senders = activity.parties.filter(({ role }) => role === "sender").map(({ organisation }) => organisation);
  const names = senders.map((id) => study.directory.name(id, language, activity.dateFrom));
  const details = [
    activity.date === null ? "" : study.date(activity.date),
    describePeople(activity.people, study, senders),
  ].filter((detail) => detail !== "");
  const sentence = message(language, "report.interim.delegation", {
    sender: joinWords(names, language),
    details:
      details.length === 0
        ? ""
        : message(language, "report.sentence.inBrackets", {
            text: details.join(message(language, "list.groupSeparator")),
          }),
  });
  return joinSentences([sentence, asSentence(study, activity.theme)], language);
}

/** 「2015年9月15日に地球環境戦略研究機関／日中友好環境保全センターが都市間連携協力セミナーを開催（北京市…）。」 */
export function tellMeeting(study: Study, activity: Activity): string {
  const { language } = study;
  const hosts = [
    ...new Set(
      activity.parties.filter(({ role }) => role === "host").map(({ organisation }) => study.name(organisation)),
    ),
  ];
  // 「日本のメディア12社が取材」 in the remark already tells what the count of 報道機関 would.
  const remark = localize(activity.remark, language).text;
  const isTold = ({ categories, count }: Activity["people"][number]) =>
    categories.some((category) => uncountedCategories.includes(category)) &&
    new RegExp(`(?<!\\d)${count}(?!\\d)`, "u").test(remark);
  const people = describePeople(
    activity.people.filter((entry) => !isTold(entry)),
    study,
  );
  const sentence = message(language, hosts.length === 0 ? "report.interim.meetingHeld" : "report.interim.meeting", {
    date: activity.date === null ? (activity.dateText ?? "") : study.date(activity.date),
    dated: activity.date === null ? "no" : "yes",
    hosts: hosts.length === 2 ? hosts.join(message(language, "report.interim.hostsJoint")) : joinWords(hosts, language),
    together: hosts.length > 1 ? "yes" : "no",
    title: nameMeeting(study, activity),
    place: describePlace(activity, study),
    placed: activity.place === null ? "no" : "yes",
    details: people === "" ? "" : message(language, "report.sentence.inBrackets", { text: people }),
  });
  return joinSentences([sentence, asSentence(study, activity.remark)], language);
}

/** 「都市間連携協力セミナー」 without 「（北京）」, since the sentence names the place. */
export function nameMeeting({ language, directory }: Study, { title, place }: Activity): string {
  const { text } = localize(title, language);
  const found = /^(?<bare>.+?)(?:\s*[（(](?<inside>[^（）()]+)[）)]|, (?<behind>[^,]+))$/u.exec(text)?.groups;
  const named = found?.inside ?? found?.behind;
  if (!found?.bare || !named || place === null) return text;
  return directory.name(place, language).startsWith(named) ? found.bare : text;
}

/** What people wrote, closed as a sentence. */
export function asSentence({ language }: Study, written: Activity["theme"]): string {
  const { text } = localize(written, language);
  return text === "" || /[。．.！!？?]$/u.test(text) ? text : `${text}${message(language, "report.sentence.end")}`;
}
