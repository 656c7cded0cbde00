import type { PolicyBlock } from "../blocks.ts";
import { textOfBlocks } from "../blocks.ts";
import type { PolicyLinkKind } from "../policy.ts";
import { findDocumentNumbers, parseDocumentNumber } from "../understand/document-number.ts";
import { keyOfName, titleKey } from "./title-key.ts";

export interface LinkSubject {
  title: string;
  documentNumber: string | null;
  blocks: readonly PolicyBlock[];
}

/** Another document that an item names, and what it does with it. */
export interface Reference {
  kind: Exclude<PolicyLinkKind, "version-of">;
  /** in normal form */
  number: string | null;
  /** as between 《 and 》 */
  title: string | null;
  where: "title" | "text";
  /** the words around it */
  evidence: string;
}

/** What an item's title and text name, by 《title》 and by document number; itself left out. */
export function findReferences(subject: LinkSubject): Reference[] {
  const own = titleKey(subject.title);
  const ownNumber = subject.documentNumber === null ? null : normalNumber(subject.documentNumber);
  const inTitle = referencesOfTitle(subject.title);
  const mayCarryOut = carriesOut.test(subject.title);
  const inText = referencesOfText(textOfBlocks(subject.blocks), own).map((reference) =>
    reference.kind === "implements" && !mayCarryOut ? { ...reference, kind: "mentions" as const } : reference,
  );
  const references = [...inTitle, ...followTitle(inText, subject.title, inTitle.length > 0)];
  return references.filter(
    ({ title, number, kind }) =>
      (number === null || number !== ownNumber) && (title === null || kind !== "mentions" || keyOfName(title) !== own),
  );
}

/** Only a measure carries another out; a report or a meeting that speaks of 贯彻落实 mentions it. */
const carriesOut = /通知|预案|意见|方案|计划|规划|办法|条例|规定|细则|措施|要点|公告|通告|决定|函$/;

function normalNumber(number: string): string {
  return parseDocumentNumber(number)?.text ?? number;
}

/**
 * What a decision that repeals 「部分文件」 lists in its text is repealed; what an explanation without a name in its title names first is what
 * it explains.
 */
function followTitle(references: readonly Reference[], title: string, isNamed: boolean): Reference[] {
  const kind = kindOfTitle(title);
  if (kind === "repeals")
    return references.map((reference) => (reference.kind === "mentions" ? { ...reference, kind } : reference));
  if (kind !== "interprets" || isNamed) return [...references];
  return references.map((reference, index) => (index === 0 ? { ...reference, kind } : reference));
}

function referencesOfTitle(title: string): Reference[] {
  const plain = title.normalize("NFKC").replace(/\s+/g, "");
  const kind = kindOfTitle(plain);
  const named = [...plain.matchAll(/《([^》]{3,80})》/g)].map((match) => match[1] ?? "");
  // 「打赢蓝天保卫战三年行动计划解读」 names it without brackets.
  const bare = /^(.{4,60}?)(?:政策|图文)?(?:解读|图解|问答|答记者问)/.exec(plain)?.[1];
  const names =
    named.length > 0 ? named : kind === "interprets" && bare ? [bare.replace(/^(?:一图读懂|图解):?/, "")] : [];
  const numbers = findDocumentNumbers(plain).map(({ text }) => text);
  return [
    ...names.map((name) => ({ kind, number: null, title: name, where: "title" as const, evidence: title })),
    ...numbers.map((number) => ({ kind, number, title: null, where: "title" as const, evidence: title })),
  ];
}

function kindOfTitle(title: string): Reference["kind"] {
  if (/解读|答记者问|图解|一图读懂|问答|编制说明|起草说明/.test(title)) return "interprets";
  if (/废止/.test(title)) return "repeals";
  if (/修改|修正|修改单|修正案|补充通知|调整/.test(title)) return "amends";
  return /贯彻|落实|实施|执行|转发/.test(title) ? "implements" : "mentions";
}

function referencesOfText(text: string, own: string): Reference[] {
  return text.split(/[。\n]/).flatMap((sentence) => referencesOfSentence(sentence, own));
}

function referencesOfSentence(sentence: string, own: string): Reference[] {
  const names = [...sentence.matchAll(/《([^》\n]{3,80})》/g)].map((match) => ({
    title: match[1] ?? "",
    start: match.index,
    end: match.index + match[0].length,
  }));
  const numbers = /[号\d]/.test(sentence) ? findNumbers(sentence) : [];
  const evidence = sentence.trim().slice(0, 200);
  const taken = new Set<number>();
  const byName = names.map(({ title, start, end }): Reference => {
    // 《…》（国发〔2013〕37号） is one document.
    const number = numbers.find(({ index }) => index >= end && /^[（([【]?$/.test(sentence.slice(end, index)));
    if (number) taken.add(number.index);
    return {
      kind: kindInSentence(sentence, start, end, keyOfName(title) === own),
      number: number?.text ?? null,
      title,
      where: "text",
      evidence,
    };
  });
  const byNumber = numbers
    .filter(({ index }) => !taken.has(index))
    .map(({ text, index, length }): Reference => {
      const kind = kindInSentence(sentence, index, index + length, false);
      return { kind, number: text, title: null, where: "text", evidence };
    });
  return [...byName, ...byNumber];
}

/** In 「和国发〔2013〕37号」 the first character joins; only in 共和国 it belongs to a name. */
function findNumbers(sentence: string): { text: string; index: number; length: number }[] {
  return findDocumentNumbers(sentence).map(({ text, index, length }) =>
    text.startsWith("和国") ? { text: text.slice(1), index: index + 1, length: length - 1 } : { text, index, length },
  );
}

/** By the words before and after it; what is repealed by a document of the same name is replaced. */
function kindInSentence(sentence: string, start: number, end: number, isOwnName: boolean): Reference["kind"] {
  const before = sentence.slice(Math.max(0, start - 30), start);
  const after = sentence.slice(end);
  if (/(?:代替|替代|取代)[^，,。]{0,12}$/.test(before)) return "replaces";
  if (/^[^。]{0,120}(?:同时|即行|一并|予以)?废止/.test(after) || /废止[^，。]{0,10}$/.test(before))
    return isOwnName || /^[^。]{0,60}同时废止/.test(after) ? "replaces" : "repeals";
  if (/(?:修改|修正)[^，。]{0,8}$/.test(before) || /^[^，。；]{0,30}(?:作(?:如下|以下)|予以)?修改/.test(after))
    return "amends";
  // The word nearest to the name counts: 「为落实《…计划》，根据《…法》」.
  if (/(?:贯彻|落实|实施)(?![^。；]*(?:根据|依据|按照|依照|遵照))[^。；]{0,28}$/.test(before)) return "implements";
  const isBasis = /(?:根据|依据|按照|依照|遵照)[^。；]{0,28}$/.test(before);
  return isBasis && !restsOnLaw(sentence, sentence.slice(start, end)) ? "implements" : "mentions";
}

/** A measure made 「根据」 a law or a standard, and a regulation in its first article, rests on it and does not carry it out. */
function restsOnLaw(sentence: string, name: string): boolean {
  if (/^\s*第[一二三四五六七八九十百零\d]+条/.test(sentence)) return true;
  if (/制定本(?:法|条例|办法|规定|细则|规则|标准)/.test(sentence)) return true;
  return /(?:法|条例|办法|规定|细则|标准|规范)(?:[（(][^）)]*[）)])?》?$|^(?:GB|HJ|DB)/.test(name);
}
