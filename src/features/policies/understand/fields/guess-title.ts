import { bareText, cleanLine } from "../clean-text.ts";
import type { HtmlElement } from "../html/parse-html.ts";
import { countText, findElement, isHidden, textOf, walkElements } from "../html/walk.ts";
import type { Candidate } from "./candidates.ts";
import { joinTitleLines } from "./join-title.ts";

/**
 * Titles that a page seems to have: headlines, best where the window's title begins with the same; the window's title
 * without the names of site and column behind it.
 */
export function guessTitles(root: HtmlElement, lines: readonly string[]): Candidate[] {
  const windowElement = findElement(root, ({ name }) => name === "title");
  const windowTitle = windowElement ? textOf(windowElement) : "";
  const found: Candidate[] = [];
  const propose = (text: string, confidence: number, evidence: string): void => {
    found.push({ field: "title", text, origin: "heuristic", confidence, evidence: `${evidence}: ${text}` });
  };
  for (const { text, evidence, confidence } of listHeadlines(root)) {
    const agrees = windowTitle !== "" && startsAlike(windowTitle, text);
    propose(text, agrees ? Math.max(0.9, confidence) : confidence, evidence);
  }
  const printed = joinTitleLines(lines);
  const isHeaded = printed !== null && (windowTitle === "" || startsAlike(windowTitle, printed));
  if (printed) propose(printed, isHeaded ? 0.85 : 0.45, "text");
  const stripped = stripSiteNames(windowTitle);
  if (stripped.length >= 5) propose(stripped, 0.5, "title");
  return found;
}

const headlineName =
  /^(title|tit|bt|biaoti|article[-_]?title|art[-_]?title|content[-_]?title|news[-_]?title|xl[-_]?title|detail[-_]?title|con[-_]?title|main[-_]?title|pages[-_]title|h1|headline|wzbt|xxgk[-_]?title|t1|arti[-_]?title|arti_title|bigtitle)$/i;

function listHeadlines(root: HtmlElement): { text: string; evidence: string; confidence: number }[] {
  const found: { text: string; evidence: string; confidence: number }[] = [];
  for (const element of walkElements(root)) {
    if (isHidden(element)) continue;
    const isHeading = /^h[1-3]$/.test(element.name);
    const names = `${element.attributes.id ?? ""} ${element.attributes.class ?? ""}`.split(/\s+/);
    const isNamed = names.some((name) => headlineName.test(name));
    if (!isHeading && !isNamed) continue;
    const { all, linked } = countText(element);
    // A logo, a column's name or a list's headline is a link.
    if (all < 6 || all > 200 || linked > all * 0.5) continue;
    const text = cleanLine(textOf(element));
    if (/[。！]$|^(当前位置|来源|发布|时间)/.test(text)) continue;
    found.push({ text, evidence: element.name, confidence: element.name === "h1" || isNamed ? 0.8 : 0.6 });
  }
  return found.slice(0, 12);
}

function startsAlike(windowTitle: string, text: string): boolean {
  const whole = bareText(windowTitle);
  const part = bareText(text);
  return part.length >= 5 && (whole.startsWith(part) || (whole.length >= 12 && part.startsWith(whole.slice(0, -4))));
}

/** 「关于…的通知_部门文件_中国政府网」, 「关于…的通知-北京市环境保护局」. */
function stripSiteNames(text: string): string {
  const parts = text.split(
    /\s*[_|｜]\s*|\s*-{1,2}\s*(?=[^\d年]{2,20}$)|\s+[-—–]+\s+|\s*——\s*(?=[^，。]{2,20}(?:网|网站|门户|局|厅|部)$)/,
  );
  return parts[0]?.trim() ?? "";
}
