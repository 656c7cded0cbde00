import type { BlockContext } from "./block-context.ts";
import { writeRuns } from "./run.ts";
import { escapeXml } from "./xml.ts";

/**
 * A caption. 「表1　…」 gets a field for its number, so that Word can list and count the tables; where our number is not the next
 * one, the field is told so, because the text as printed comes first.
 */
export function writeCaption(text: string, context: BlockContext, { above }: { above: boolean }): string {
  const keepNext = above ? "<w:keepNext/>" : "";
  const align = above ? "" : '<w:spacing w:before="40" w:after="200"/><w:jc w:val="center"/>';
  return `<w:p><w:pPr><w:pStyle w:val="${context.style("caption")}"/>${keepNext}${align}</w:pPr>${writeContent(text, context)}</w:p>`;
}

const numbered = /^((表|図|图|写真|照片|Table|Figure|Photograph)[ \u00A0\u3000]?)([1-9]\d{0,3})(?!\d)(.*)$/su;

function writeContent(text: string, context: BlockContext): string {
  const look = { documentLanguage: context.language };
  const [, before = "", label = "", digits = "", after = ""] = numbered.exec(text) ?? [];
  if (digits === "") return writeRuns(text, look);
  const number = Number(digits);
  const isNext = number === (context.captions.get(label) ?? 0) + 1;
  context.captions.set(label, number);
  const instruction = `SEQ ${label} \\* ARABIC${isNext ? "" : ` \\r ${number}`}`;
  return `${writeRuns(before, look)}${writeField(instruction, digits)}${writeRuns(after, look)}`;
}

/** A field with what it shows until Word works it out again. */
export function writeField(instruction: string, shown: string, properties = ""): string {
  const run = (content: string) => `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}${content}</w:r>`;
  return [
    run('<w:fldChar w:fldCharType="begin"/>'),
    run(`<w:instrText xml:space="preserve"> ${escapeXml(instruction)} </w:instrText>`),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run(`<w:t>${escapeXml(shown)}</w:t>`),
    run('<w:fldChar w:fldCharType="end"/>'),
  ].join("");
}
