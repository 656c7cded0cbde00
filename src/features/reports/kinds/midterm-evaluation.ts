import { message } from "../../../messages/message.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeFiscalYears } from "../../programme/write-fiscal-years.ts";
import { toPrintTable } from "../../statistics/print.ts";
import { getTable } from "../../statistics/service.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";
import { place } from "./blocks.ts";
import { composeFront, frontPlaceholders, outlineFront } from "./front.ts";

export const midtermEvaluation: ReportKind = {
  id: "midterm-evaluation",
  subject: "programme",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders: [
    ...frontPlaceholders,
    { name: "achievements", gives: "blocks", required: true, description: "report.midterm.placeholder.achievements" },
  ],
  outline: () => [...outlineFront(), place("achievements")],
  compose,
};

async function compose(request: ReportRequest): Promise<Composition> {
  const { context, language, asOf, calendar } = request;
  const programme = await getProgramme(context);
  const years = writeFiscalYears(programme, [programme.firstFiscalYear], language);
  const front = await composeFront(request, message(language, "report.midterm.title", { years }));
  const table = toPrintTable(await getTable(context, "achievements", { asOf, language }), { calendar });
  return {
    ...front,
    values: { ...front.values, achievements: { blocks: [{ is: "table", caption: table.title, table }] } },
    figures: [],
    records: [],
    gaps: [],
  };
}
