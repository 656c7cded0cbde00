import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { getProgramme } from "../../programme/service.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { place } from "./blocks.ts";
import { composeFront, frontPlaceholders, outlineFront } from "./front.ts";

export const overview: ReportKind = {
  id: "overview",
  subject: "programme",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders: [
    ...frontPlaceholders,
    { name: "summary", gives: "text", required: true, description: "report.overview.placeholder.summary" },
  ],
  outline: () => [...outlineFront(), place("summary", "lead")],
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const { context, language } = request;
  const programme = await getProgramme(context);
  const name = localize(programme.shortName, language).text;
  const front = await composeFront(request, message(language, "report.overview.title", { programme: name }));
  return {
    ...front,
    values: { ...front.values, summary: { text: localize(programme.summary, language).text } },
    figures: [],
    records: [],
    gaps: [],
  };
}
