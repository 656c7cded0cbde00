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

/** Who issued an item: as printed; else by its number; else by whom its title begins with, or what only one body can pass; else whose site it stands on. */
export function matchBodies(subject: ClassifySubject, finder: BodyFinder, regions: RegionFinder): Body[] {
  const printed = subject.bodyNames.flatMap((name) => bodiesOfName(name, finder));
  if (printed.length > 0) return [...new Set(printed)];
  const numbered = subject.documentNumber === null ? null : bodyOfNumber(subject.documentNumber, finder);
  if (numbered) return [numbered];
  const titled = bodyAtStart(subject.title, finder);
  if (titled) return [titled];
  const lawmaker = lawmakerOfTitle(subject.title, finder, regions);
  if (lawmaker) return [lawmaker];
  const published = subject.source && subject.bodyNames.length === 0 ? finder.byId.get(subject.source.body) : undefined;
  return published ? [published] : [];
}

/** 「济南市大气污染防治条例」 can only be of that city's congress, 「大气污染防治法」 of the state's. */
function lawmakerOfTitle(title: string, { byId }: BodyFinder, regions: RegionFinder): Body | null {
  if (!/(?:条例|(?<!办)法)(?:[(（].*[)）])?$/.test(title) || title.includes("关于")) return null;
  const first = findRegions(foldForMatching(title), regions).find(({ start }) => start === 0);
  if (!first && title.includes("条例")) return null;
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
