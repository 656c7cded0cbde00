import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { describePeople, describePlace } from "../../activities/describe.ts";
import { getActivity } from "../../activities/service.ts";
import { writeDate } from "../../activities/summarise.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { factRows, place } from "./blocks.ts";
import { composeFront, frontPlaceholders, outlineFront } from "./front.ts";

export const activityReport: ReportKind = {
  id: "activity-report",
  subject: "activity",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders: [
    ...frontPlaceholders,
    { name: "facts", gives: "blocks", required: true, description: "report.activity.placeholder.facts" },
  ],
  outline: () => [...outlineFront(), place("facts")],
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const { context, language, subject } = request;
  const activity = await getActivity(context, subject ?? "");
  const describing = {
    language,
    directory: await getDirectory(context),
    programme: await getProgramme(context),
  };
  const title = localize(activity.title, language).text;
  const front = await composeFront(request, message(language, "report.activity.title", { title }));
  const facts = factRows([
    {
      term: message(language, "activityPage.fact.date"),
      runs: writeDate(activity.date, activity.dateText, language).date,
    },
    { term: message(language, "activityPage.fact.place"), runs: describePlace(activity, describing) },
    { term: message(language, "activityPage.fact.people"), runs: describePeople(activity.people, describing) },
  ]);
  return {
    ...front,
    values: { ...front.values, facts: { blocks: facts } },
    figures: [],
    records: [{ kind: "activity", id: activity.id }],
    gaps: [],
  };
}
