import { cleanLine } from "../clean-text.ts";
import { limits } from "../limits.ts";
import type { HtmlElement } from "./parse-html.ts";
import { readTable, type TableGrid } from "./read-table.ts";
import { countText, isBlockElement, isHidden, rawTextOf } from "./walk.ts";

/** What is read of a text before it is known what each line is. */
export type TextLine =
  | { is: "line"; text: string; tag: "p" | "li" | "h1" | "h2" | "h3"; align: "left" | "center" | "right" }
  | { is: "table"; grid: TableGrid };

interface State {
  lines: TextLine[];
  text: string;
  tag: "p" | "li" | "h1" | "h2" | "h3";
  align: "left" | "center" | "right";
}

/** The lines and tables of an element in their order, without what is hidden or serves the site. */
export function readLines(element: HtmlElement): TextLine[] {
  const state: State = { lines: [], text: "", tag: "p", align: "left" };
  readChildren(element, state);
  flush(state);
  return state.lines;
}

function readChildren(element: HtmlElement, state: State): void {
  for (const child of element.children) {
    if (state.lines.length >= limits.blocks) return;
    if (typeof child === "string") state.text += element.name === "pre" ? markLines(child) : child;
    else if (child.name === "br") state.text += hardBreak;
    else if (isHidden(child) || isPartOfSite(child)) continue;
    else if (child.name === "table") readTableOrLayout(child, state);
    else if (isBlockElement(child)) readBlock(child, state);
    else readChildren(child, state);
  }
}

function readBlock(element: HtmlElement, state: State): void {
  flush(state);
  const { tag, align } = state;
  if (element.name === "li" || element.name === "dd" || element.name === "dt") state.tag = "li";
  else if (/^h[1-6]$/.test(element.name)) state.tag = headingTag(element.name);
  else if (element.name === "p" && state.tag !== "li") state.tag = "p";
  state.align = alignOf(element) ?? align;
  readChildren(element, state);
  flush(state);
  state.tag = tag;
  state.align = align;
}

function readTableOrLayout(table: HtmlElement, state: State): void {
  flush(state);
  const grid = readTable(table);
  if (grid) state.lines.push({ is: "table", grid });
  else for (const row of table.children) if (typeof row !== "string") readBlock(row, state);
}

/** Stands for <br>, which no text of a page can contain once control characters are taken out. */
const hardBreak = "\u0001";

function markLines(text: string): string {
  return text.replace(/\r?\n/g, hardBreak);
}

function flush(state: State): void {
  const { text, tag, align } = state;
  state.text = "";
  if (text.trim() === "") return;
  for (const part of splitAtBreaks(text)) {
    const line = cleanLine(part);
    if (line !== "" && !isButton(line)) state.lines.push({ is: "line", text: line, tag, align });
  }
}

/**
 * Breaks part paragraphs where there are several, or where a new one plainly begins behind the break; a single one within
 * a title or an address only wraps it.
 */
function splitAtBreaks(text: string): string[] {
  const parts = text.split(hardBreak);
  const full = parts.filter((part) => part.trim() !== "");
  if (full.length !== 2 || parts.length > 2) return full;
  const [first = "", second = ""] = full;
  const begins =
    /^[\s]*[\u3000\u00a0]{2}|^\s*(第[一二三四五六七八九十百零]+[章节条]|[（(]?[一二三四五六七八九十\d]+[）)、.．])/.test(
      second,
    );
  return begins || /[。：；！？:;]\s*$/.test(first) ? full : [first.trimEnd() + second.trimStart()];
}

function headingTag(name: string): "h1" | "h2" | "h3" {
  if (name === "h1" || name === "h2") return name;
  return "h3";
}

function alignOf({ name, attributes }: HtmlElement): "left" | "center" | "right" | null {
  if (name === "center") return "center";
  const align = attributes.align ?? /text-align\s*:\s*(\w+)/i.exec(attributes.style ?? "")?.[1] ?? "";
  if (/^(right|end)$/i.test(align)) return "right";
  if (/^center$/i.test(align)) return "center";
  return align === "" ? null : "left";
}

const sitePart =
  /share|fenxiang|bdshare|jiathis|(^|[-_ ])print|font-?size|(^|[-_ ])related|relevant|xgwz|xgyd|xgxx|xglj|xgjd|xgzc|recommend|crumb|breadcrumb|(^|[-_ ])position|dqwz|(^|[-_ ])nav|(^|[-_ ])menu|footer|copyright|qrcode|ewm|erweima|toolbar|pagination|pagelist|(^|[-_ ])page(s|r)?($|[-_ ])|prev-?next|shangyi|(^|[-_ ])tools?($|[-_ ])|zrbj/i;

/** Navigation, sharing, related links: by name, but never a long text, whatever it is called. */
function isPartOfSite(element: HtmlElement): boolean {
  if (element.name === "nav" || element.name === "footer" || element.name === "header") {
    return countText(element).all < 400;
  }
  const names = `${element.attributes.id ?? ""} ${element.attributes.class ?? ""}`;
  if (names === " " || !sitePart.test(names)) return false;
  const { all, linked } = countText(element);
  return all < 120 || linked > all * 0.5;
}

/** Lines that serve the page: print, close, type size, previous and next. */
export function isButton(line: string): boolean {
  const bare = line.replace(/[\s【】[\]［］〔〕()（）|｜\-—>＞»·:：]/g, "");
  return /^(打印(本页|此页|正文|页面)?|关闭(窗口|本页|页面)?|字体|字号|[大中小]{1,3}|分享(到|至)?|微信|微博|qq空间|新浪微博|收藏|返回(顶部|首页|上页|列表)?|我要纠错|纠错|扫一扫.{0,20}|上一篇.*|下一篇.*|上一条.*|下一条.*|责任编辑.{0,12}|编辑.{0,8}|浏览(次数|量)?\d*次?|点击(数|量|次数)\d*次?|访问量\d*|相关(链接|新闻|信息|文章|文档|解读|稿件|阅读|附件下载)|视力保护色|繁體|首页|当前位置.*|您(现在|当前)?的?位置.*|printclose)+$/i.test(
    bare,
  );
}

export function plainText(element: HtmlElement): string {
  return cleanLine(rawTextOf(element));
}
