import type { Body } from "../knowledge.ts";
import type { ClassifySubject } from "./classification.ts";
import { foldForMatching, foldTerm } from "./fold-for-matching.ts";
import { findRegions, type RegionFinder } from "./tag-regions.ts";

export interface BodyFinder {
  byId: ReadonlyMap<string, Body>;
  byName: ReadonlyMap<string, Body>;
  /** agency codes, the longest first: 国办发 before 国发 */
  codes: { code: string; body: Body }[];
}

export function buildBodyFinder(bodies: readonly Body[]): BodyFinder {
  const byName = new Map<string, Body>();
  // Full names after aliases, so that a former name that another body bears today is that body's.
  for (const body of bodies) for (const alias of body.aliases) byName.set(foldTerm(alias), body);
  for (const body of bodies) for (const name of Object.values(body.name)) if (name) byName.set(foldTerm(name), body);
  return {
    byId: new Map(bodies.map((body) => [body.id, body])),
    byName,
    codes: bodies
      .flatMap((body) => body.codes.map((code) => ({ code: foldTerm(code), body })))
      .sort((a, b) => b.code.length - a.code.length),
  };
}

/** How it is known who issued an item; `site`: nothing says so, and it is taken to be of whose site it stands on. */
export type IssuerGrounds = "printed" | "number" | "title" | "law" | "site";

export interface MatchedBodies {
  bodies: Body[];
  grounds: IssuerGrounds | null;
}

/**
 * Who issued an item: as printed; else by its number; else by whom its title begins with, or what only one body can pass; else whose site it
 * stands on. What is printed and not in the list is nobody else's: no other ground stands in for it.
 */
export function matchBodies(subject: ClassifySubject, finder: BodyFinder, regions: RegionFinder): MatchedBodies {
  const printed = subject.bodyNames.flatMap((name) => bodiesOfName(name, finder));
  if (subject.bodyNames.length > 0) return { bodies: [...new Set(printed)], grounds: "printed" };
  const numbered = subject.documentNumber === null ? null : bodyOfNumber(subject.documentNumber, finder);
  if (numbered) return { bodies: [numbered], grounds: "number" };
  const titled = bodyAtStart(subject.title, finder);
  if (titled) return { bodies: [titled], grounds: "title" };
  const lawmaker = lawmakerOfTitle(subject.title, finder, regions);
  if (lawmaker) return { bodies: [lawmaker], grounds: "law" };
  const published = subject.source ? finder.byId.get(subject.source.body) : undefined;
  return published ? { bodies: [published], grounds: "site" } : { bodies: [], grounds: null };
}

/** 联合执法, 办法 and 守法 are no laws. */
const namesLaw = /(?:条例|(?<!方|办|做|用|写|算|执|司|普|立|守|违|合|依|非|手)法)(?:[(（].*[)）])?$/;

/** 「济南市大气污染防治条例」 can only be of that city's congress, 「大气污染防治法」 of the state's: regions make no 法 (立法法 2015, 7 and 72). */
function lawmakerOfTitle(title: string, { byId }: BodyFinder, regions: RegionFinder): Body | null {
  if (!namesLaw.test(title) || title.includes("关于")) return null;
  const first = findRegions(foldForMatching(title), regions).find(({ start }) => start === 0);
  const isRegulation = /条例(?:[(（].*[)）])?$/.test(title);
  if (isRegulation !== (first !== undefined)) return null;
  const ofLawmaker = (body: Body) =>
    /人民代表大会.*常务委员会/.test(body.name.zh ?? "") && body.region === (first?.owner ?? null);
  return [...byId.values()].find(ofLawmaker) ?? null;
}

/** 「环境保护部办公厅」 is the ministry's; 「发展改革委、环境保护部」 are two. */
function bodiesOfName(name: string, finder: BodyFinder): Body[] {
  const whole = finder.byName.get(foldTerm(name));
  if (whole) return [whole];
  return name
    .split(/[、，,;；\s]+/)
    .flatMap((part) => finder.byName.get(foldTerm(part)) ?? bodyAtStart(part, finder) ?? []);
}

/** 环发 was the administration's, then the ministry's: the year of the number says whose. */
function bodyOfNumber(number: string, { codes }: BodyFinder): Body | null {
  const folded = foldTerm(number);
  const fitting = codes.filter(
    ({ code }) => folded.startsWith(code) && !/^\p{Script=Han}/u.test(folded.slice(code.length).replace(/^第/, "")),
  );
  const longest = fitting.filter(({ code }) => code.length === fitting[0]?.code.length).map(({ body }) => body);
  const year = Number(/(?:19|20)\d{2}/.exec(number)?.[0]);
  return longest.findLast((body) => existedIn(body, year)) ?? longest[0] ?? null;
}

function existedIn({ since, until }: Body, year: number): boolean {
  return Number((since ?? "0").slice(0, 4)) <= year && year <= Number((until ?? "9999").slice(0, 4));
}

function bodyAtStart(text: string, { byName }: BodyFinder): Body | null {
  const folded = foldTerm(text).slice(0, longestName);
  for (let length = folded.length; length >= shortestName; length -= 1) {
    const body = byName.get(folded.slice(0, length));
    if (body) return body;
  }
  return null;
}

const longestName = 30;
/** A two-letter alias (“环保”) at the beginning of a title is a common word. */
const shortestName = 3;
