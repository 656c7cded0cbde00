import type { Language } from "../../../../core/language.ts";
import type { Block } from "../../../../documents/report.ts";
import { type MessageKey, message } from "../../../../messages/message.ts";
import { heading, paragraph } from "../../compose/blocks.ts";
import { tablePlaceholder } from "./placeholders.ts";

/** The order and the fixed words of the interim report, after the ministry's paper of January 2016. */
export function outlineInterimReport(language: Language): Block[] {
  const words = (key: MessageKey) => message(language, key);
  const place = (name: string): Block => paragraph(`{{${name}}}`);
  const table = (id: string): Block => place(tablePlaceholder(id));
  return [
    paragraph("{{title}}", "title"),
    paragraph("{{subtitle}}", "subtitle"),
    paragraph("{{as_of}}", "date"),
    paragraph("{{maker}}", "maker"),
    { is: "contents", title: words("report.interim.contents") },
    { is: "page-break" },

    heading(1, words("report.interim.part1")),
    paragraph(message(language, "report.interim.madeBy", { maker: "{{maker}}" }), "right"),
    heading(2, words("report.interim.outline")),
    paragraph(message(language, "report.interim.purpose", { ministries: "{{ministries}}" })),
    heading(3, words("report.interim.platforms")),
    place("coordination_platform"),
    place("technical_platform"),
    paragraph(words("report.interim.divisionTitle"), "lead"),
    place("division"),
    heading(3, words("report.interim.support")),
    paragraph(words("report.interim.supportConsultations"), "lead"),
    place("consultations"),
    table("consultations"),
    paragraph(words("report.interim.supportTrainings"), "lead"),
    place("trainings"),
    table("trainings"),
    paragraph(words("report.interim.supportSeminars"), "lead"),
    place("seminars"),
    table("seminars"),
    heading(3, words("report.interim.direct")),
    place("direct_cooperation"),
    table("direct-cooperation"),
    heading(3, words("report.interim.crossCutting")),
    paragraph(words("report.interim.policy"), "lead"),
    paragraph(words("report.interim.policyText")),
    place("policy_monitoring"),
    paragraph(words("report.interim.sharing"), "lead"),
    paragraph(words("report.interim.sharingText")),
    place("information_sharing"),
    heading(2, words("report.interim.concerns")),
    heading(3, words("report.interim.concernsHandled")),
    place("concerns_handled"),
    heading(3, words("report.interim.concernsRemaining")),
    place("concerns_remaining"),
    { is: "page-break" },

    heading(1, words("report.interim.part2")),
    paragraph(message(language, "report.interim.madeBy", { maker: "{{technical_maker}}" }), "right"),
    heading(2, words("report.interim.jointResearch")),
    heading(3, words("report.interim.technicalConsultations")),
    place("technical_consultations"),
    table("technical-consultations"),
    heading(3, words("report.interim.technicalTrainings")),
    place("technical_trainings"),
    table("technical-trainings"),
    heading(2, words("report.interim.designated")),
    heading(3, words("report.interim.designatedConsultations")),
    place("designated_consultations"),
    table("designated-city-consultations"),
    heading(3, words("report.interim.designatedSeminars")),
    place("designated_seminars"),
    table("designated-city-seminars"),
    heading(3, words("report.interim.designatedTrainings")),
    place("designated_trainings"),
    table("designated-city-trainings"),
    place("abbreviations"),
    { is: "page-break" },

    heading(1, words("report.interim.part3")),
    place("municipalities"),
    place("other_organisations"),
  ];
}
