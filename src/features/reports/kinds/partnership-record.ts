import { choiceMessage, message } from "../../../messages/message.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getPartnership } from "../../partnerships/service.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { factRows, place } from "./blocks.ts";
import { composeFront, frontPlaceholders, outlineFront } from "./front.ts";

export const partnershipRecord: ReportKind = {
  id: "partnership-record",
  subject: "partnership",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders: [
    ...frontPlaceholders,
    { name: "basics", gives: "blocks", required: true, description: "report.partnership.placeholder.basics" },
  ],
  outline: () => [...outlineFront(), place("basics")],
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const { context, language, subject } = request;
  const partnership = await getPartnership(context, subject ?? "");
  const directory = await getDirectory(context);
  const names = {
    home: directory.name(partnership.home, language),
    partner: directory.name(partnership.partner, language),
  };
  const front = await composeFront(request, message(language, "report.partnership.title", names));
  const basics = factRows([
    { term: message(language, "partnershipPage.home"), runs: names.home },
    { term: message(language, "partnershipPage.partner"), runs: names.partner },
    {
      term: message(language, "partnershipPage.basis"),
      runs: choiceMessage(language, "partnership.basis", partnership.basis),
    },
  ]);
  return {
    ...front,
    values: { ...front.values, basics: { blocks: basics } },
    figures: [],
    records: [{ kind: "partnership", id: partnership.id }],
    gaps: [],
  };
}
