import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import type { Block, Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import type { Concern } from "../../concerns/concern.ts";
import { listConcerns } from "../../concerns/service.ts";
import { bullets, paragraph, writtenRuns } from "./blocks.ts";
import type { Study } from "./study.ts";

/** What became of the concerns of the survey before, and those of the newest survey that the day knows. */
export interface ConcernBlocks {
  handled: Block[];
  remaining: Block[];
}

export async function writeConcerns(study: Study): Promise<ConcernBlocks> {
  const { context, language, notebook, range } = study;
  const concerns = (await listConcerns(context, "public")).filter(
    ({ raised, survey }) => survey !== null && firstDay(raised) <= study.asOf,
  );
  const surveys = [...Map.groupBy(concerns, ({ raised }) => raised)].toSorted(([a], [b]) =>
    firstDay(a).localeCompare(firstDay(b)),
  );
  const newest = surveys.at(-1);
  if (!newest) {
    const none = paragraph(message(language, "report.sentence.noneOnRecord"));
    return { handled: [none], remaining: [none] };
  }
  // A survey of an earlier year is the one whose concerns this year acts on; its own answers come with the next survey.
  const isOfYear = firstDay(newest[0]) >= range.from;
  const before = isOfYear ? surveys.at(-2) : newest;
  notebook.use(
    "concern",
    [...(before?.[1] ?? []), ...newest[1]].map(({ id }) => id),
  );
  return {
    handled: before
      ? writeHandled(study, ...before)
      : [paragraph(message(language, "report.sentence.concern.noneBefore"))],
    remaining: isOfYear
      ? writeRemaining(study, ...newest)
      : [paragraph(message(language, "report.sentence.concern.noSurvey", { year: study.year }))],
  };
}

function firstDay(raised: string): string {
  const parsed = parseEdtf(raised);
  return (parsed.ok ? edtfBounds(parsed.value).from : null) ?? raised;
}

function writeHandled(study: Study, raised: string, concerns: readonly Concern[]): Block[] {
  const { language, notebook } = study;
  const acted = concerns.filter(({ state }) => state !== "open");
  notebook.figure(`concerns/${raised}/raised`, tellRaised(study, raised), String(concerns.length));
  notebook.figure(
    `concerns/${raised}/acted`,
    message(language, "report.sentence.concern.actedLabel"),
    String(acted.length),
  );
  const values = { ...tellSurvey(study, raised), count: concerns.length, acted: acted.length };
  for (const concern of acted)
    if (localize(responseOf(concern), language).text === "")
      notebook.lack(
        message(language, "report.sentence.gap.response", { concern: localize(concern.text, language).text }),
      );
  return [
    paragraph(message(language, "report.sentence.concern.handled", values)),
    ...bullets(
      [...acted, ...concerns.filter(({ state }) => state === "open")].map((concern) => tellHandled(study, concern)),
    ),
  ];
}

/** 「政策動向をすばやくつかむこと（月報などを提供）」 */
function tellHandled({ language }: Study, concern: Concern): Run[] {
  const { text, state } = concern;
  const answer = writtenRuns(responseOf(concern), language);
  const [open, close] = [message(language, "report.sentence.open"), message(language, "report.sentence.close")];
  if (answer.length > 0) return [...writtenRuns(text, language), { text: open }, ...answer, { text: close }];
  const judged = message(
    language,
    state === "open" ? "report.sentence.concern.open" : "report.sentence.concern.actedMark",
  );
  return [...writtenRuns(text, language), { text: `${open}${judged}${close}` }];
}

/** The newest one: what stands now. */
function responseOf({ responses }: Concern): Localized {
  return responses.at(-1)?.text ?? {};
}

function writeRemaining(study: Study, raised: string, concerns: readonly Concern[]): Block[] {
  const { language, notebook } = study;
  const again = concerns.filter(({ continues }) => continues !== null);
  notebook.figure(`concerns/${raised}/raised`, tellRaised(study, raised), String(concerns.length));
  const values = {
    ...tellSurvey(study, raised),
    count: concerns.length,
    again: again.length,
    fresh: concerns.length - again.length,
  };
  const marked = (concern: Concern, mark: "again" | "fresh"): Run[] => [
    ...writtenRuns(concern.text, language),
    { text: message(language, `report.sentence.concern.${mark}`) },
  ];
  return [
    paragraph(message(language, "report.sentence.concern.remaining", values)),
    ...bullets([
      ...again.map((concern) => marked(concern, "again")),
      ...concerns.filter(({ continues }) => continues === null).map((concern) => marked(concern, "fresh")),
    ]),
  ];
}

function tellRaised(study: Study, raised: string): string {
  return message(study.language, "report.sentence.concern.raisedLabel", { ...tellSurvey(study, raised) });
}

/** English says “in December 2014”, but “around January 2016”. */
function tellSurvey(study: Study, raised: string): { date: string; near: "yes" | "no" } {
  return { date: nameSurvey(study, raised), near: /[~%]/.test(raised) ? "yes" : "no" };
}

/** The month as it stands in a sentence: that the day of the survey is not certain is said where the concerns are kept. */
function nameSurvey(study: Study, raised: string): string {
  return study.date(raised.replaceAll("?", "").replaceAll("%", "~"));
}
