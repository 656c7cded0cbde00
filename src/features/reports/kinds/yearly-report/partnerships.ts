import { localize } from "../../../../core/localized.ts";
import type { Block, Run } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { Activity } from "../../../activities/activity.ts";
import type { Partnership } from "../../../partnerships/partnership.ts";
import { getPartnerships } from "../../../partnerships/service.ts";
import { listAgreements } from "../../compose/agreements.ts";
import { bullets, heading, orNothing, paragraph, writtenRuns } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";
import { sortByState } from "../../compose/year-activities.ts";

/** Each partnership of the year: how often they met, what came of it, what they signed. */
export async function writePartnerships(study: Study, events: readonly Activity[]): Promise<Block[]> {
  const { context, fiscalYear } = study;
  const blocks: Block[] = [];
  for (const partnership of await getPartnerships(context)) {
    const own = events.filter(({ partnerships }) => partnerships.includes(partnership.id));
    const isOfYear = partnership.years.some((year) => year.fiscalYear === fiscalYear);
    if (isOfYear || own.length > 0) blocks.push(...(await writePartnership(study, partnership, own)));
  }
  return orNothing(study, blocks);
}

async function writePartnership(study: Study, partnership: Partnership, events: readonly Activity[]): Promise<Block[]> {
  const { language, notebook, fiscalYear, asOf } = study;
  const name = message(language, "report.yearly.pair", {
    home: study.name(partnership.home),
    partner: study.name(partnership.partner),
  });
  notebook.use("partnership", [partnership.id]);
  notebook.use(
    "activity",
    events.map(({ id }) => id),
  );
  const { held, ahead } = sortByState(events, asOf);
  const type = partnership.years.find((year) => year.fiscalYear === fiscalYear)?.type ?? null;
  const label = message(language, "report.yearly.heldLabel", { pair: name });
  notebook.figure(`partnership/${partnership.id}/${fiscalYear}/held`, label, String(held.length));
  const facts: { term: string; text: string }[] = [
    {
      term: message(language, "report.yearly.fact.type"),
      text: type === "A" || type === "B" ? choiceMessage(language, "partnership.type", type) : "",
    },
    { term: message(language, "report.yearly.fact.held"), text: countKinds(study, held) },
    { term: message(language, "report.yearly.fact.ahead"), text: countKinds(study, ahead) },
  ];
  const rows = facts.filter(({ text }) => text !== "").map(({ term, text }) => ({ term, runs: [{ text }] }));
  const outcomes = held.flatMap((activity) => tellOutcome(study, activity));
  if (held.length > 0 && outcomes.length === 0)
    notebook.lack(message(language, "report.yearly.gapOutcome", { pair: name }));
  const agreements = await listAgreements(study, [partnership.id]);
  return [
    heading(2, name),
    ...(rows.length === 0 ? [] : [{ is: "facts" as const, rows }]),
    ...(held.length === 0 ? [paragraph(message(language, "report.yearly.noActivity"))] : []),
    ...(outcomes.length === 0
      ? []
      : [paragraph(message(language, "report.yearly.outcomes"), "lead"), ...bullets(outcomes)]),
    ...(agreements.length === 0
      ? []
      : [paragraph(message(language, "report.sentence.title.agreements"), "lead"), ...bullets(agreements)]),
  ];
}

/** 「報告書2件」「署名・締結1件」, where others are counted in times. */
const countedAsItems = ["report", "signing", "designation"];

/** 「協議5回、訪日研修2回」 */
function countKinds({ language }: Study, activities: readonly Activity[]): string {
  const kinds = Map.groupBy(activities, ({ kind }) => kind);
  return [...kinds]
    .map(([kind, same]) =>
      message(language, "report.yearly.kindCount", {
        kind: choiceMessage(language, "activity.kind", kind),
        count: same.length,
        counter: countedAsItems.includes(kind) ? "items" : "times",
      }),
    )
    .join(message(language, "list.separator"));
}

/** 「2015年10月30日　大気粒子状物質汚染対策セミナー：…」 */
function tellOutcome(study: Study, activity: Activity): Run[][] {
  const { language } = study;
  const result = writtenRuns(activity.result, language);
  if (result.length === 0) return [];
  const date = activity.date === null ? (activity.dateText ?? "") : study.date(activity.date);
  const lead = date === "" ? "" : message(language, "report.sentence.dated", { date });
  return [
    [
      { text: `${lead}${localize(activity.title, language).text}${message(language, "report.sentence.colon")}` },
      ...result,
    ],
  ];
}
