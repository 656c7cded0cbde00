import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import { paragraphOf, writtenRuns } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";
import { factRows } from "../blocks.ts";
import { writeWhen } from "../when.ts";
import type { PairRecord } from "./gather.ts";

/** Who the two are, what their tie rests on, who pays, and what a reader should know. */
export function composeBasics(record: PairRecord, study: Study): Block[] {
  const { language } = study;
  const { home, partner, basis, funding, since, note } = record.partnership;
  const say = (name: "home" | "partner" | "basis" | "funding" | "since") =>
    message(language, `partnershipPage.${name}`);
  const offices = (side: string) => listOffices(side, record, study);
  const sentence = writtenRuns(note, language);
  return [
    ...factRows([
      { term: say("home"), runs: study.name(home) },
      { term: say("partner"), runs: study.name(partner) },
      { term: say("basis"), runs: choiceMessage(language, "partnership.basis", basis) },
      { term: say("funding"), runs: choiceMessage(language, "partnership.funding", funding) },
      { term: say("since"), runs: since === null ? "" : writeWhen(since, null, study) },
      { term: message(language, "report.partnership.offices", { side: study.name(home) }), runs: offices(home) },
      { term: message(language, "report.partnership.offices", { side: study.name(partner) }), runs: offices(partner) },
    ]),
    ...(sentence.length === 0 ? [] : [paragraphOf(sentence)]),
  ];
}

/** The offices and institutes of one side that took part, under their names of the day, in the order of first appearance. */
function listOffices(government: string, { activities, projects, agreements }: PairRecord, study: Study): string {
  const { directory, language, asOf } = study;
  const parties = [
    ...activities.flatMap((activity) => activity.parties),
    ...projects.flatMap((project) => project.parties),
    ...agreements.flatMap((agreement) => agreement.parties),
  ].map(({ organisation }) => organisation);
  const offices = [...new Set(parties)].filter(
    (id) => id !== government && directory.get(id).government === government,
  );
  return offices.map((id) => directory.name(id, language, asOf)).join(message(language, "list.separator"));
}

/** What a partner wanted and what was planned, one list each. */
export function listNeeds({ needs }: PairRecord, study: Study): { text: string; language?: Study["language"] }[][] {
  const { language, directory } = study;
  return needs.map((need) => {
    const by = message(language, "partnershipPage.needOf", { name: directory.name(need.organisation, language) });
    const when = need.learnt === null ? "" : writeWhen(need.learnt, null, study);
    const facts = [by, when].filter((text) => text !== "").join(message(language, "list.separator"));
    return [
      ...writtenRuns(need.title, language),
      { text: message(language, "report.letter.brackets", { text: facts }) },
    ];
  });
}

export function listAchievements({ achievements }: PairRecord, { language }: Study) {
  return achievements.map(({ text, note }) => {
    const remark = localize(note, language).text;
    return [
      ...writtenRuns(text, language),
      ...(remark === "" ? [] : [{ text: message(language, "report.letter.brackets", { text: remark }) }]),
    ];
  });
}
