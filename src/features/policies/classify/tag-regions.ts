import type { Tag, TagReason } from "../item.ts";
import type { Body, Region } from "../knowledge.ts";
import type { ClassifySubject, FoldedSubject } from "./classification.ts";
import { buildWordFinder, type FoundWord, type WordFinder } from "./find-words.ts";
import { foldForMatching, foldTerm, lineEnd, sentenceEnd } from "./fold-for-matching.ts";
import { provinceOfNumber } from "./province-codes.ts";
import { listRegionWords } from "./region-words.ts";
import { countWords } from "./tag-topics.ts";

export interface RegionFinder {
  regions: ReadonlyMap<string, Region>;
  byCode: ReadonlyMap<string, Region>;
  words: WordFinder<string>;
}

export function buildRegionFinder(regions: readonly Region[]): RegionFinder {
  return {
    regions: new Map(regions.map((region) => [region.id, region])),
    byCode: new Map(regions.flatMap((region) => (region.code === null ? [] : [[region.code, region]]))),
    words: buildWordFinder(listRegionWords(regions), "together"),
  };
}

/** Regions that an item is for: of who issued it, its number, its source, its title and its text. */
export function tagRegions(
  subject: ClassifySubject,
  folded: FoldedSubject,
  { bodies, isAssumed }: { bodies: readonly Body[]; isAssumed: boolean },
  finder: RegionFinder,
): Tag[] {
  const found: Found[] = [
    // Of whom nothing says that it issued it, only the site speaks.
    ...(isAssumed ? [] : fromBodies(subject.bodyNames, bodies, finder)),
    ...fromNumber(subject.documentNumber, finder),
    ...fromSource(subject.source, bodies),
    ...group("name", "title", findRegions(folded.title, finder)),
    ...fromText(folded.ownText, finder),
  ];
  const tags = Map.groupBy(found, ({ id }) => id);
  return [...tags].map(([id, founds]) => ({ id, by: "rule", reasons: founds.flatMap(({ reasons }) => reasons) }));
}

/** Names of regions in a folded text; a province that only says where a city lies (河北省石家庄市) is left out. */
export function findRegions(folded: string, { words, regions }: RegionFinder): FoundWord<string>[] {
  const found = words.find(folded);
  return found.filter((word, index) => {
    const next = found[index + 1];
    return !(next && next.start === word.end && isWithin(next.owner, word.owner, regions));
  });
}

interface Found {
  id: string;
  reasons: TagReason[];
}

function isWithin(inner: string, outer: string, regions: ReadonlyMap<string, Region>): boolean {
  for (let id = regions.get(inner)?.parent; id; id = regions.get(id)?.parent) if (id === outer) return true;
  return false;
}

function fromBodies(names: readonly string[], bodies: readonly Body[], finder: RegionFinder): Found[] {
  const known = bodies.flatMap(({ region, name }) =>
    region === null ? [] : [one(region, { rule: "issuer", term: name.zh ?? "", where: "body", times: 1 })],
  );
  const ids = new Set(known.map(({ id }) => id));
  const printed = names.flatMap((name) =>
    findRegions(foldForMatching(name), finder)
      .filter(({ owner }) => !ids.has(owner))
      .map(({ owner }) => one(owner, { rule: "issuer", term: name, where: "body", times: 1 })),
  );
  return [...known, ...printed];
}

/** 京政发〔2016〕1号 is of Beijing, whether its agency is in the list or not. */
function fromNumber(number: string | null, { byCode }: RegionFinder): Found[] {
  const code = number === null ? null : provinceOfNumber(number);
  const region = code === null ? undefined : byCode.get(code);
  return region && number ? [one(region.id, { rule: "number", term: number, where: "number", times: 1 })] : [];
}

/** A region's site that carries what the state has issued says nothing about whom it is for. */
function fromSource(source: ClassifySubject["source"], bodies: readonly Body[]): Found[] {
  if (!source?.region || (bodies.length > 0 && bodies.every(({ region }) => region === null))) return [];
  return [one(source.region, { rule: "source", term: source.body, where: "source", times: 1 })];
}

const mentionsNeeded = 2;

/** Two mentions, or one in a clause that says whom the document binds. */
function fromText(text: string, finder: RegionFinder): Found[] {
  const found = findRegions(text, finder).filter((word) => !isElsewhere(text, word));
  return [...Map.groupBy(found, ({ owner }) => owner)].flatMap(([id, words]) => {
    if (words.length >= mentionsNeeded) return [{ id, reasons: countWords("name", "text", words) }];
    return words.some((word) => saysWhere(text, word)) ? [{ id, reasons: countWords("scope", "text", words) }] : [];
  });
}

function isElsewhere(text: string, { start, end }: FoundWord<string>): boolean {
  const from = Math.max(text.lastIndexOf(sentenceEnd, start), text.lastIndexOf(lineEnd, start)) + 1;
  const ends = [text.indexOf(sentenceEnd, end), text.indexOf(lineEnd, end)].filter((index) => index >= 0);
  const sentence = text.slice(from, Math.min(text.length, ...ends));
  return elsewhere.some((word) => sentence.includes(word));
}

function group(rule: string, where: TagReason["where"], words: readonly FoundWord<string>[]): Found[] {
  return [...Map.groupBy(words, ({ owner }) => owner)].map(([id, own]) => ({
    id,
    reasons: countWords(rule, where, own),
  }));
}

function one(id: string, reason: TagReason): Found {
  return { id, reasons: [reason] };
}

/** 「适用于」 before it, or 「行政区域」 right after it; the clause may be cut by commas between the names of a list. */
function saysWhere(text: string, { start, end }: FoundWord<string>): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 12);
  return scopeBefore.some((word) => before.includes(word)) || scopeAfter.some((word) => after.includes(word));
}

/** 「香港特别行政区、澳门特别行政区和台湾地区的企业…参照适用」: a closing clause that sets a rule for others is not for whom the document is. */
const elsewhere = ["参照适用", "参照执行", "不适用"].map(foldTerm);

const scopeBefore = ["适用于", "适用范围", "实施范围", "规划范围", "控制范围", "执行地区", "包括以下"].map(foldTerm);
const scopeAfter = ["行政区域", "辖区内", "全境"].map(foldTerm);
