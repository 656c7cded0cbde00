import type { Language } from "../../../../core/language.ts";
import type { Block } from "../../../../documents/report.ts";
import { type MessageKey, message } from "../../../../messages/message.ts";
import { heading, paragraph } from "../../compose/blocks.ts";

export function outlineYearlyReport(language: Language): Block[] {
  const title = (level: 1 | 2, key: MessageKey): Block => heading(level, message(language, key));
  const place = (name: string): Block => paragraph(`{{${name}}}`);
  return [
    paragraph("{{title}}", "title"),
    paragraph("{{subtitle}}", "subtitle"),
    paragraph("{{as_of}}", "date"),
    paragraph("{{maker}}", "maker"),
    { is: "contents", title: message(language, "report.interim.contents") },
    { is: "page-break" },
    title(1, "report.yearly.part.results"),
    place("summary"),
    place("key_figures"),
    place("comparison"),
    title(1, "report.yearly.part.work"),
    title(2, "report.yearly.part.coordination"),
    place("coordination_tables"),
    title(2, "report.yearly.part.technical"),
    place("technical_tables"),
    title(1, "report.yearly.part.partnerships"),
    place("partnerships"),
    title(1, "report.yearly.part.projects"),
    place("projects"),
    title(1, "report.yearly.part.people"),
    place("people_trained"),
    title(1, "report.yearly.part.concerns"),
    place("concerns_handled"),
    place("concerns_remaining"),
    title(1, "report.yearly.part.evaluation"),
    place("evaluation"),
    title(1, "report.yearly.part.next"),
    place("next_year"),
    title(1, "report.yearly.part.differences"),
    place("differences"),
    { is: "page-break" },
    title(1, "report.yearly.part.annex"),
    place("activities"),
  ];
}
