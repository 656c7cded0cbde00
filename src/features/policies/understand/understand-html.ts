import { textOfBlocks } from "../blocks.ts";
import { bareText } from "./clean-text.ts";
import { findDateInUrl } from "./dates.ts";
import { decodeText, detectLanguage } from "./decode-text.ts";
import { type Candidate, chooseFields } from "./fields/candidates.ts";
import { guessFromText, guessFromTitle } from "./fields/guess-from-text.ts";
import { guessPublished, isInfoLine } from "./fields/guess-published.ts";
import { guessTitles } from "./fields/guess-title.ts";
import { joinBodies } from "./fields/join-bodies.ts";
import { listLabelled, listShortTexts } from "./fields/list-labelled.ts";
import { dropFirstVersionsDay, findHistory, readHistory } from "./fields/read-history.ts";
import { readLabels } from "./fields/read-labels.ts";
import { readMetadata, readTags } from "./fields/read-metadata.ts";
import { findAttachments } from "./html/find-attachments.ts";
import { findMainByDensity, findMainByName } from "./html/find-main.ts";
import { type HtmlElement, type ParsedHtml, parseHtml } from "./html/parse-html.ts";
import { readLines, type TextLine } from "./html/read-lines.ts";
import { countText, findElement } from "./html/walk.ts";
import { makeBlocks } from "./make-blocks.ts";
import type { LabelledValue, PageInput, PageProblem, UnderstoodPage } from "./model.ts";

/** A web page as a policy: its text, and what its tags, its document block and the text say of it. */
export function understandHtml(input: PageInput): UnderstoodPage {
  const { root, main, lines } = openPage(input);
  const labelled = listLabels(root, main, lines, input);
  const texts = lines.flatMap((line) => (line.is === "line" ? [line.text] : []));
  const history = findHistory(texts);
  const candidates: Candidate[] = [
    ...readTags(readMetadata(root), input.remembered),
    ...readLabels(labelled, input.remembered),
    ...guessTitles(root, texts),
    ...guessFromText(lines),
    ...guessPublished(listShortTexts(root, main)),
    ...readHints(input),
  ];
  const title = chooseFields(dropCutTitles(candidates)).title?.value ?? null;
  candidates.push(...readHistory(history, title ?? ""), ...guessFromTitle(title ?? ""));
  const fields = chooseFields(joinBodies(dropFirstVersionsDay(dropCutTitles(candidates), history)));
  const blocks = makeBlocks(dropInfoLines(lines), title);
  const problems: PageProblem[] = [];
  if (blocks.length === 0) problems.push({ code: "no-text" });
  if (!title) problems.push({ code: "no-title" });
  return {
    language: detectLanguage(`${title ?? ""}\n${textOfBlocks(blocks)}`),
    blocks,
    fields,
    attachments: findAttachments(root, main, input.url),
    problems,
  };
}

/** All that stands beside a label on the page, for a person who corrects a field. */
export function listPageLabels(input: PageInput): LabelledValue[] {
  const { root, main, lines } = openPage(input);
  const tags = [...readMetadata(root).values()].map(({ name, content }) => ({
    label: name,
    value: content.slice(0, 300),
  }));
  return [...listLabels(root, main, lines, input), ...tags];
}

function openPage(input: PageInput): { root: HtmlElement; main: HtmlElement | null; lines: TextLine[] } {
  const text = decodeText(input.content, input.charset);
  const parsed = parseHtml(text.replaceAll("\u0001", ""));
  const main = findMain(parsed);
  return { root: parsed.root, main, lines: main ? readLines(main) : [] };
}

function findMain({ root, guessArticle }: ParsedHtml): HtmlElement | null {
  const named = findMainByName(root);
  if (named) return named;
  const dense = findMainByDensity(root);
  const article = guessArticle();
  // Readability gathers paragraphs that lie apart, but overlooks short texts and takes the headline along.
  if (article && dense) return countText(dense).all < countText(article).all * 0.5 ? article : dense;
  return article ?? dense ?? findElement(root, ({ name }) => name === "body");
}

/** The line of day, source and type size below a headline, where it stands within the text. */
function dropInfoLines(lines: readonly TextLine[]): TextLine[] {
  // A day alone may be the end of a short notice.
  const isInfo = (text: string): boolean => isInfoLine(text) && /\p{Script=Han}{2}\s*[：:]/u.test(text);
  return lines.filter((line, index) => index > 4 || line.is !== "line" || !isInfo(line.text));
}

/** Labels outside the main text, and in its first lines: some systems print the document block there. */
function listLabels(
  root: HtmlElement,
  main: HtmlElement | null,
  lines: readonly TextLine[],
  input: PageInput,
): LabelledValue[] {
  const learnt = input.remembered.map(({ label }) => label);
  const isWholePage = main === null || main.name === "body" || main.name === "#document";
  const outside = listLabelled(root, learnt, isWholePage ? null : main);
  if (isWholePage || !main) return outside;
  const first = lines.slice(0, 12);
  const head: HtmlElement = { name: "div", attributes: {}, children: [] };
  for (const line of first) {
    if (line.is === "line") head.children.push({ name: "p", attributes: {}, children: [line.text] });
    else head.children.push(toTable(line.grid.rows));
  }
  return [...outside, ...listLabelled(head, learnt, null)];
}

function toTable(rows: readonly (readonly string[])[]): HtmlElement {
  const cell = (text: string): HtmlElement => ({ name: "td", attributes: {}, children: [text] });
  return {
    name: "table",
    attributes: {},
    children: rows.slice(0, 12).map((row) => ({ name: "tr", attributes: {}, children: row.map(cell) })),
  };
}

function readHints({ hints, url }: PageInput): Candidate[] {
  const found: Candidate[] = [];
  const { title, published } = hints;
  if (title) found.push({ field: "title", text: title, origin: "list", confidence: 0.7, evidence: title });
  if (published)
    found.push({ field: "published", text: published, origin: "list", confidence: 0.8, evidence: published });
  const day = url ? findDateInUrl(url) : null;
  if (day) found.push({ field: "published", text: day, origin: "heuristic", confidence: 0.7, evidence: url ?? "" });
  return found;
}

/** Lists cut long titles; where a longer one begins the same, it is the title. */
function dropCutTitles(candidates: readonly Candidate[]): Candidate[] {
  const titles = candidates.filter(({ field }) => field === "title").map(({ text }) => bareText(text));
  return candidates.filter(({ field, origin, text }) => {
    if (field !== "title" || (origin !== "list" && !/(…|\.{3})$/.test(text))) return true;
    const bare = bareText(text);
    return !titles.some((other) => other.length > bare.length && other.startsWith(bare));
  });
}
