import { findDates, parseDate } from "../dates.ts";
import { findDocumentNumbers } from "../document-number.ts";
import type { Candidate } from "./candidates.ts";

interface HistoryEvent {
  date: string;
  text: string;
  act: "adopted" | "approved" | "announced" | "amended" | "in-force";
}

const acts: readonly (readonly [RegExp, HistoryEvent["act"]])[] = [
  [/起?施行|起?实施/, "in-force"],
  [/修订|修正|修改/, "amended"],
  [/批准/, "approved"],
  [/公布|发布/, "announced"],
  [/通过/, "adopted"],
];

/**
 * The note below the title of a law: who adopted, approved, announced and amended it, and when (立法法 2015, 57 and 61:
 * each amendment is named). Lines, or one bracket that holds them all.
 */
export function readHistory(lines: readonly string[], title: string): Candidate[] {
  const events = lines.map((line) => namePlace(line, title)).flatMap(readEvents);
  const found: Candidate[] = [];
  const last = latest(events.filter(({ act }) => act !== "in-force"));
  if (last) found.push(guess("written", last.date, 0.8, last.text));
  const bodies = findIssuer(events);
  if (bodies) found.push(guess("bodies", bodies.name, 0.75, bodies.text));
  const inForce = latest(events.filter(({ act }) => act === "in-force"));
  if (inForce) found.push(guess("inForce", inForce.date, 0.7, inForce.text));
  // The number under which it first appeared is its own only while nothing has changed it.
  const announced = events.findLast(({ text }) => findNumber(text) !== null);
  const number = announced ? findNumber(announced.text) : null;
  if (announced && number) {
    const isLast = events.every(({ date, act }) => date <= announced.date || act === "in-force");
    found.push(guess("documentNumber", number, isLast ? 0.75 : 0.6, announced.text));
  }
  return found;
}

/**
 * An amended law keeps the sentence 「本法自2016年1月1日起施行」 of its first version (立法法 2015, 59): of the version at hand, made later, it does
 * not say when it took effect.
 */
export function dropFirstVersionsDay(candidates: readonly Candidate[], history: readonly string[]): Candidate[] {
  const events = history.flatMap(readEvents).sort((a, b) => a.date.localeCompare(b.date));
  const first = events.findIndex(({ act }) => act === "adopted");
  // Adopted a second time, it was made anew, though the note does not say 修订.
  const amended = events.findLast(
    ({ act }, index) => act === "amended" || (act === "adopted" && first >= 0 && index > first),
  );
  return candidates.filter(({ field, origin, text }) => {
    if (!amended || field !== "inForce" || origin !== "heuristic") return true;
    return (parseDate(text) ?? amended.date) >= amended.date;
  });
}

/** 市人民政府令第9041号 below 沈阳市…办法: the place is left out where the title has it. */
function namePlace(line: string, title: string): string {
  const place = /^((?!城市|本|全)\p{Script=Han}{2,12}?([省市县]))/u.exec(title);
  const [, name, kind] = place ?? [];
  return name && kind
    ? line.replace(new RegExp(`(?<=日\\s*)${kind}(?=人民政府|政府|人民代表大会|人大)`, "gu"), name)
    : line;
}

/** Whether a line says how a law came about, and nothing else. */
export function isHistoryLine(line: string): boolean {
  const [date] = findDates(line);
  if (!date || !/(通过|批准|公布|发布|修订|修正|施行)/.test(line)) return false;
  return date.index <= 3 && !/第[一二三四五六七八九十百]+条/.test(line.slice(0, 8));
}

/** Lines of a law's history below its title. */
export function findHistory(texts: readonly string[]): string[] {
  return texts
    .slice(0, 20)
    .map((text) => text.replace(/^[（(]/, "").replace(/[）)]$/, ""))
    .filter(isHistoryLine);
}

function guess(field: Candidate["field"], text: string, confidence: number, evidence: string): Candidate {
  return { field, text, origin: "heuristic", confidence, evidence };
}

function readEvents(line: string): HistoryEvent[] {
  const dates = findDates(line);
  return dates.flatMap(({ date, index, text }, order): HistoryEvent[] => {
    const said = line.slice(index + text.length, dates[order + 1]?.index ?? line.length);
    // 《关于修改…的决定》 names another act.
    const bare = said.replace(/[《〈][^》]*[》〉]/g, "");
    const act = acts.find(([pattern]) => pattern.test(bare) || pattern.test(said))?.[1];
    return act ? [{ date, text: `${text}${said}`.trim(), act }] : [];
  });
}

function latest(events: readonly HistoryEvent[]): HistoryEvent | null {
  return events.reduce<HistoryEvent | null>((best, each) => (best && best.date >= each.date ? best : each), null);
}

function findNumber(text: string): string | null {
  const [number] = findDocumentNumbers(text.replace(/[《〈][^》]*[》〉]/g, ""));
  return number?.text ?? null;
}

/** The people's congress that adopted it, the government that announced it. */
function findIssuer(events: readonly HistoryEvent[]): { name: string; text: string } | null {
  for (const { text, act } of [...events].reverse()) {
    if (act === "in-force" || act === "approved" || text.includes("批准的")) continue;
    const said = text.replace(/^.*?日\s*/, "");
    const congress =
      /^(?:经)?([\p{Script=Han}]*?)(第[一二三四五六七八九十\d]+届)(全国)?(人民代表大会(?:常务委员会)?)/u.exec(said);
    if (congress) return { name: `${congress[1] || "全国"}${congress[4]}`, text };
    const court = /^([\p{Script=Han}]{2,20}(?:法院|检察院))/u.exec(said);
    if (court?.[1]) return { name: court[1], text };
    const body = /^((?:中华人民共和国)?[\p{Script=Han}、]{2,60}?)(?:令|公告)?(?:第.{1,8}号)?(?:公布|发布)/u.exec(said);
    const name = body?.[1]?.replaceAll("中华人民共和国", "").replace(/(令|公告)$/, "");
    if (name) return { name, text };
  }
  return null;
}
