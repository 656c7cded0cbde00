import type { Language } from "../../../../core/language.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { paragraph, paragraphOf } from "../../compose/blocks.ts";
import { blankLine, place } from "../blocks.ts";

const values = { programme: "{{programme}}", year: "{{year}}", date: "{{as_of}}" };

/** 送付状, 送文函 or letter of transmittal: what goes with documents to a ministry. */
export function outlineCover(language: Language): Block[] {
  const outlines = { ja: outlineJapanese, zh: outlineChinese, en: outlineEnglish };
  return outlines[language]();
}

function outlineJapanese(): Block[] {
  const say = (key: "opening" | "request" | "closing" | "record" | "end") =>
    message("ja", `report.cover.${key}`, values);
  return [
    place("document_number", "right"),
    place("date", "right"),
    blankLine(),
    place("addressee"),
    place("sender", "right"),
    blankLine(),
    subject("center"),
    blankLine(),
    paragraph(say("opening")),
    paragraph(`　${say("request")}`),
    place("remarks"),
    paragraph(say("closing"), "right"),
    paragraph(say("record"), "center"),
    paragraph(message("ja", "report.cover.list")),
    place("enclosures"),
    paragraph(say("end"), "right"),
    place("contact"),
  ];
}

/** Title, 主送机关, text, 附件 under the text, then 落款 and date (党政机关公文格式 GB/T 9704). */
function outlineChinese(): Block[] {
  const say = (key: "opening" | "request" | "closing" | "record") => message("zh", `report.cover.${key}`, values);
  return [
    subject("subtitle"),
    place("document_number", "right"),
    place("addressee"),
    paragraph(`　　${say("opening")}${say("request")}`),
    place("remarks"),
    paragraph(`　　${say("closing")}`),
    paragraph(`　　${say("record")}`),
    place("enclosures"),
    blankLine(),
    place("sender", "right"),
    place("date", "right"),
    place("contact"),
  ];
}

function outlineEnglish(): Block[] {
  const say = (key: "opening" | "request" | "list") => message("en", `report.cover.${key}`, values);
  return [
    place("document_number"),
    place("date"),
    blankLine(),
    place("addressee"),
    blankLine(),
    place("salutation"),
    subject("body"),
    paragraph(say("opening")),
    place("remarks"),
    paragraph(say("request")),
    place("closing"),
    blankLine(),
    place("sender"),
    blankLine(),
    paragraph(say("list")),
    place("enclosures"),
    place("contact"),
  ];
}

function subject(look: "subtitle" | "center" | "body"): Block {
  return paragraphOf([{ text: "{{subject}}", strong: true }], look);
}
