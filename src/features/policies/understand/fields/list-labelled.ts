import { cleanLine } from "../clean-text.ts";
import type { HtmlElement, HtmlNode } from "../html/parse-html.ts";
import { isBlockElement, isHidden, textOf } from "../html/walk.ts";
import { limits } from "../limits.ts";
import type { LabelledValue } from "../model.ts";
import { knownLabels } from "./labels.ts";

/**
 * Texts beside labels: 「索 引 号：000014672/2016-00123」 in one element or two, cells beside or below each other, <dt> and <dd>.
 * Known labels are found within lines too; others where the markup sets them apart. `skip` (the main text) is left out.
 */
export function listLabelled(root: HtmlElement, more: readonly string[], skip: HtmlElement | null): LabelledValue[] {
  const labels = [...new Set([...knownLabels, ...more])];
  const pieces = listPieces(root, skip);
  const found = [...readLines(pieces, labels), ...readColumns(root, labels)];
  return found.slice(0, limits.labels);
}

/** Short texts of a page outside its main text, in their order. */
export function listShortTexts(root: HtmlElement, skip: HtmlElement | null): string[] {
  return listPieces(root, skip).map((parts) => parts.join(" "));
}

/** The same for lines of a file that has no markup. */
export function listLabelledInLines(lines: readonly string[]): LabelledValue[] {
  return readLines(
    lines.map((line) => [line]),
    knownLabels,
  );
}

/** The inline parts of each innermost block, in the order of the page. */
function listPieces(root: HtmlElement, skip: HtmlElement | null): string[][] {
  const pieces: string[][] = [];
  let open: string[] = [];
  const close = (): void => {
    const parts = open.map(cleanLine).filter((part) => part !== "");
    // What is longer is text, not a value beside a label.
    if (parts.length > 0 && parts.join("").length < 600) pieces.push(parts);
    open = [];
  };
  const visit = (node: HtmlNode): void => {
    if (typeof node === "string") open.push(node);
    else if (node === skip || isHidden(node)) return;
    else if (node.name === "br" || isBlockElement(node)) {
      close();
      for (const child of node.children) visit(child);
      close();
    } else for (const child of node.children) visit(child);
  };
  visit(root);
  return pieces;
}

function readLines(pieces: readonly (readonly string[])[], labels: readonly string[]): LabelledValue[] {
  const pattern = labelPattern(labels);
  const known = new Set(labels);
  const found: LabelledValue[] = [];
  for (const [index, parts] of pieces.entries()) {
    const whole = parts.join(" ");
    const matches = [...whole.matchAll(pattern)];
    for (const [order, match] of matches.entries()) {
      const start = match.index + match[0].length;
      const value = whole.slice(start, matches[order + 1]?.index ?? whole.length);
      const label = bareLabel(match[1] ?? "");
      const beside =
        value.trim() !== "" || order + 1 < matches.length ? value : valueOfNext(pieces[index + 1], known, pattern);
      pushValue(found, label, beside);
    }
    if (matches.length > 0) continue;
    const alone = bareLabel(parts[0] ?? "");
    if (known.has(alone)) {
      const beside = parts.length > 1 ? parts.slice(1).join(" ") : valueOfNext(pieces[index + 1], known, pattern);
      pushValue(found, alone, beside);
    } else if (parts.length === 1 || /[：:]$/.test(parts[0] ?? "")) pushUnknown(found, parts.join(" "));
  }
  return found;
}

/** Labels nobody declared, so that a person may point at them: 「签发：2016年4月8日」. */
function pushUnknown(found: LabelledValue[], text: string): void {
  const match = /^[【[]?([\p{Script=Han}\s]{2,14}?)[】\]]?\s*[：:]\s*(.{1,200})$/u.exec(text);
  if (match) pushValue(found, bareLabel(match[1] ?? ""), match[2] ?? "");
}

function valueOfNext(parts: readonly string[] | undefined, known: ReadonlySet<string>, pattern: RegExp): string {
  const text = (parts ?? []).join(" ");
  return known.has(bareLabel(text)) || text.search(pattern) === 0 ? "" : text;
}

function pushValue(found: LabelledValue[], label: string, value: string): void {
  const clean = cleanLine(value)
    .replace(controlsBehind, "")
    .replace(/^[：:\s]+|[\s|｜【[（(]+$/g, "");
  if (clean !== "" && clean.length <= 300 && !/^(无|暂无|空|[-—－–/\\.。]+|null|undefined)$/.test(clean)) {
    found.push({ label, value: clean });
  }
}

/** Behind the last value of a line stand what readers press: 「来源：甲省环境保护厅　【字体：大 中 小】【打印】【关闭】」. */
const controlsBehind =
  /(?:[\s|｜]*[【[（(]\s*(?:字[体号]|打印|关闭|收藏|分享|返回|纠错|推荐)[^】\]）)]{0,20}[】\]）)]?|[\s|｜]+(?:打印|关闭|收藏|分享)(?:本页|窗口)?)+[\s|｜]*$/u;

/** Labels side by side with their values in the row below. */
function readColumns(root: HtmlElement, labels: readonly string[]): LabelledValue[] {
  const known = new Set(labels);
  const found: LabelledValue[] = [];
  let above: string[] = [];
  const visit = (element: HtmlElement): void => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (child.name !== "tr") {
        visit(child);
        continue;
      }
      const cells = child.children.filter((cell): cell is HtmlElement => typeof cell !== "string").map(textOf);
      const isLabels = cells.length >= 3 && cells.every((cell) => known.has(bareLabel(cell)));
      if (!isLabels && above.length === cells.length) {
        for (const [column, value] of cells.entries()) pushValue(found, above[column] ?? "", value);
      }
      above = isLabels ? cells.map(bareLabel) : [];
      if (!isLabels) visit(child);
    }
  };
  visit(root);
  return found;
}

function bareLabel(text: string): string {
  return text.replace(/[\s\u3000【】[\]：:*]/g, "");
}

const patterns = new WeakMap<readonly string[], RegExp>();

/** A known label with spaces between its letters and a colon behind it, or set in 【】. */
function labelPattern(labels: readonly string[]): RegExp {
  const known = patterns.get(labels);
  if (known) return known;
  const spaced = [...labels]
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s{0,6}"));
  const pattern = new RegExp(
    `(?<![\\p{Script=Han}])[【\\[]?\\s?(${spaced.join("|")})\\s{0,4}(?:[】\\]]\\s?[：:]?|[：:])`,
    "gu",
  );
  patterns.set(labels, pattern);
  return pattern;
}
