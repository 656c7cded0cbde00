import { findDates } from "../dates.ts";
import { findDocumentNumbers, normaliseDocumentNumbers } from "../document-number.ts";
import type { TextLine } from "../html/read-lines.ts";
import { findSignatures } from "../make-blocks.ts";
import { bodiesOfTitle, isBodyName, splitBodies } from "../split-bodies.ts";
import type { Candidate } from "./candidates.ts";

/** What the text itself says: number near its top, names and day at its end, when it takes effect. */
export function guessFromText(lines: readonly TextLine[]): Candidate[] {
  const texts = lines.flatMap((line) => (line.is === "line" ? [line.text] : []));
  return [...guessNumbers(texts), ...readSignature(lines), ...guessInForce(texts)];
}

/** Who issues and under which number, as far as a title says so. */
export function guessFromTitle(title: string): Candidate[] {
  const found: Candidate[] = [];
  const bodies = bodiesOfTitle(title);
  if (bodies.length > 0) found.push(guess("bodies", bodies.join("、"), 0.7, `标题: ${title}`));
  const [number] = findDocumentNumbers(title.replace(/《[^》]*》/g, ""));
  if (number) found.push(guess("documentNumber", number.text, 0.7, `标题: ${title}`));
  const validity = /[（(【[](已?废止|失效|已失效)[）)】\]]/.exec(title)?.[1];
  if (validity) found.push(guess("validity", validity, 0.8, `标题: ${title}`));
  return found;
}

function guess(field: Candidate["field"], text: string, confidence: number, evidence: string): Candidate {
  return { field, text, origin: "heuristic", confidence, evidence };
}

/** A line that is nothing but a number, above the first paragraph; in a sentence it would be another document's. */
function guessNumbers(texts: readonly string[]): Candidate[] {
  for (const text of texts.slice(0, 14)) {
    if (text.length > 120) continue;
    const number = normaliseDocumentNumbers(text.replace(/^(文号|发文字号|字号)[：:]/, ""));
    if (number) return [guess("documentNumber", number, 0.85, text)];
  }
  return [];
}

function readSignature(lines: readonly TextLine[]): Candidate[] {
  const places = [...findSignatures(lines)].sort((a, b) => a - b);
  const [first] = places;
  if (first === undefined) return [];
  // The first of them: what follows is an annex with an end of its own.
  const texts: string[] = [];
  for (let index = first; places.includes(index); index += 1) {
    const line = lines[index];
    if (line?.is !== "line") break;
    texts.push(line.text);
    if (findDates(line.text).length > 0) break;
  }
  const evidence = `落款: ${texts.join(" ")}`;
  const date = findDates(texts.at(-1) ?? "")[0];
  const names = texts.flatMap((text) => splitBodies(text.slice(0, findDates(text)[0]?.index ?? text.length)));
  const found: Candidate[] = [];
  if (date) found.push(guess("written", date.date, 0.85, evidence));
  const bodies = names.filter(isBodyName);
  if (bodies.length > 0) found.push(guess("bodies", bodies.join("、"), 0.8, evidence));
  return found;
}

const takesEffect =
  /(?:本|该)?[\p{Script=Han}（）()]{0,16}?自?\s*((?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年[^，。；]{2,10}?日)\s*起?\s*(?:正式)?(?:施行|实施|执行|生效)/u;
const ownWords = /(本(法|条例|办法|规定|标准|方案|通知|细则|意见|公告|预案|决定|令|规程|规范)|自)/;

/** 「本条例自2016年7月1日起施行。」; a law as a rule ends with it. */
function guessInForce(texts: readonly string[]): Candidate[] {
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const text = texts[index] ?? "";
    if (!/(施行|实施|执行|生效)/.test(text)) continue;
    for (const sentence of text.split(/[。；]/)) {
      const match = takesEffect.exec(sentence);
      if (!match || !ownWords.test(sentence.slice(0, match.index + match[0].length))) continue;
      const isOwn = /本(法|条例|办法|规定|标准|方案|通知|细则|意见|公告|预案|决定|令|规程|规范)自/.test(sentence);
      const isNearEnd = index >= texts.length - 6;
      if (isOwn || isNearEnd) return [guess("inForce", match[1] ?? "", isOwn ? 0.8 : 0.5, sentence.trim())];
    }
  }
  return [];
}
