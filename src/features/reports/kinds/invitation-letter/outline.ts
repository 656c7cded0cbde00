import type { Language } from "../../../../core/language.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { paragraph, paragraphOf } from "../../compose/blocks.ts";
import { blankLine, place } from "../blocks.ts";

/** The letter as its language writes it: a Japanese 公文書 with 記 and 以上, a Chinese 邀请函 with 此致、敬礼. */
export function outlineInvitation(language: Language): Block[] {
  return language === "zh" ? outlineChinese() : outlineJapanese();
}

function outlineJapanese(): Block[] {
  const say = (key: "closing" | "openingOfList" | "end") => message("ja", `report.invitation.${key}`);
  return [
    place("document_number", "right"),
    place("date", "right"),
    blankLine(),
    place("addressee"),
    place("sender", "right"),
    blankLine(),
    paragraphOf([{ text: "{{subject}}", strong: true }], "center"),
    blankLine(),
    paragraph(message("ja", "report.invitation.opening", { programme: "{{programme}}" })),
    paragraph("　{{request}}"),
    paragraph("　{{reply}}"),
    paragraph(say("closing"), "right"),
    paragraph(say("openingOfList"), "center"),
    outlineDetails("ja"),
    paragraph(say("end"), "right"),
    place("contact"),
  ];
}

function outlineChinese(): Block[] {
  return [
    paragraphOf([{ text: message("zh", "report.invitation.heading"), strong: true }], "subtitle"),
    place("document_number", "right"),
    place("addressee"),
    paragraph(`　　${message("zh", "report.invitation.opening", { programme: "{{programme}}" })}`),
    paragraph("　　{{request}}"),
    outlineDetails("zh"),
    paragraph("　　{{reply}}"),
    paragraph(`　　${message("zh", "report.invitation.end")}`),
    paragraph(message("zh", "report.invitation.closing")),
    blankLine(),
    place("sender", "right"),
    place("date", "right"),
    place("contact"),
  ];
}

const rows = [
  ["name", "{{activity}}"],
  ["period", "{{period}}"],
  ["venue", "{{venue}}"],
  ["content", "{{content}}"],
  ["people", "{{people}}"],
  ["host", "{{host}}"],
  ["expenses", "{{expenses}}"],
] as const;

function outlineDetails(language: Language): Block {
  return {
    is: "facts",
    rows: rows.map(([name, text]) => ({
      term: message(language, `report.invitation.row.${name}`, { country: "{{country}}" }),
      runs: [{ text }],
    })),
  };
}
