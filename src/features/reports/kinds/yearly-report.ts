import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { localize } from "../../../core/localized.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { paragraph } from "../compose/blocks.ts";
import type { Composition, ReportKind, ReportRequest } from "../report-kind.ts";

export const yearlyReport: ReportKind = {
  id: "yearly-report",
  subject: "year",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders: [
    { name: "title", gives: "text", required: true, description: "report.placeholder.title" },
    { name: "subtitle", gives: "text", required: false, description: "report.placeholder.subtitle" },
    { name: "maker", gives: "text", required: true, description: "report.placeholder.maker" },
    { name: "as_of", gives: "text", required: true, description: "report.placeholder.asOf" },
  ],
  outline: (): Block[] => [
    paragraph("{{title}}", "title"),
    paragraph("{{subtitle}}", "subtitle"),
    paragraph("{{as_of}}", "date"),
    paragraph("{{maker}}", "maker"),
  ],
  compose,
};

async function compose({ context, language, asOf, calendar, fiscalYear, maker }: ReportRequest): Promise<Composition> {
  const programme = await getProgramme(context);
  const directory = await getDirectory(context);
  const year = fiscalYearLabel(programme.calendar, fiscalYear ?? programme.lastFiscalYear, language);
  const title = message(language, "report.yearly.title", {
    year,
    programme: localize(programme.shortName, language).text,
  });
  const date = writeEdtf(asOf, language, { calendar });
  const makerName = directory.name(maker, language, asOf);
  return {
    title,
    maker: makerName,
    values: {
      title: { text: title },
      subtitle: { text: message(language, "report.yearly.subtitle") },
      maker: { text: makerName },
      as_of: { text: message(language, "report.sentence.asOf", { date }) },
    },
    figures: [],
    records: [],
    gaps: [],
  };
}
