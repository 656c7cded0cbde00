import type { Language } from "../../core/language.ts";
import { joinRuns, type Run } from "../report.ts";
import type { Reading } from "./read-context.ts";
import { scanBraces } from "./scan-braces.ts";
import { findChild, isElement, type XmlElement } from "./xml.ts";

/** The text of a paragraph with what of its look has a meaning: emphasis, language, links. Placeholders lie in one run. */
export function readRuns(paragraph: XmlElement, reading: Reading): Run[] {
  const runs: Run[] = [];
  const visit = (element: XmlElement, href: string | undefined) => {
    for (const child of element.children.filter(isElement)) {
      if (child.name === "w:r") addRun(runs, readRun(child, reading, href));
      else if (child.name === "w:hyperlink") visit(child, reading.addressOf(child.attributes["r:id"] ?? "") ?? href);
      else if (["w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple"].includes(child.name))
        visit(child, href);
    }
  };
  visit(paragraph, undefined);
  return trimRuns(joinPlaceholders(runs));
}

function readRun(run: XmlElement, reading: Reading, href: string | undefined): Run {
  const properties = findChild(run, "w:rPr");
  const bold = findChild(properties, "w:b");
  const text = run.children
    .filter(isElement)
    .map((child) => {
      if (child.name === "w:t") return child.children.map((node) => ("text" in node ? node.text : "")).join("");
      if (child.name === "w:tab") return "\t";
      return child.name === "w:br" && child.attributes["w:type"] === undefined ? "\n" : "";
    })
    .join("");
  const language = readLanguage(findChild(properties, "w:lang"), text);
  return {
    text,
    ...(bold && !["0", "false", "off"].includes(bold.attributes["w:val"] ?? "") ? { strong: true } : {}),
    ...(language && language !== reading.language ? { language } : {}),
    ...(href === undefined ? {} : { href }),
  };
}

function readLanguage(element: XmlElement | undefined, text: string): Language | null {
  if (!element || !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return null;
  const tag = element.attributes["w:eastAsia"] ?? "";
  if (tag.startsWith("zh")) return "zh";
  return tag.startsWith("ja") ? "ja" : null;
}

function addRun(runs: Run[], run: Run): void {
  if (run.text === "") return;
  const last = runs.at(-1);
  const isSame = last && last.strong === run.strong && last.language === run.language && last.href === run.href;
  if (isSame) last.text += run.text;
  else runs.push(run);
}

/** A placeholder that Word has cut goes whole into the run in which it begins, with the braces as `fillOutline` knows them. */
function joinPlaceholders(runs: readonly Run[]): Run[] {
  const { placeholders } = scanBraces(joinRuns(runs));
  let position = 0;
  return runs
    .map((run) => {
      const start = position;
      position += run.text.length;
      let text = "";
      let index = start;
      for (const placeholder of placeholders) {
        if (placeholder.end <= start || placeholder.start >= position) continue;
        text += run.text.slice(index - start, Math.max(0, placeholder.start - start));
        if (placeholder.start >= start) text += `{{${placeholder.name}}}`;
        index = Math.min(position, placeholder.end);
      }
      return { ...run, text: text + run.text.slice(index - start) };
    })
    .filter(({ text }) => text !== "");
}

/** Spaces at the end are slips; those in front may be an indentation that somebody typed. */
function trimRuns(runs: Run[]): Run[] {
  const last = runs.at(-1);
  if (!last) return runs;
  const text = last.text.trimEnd();
  return text === "" ? trimRuns(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
}
