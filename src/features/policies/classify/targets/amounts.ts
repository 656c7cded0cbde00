import type { TargetUnit } from "../../policy.ts";

/** One number, or several in a row that share a unit: 「25%、20%、15%左右」. */
export interface AmountGroup {
  values: number[];
  unit: TargetUnit;
  start: number;
  end: number;
  /** the word after it: 以上, 左右 … */
  after: string;
}

/** Numbers with a unit that a target may have; amounts of money, years, sizes of plants (10蒸吨以下锅炉) are none. */
export function findAmounts(text: string): AmountGroup[] {
  return [...text.matchAll(group)].flatMap((match) => {
    const end = match.index + match[0].length;
    const [unitName, unit, factor] = readUnit(match.groups?.unit ?? "");
    if (unitName === undefined || unit === undefined || factor === undefined) return [];
    const rest = text.slice(end);
    const after = bound.exec(rest)?.[0] ?? "";
    if (isQualifier(rest.slice(after.length), after, unit)) return [];
    return [{ values: readValues(match[0], factor), unit, start: match.index, end: end + after.length, after }];
  });
}

/** The longest names first. */
const units: readonly (readonly [name: string, unit: TargetUnit, factor: number])[] = [
  ["个百分点", "percentage-points", 1],
  ["%", "percent", 1],
  ["微克/立方米", "ug-m3", 1],
  ["微克每立方米", "ug-m3", 1],
  ["μg/m3", "ug-m3", 1],
  ["ug/m3", "ug-m3", 1],
  ["毫克/立方米", "mg-m3", 1],
  ["万蒸吨", "tonnes-steam-h", 10_000],
  ["蒸吨", "tonnes-steam-h", 1],
  ["亿吨", "100m-tonnes", 1],
  ["万吨", "10k-tonnes", 1],
  ["吨", "tonnes", 1],
  ["万辆", "10k-vehicles", 1],
  ["辆", "vehicles", 1],
  ["万台", "sets", 10_000],
  ["台", "sets", 1],
  ["万户", "households", 10_000],
  ["户", "households", 1],
  ["家", "firms", 1],
  ["亿千瓦", "gw", 100],
  ["万千瓦", "gw", 0.01],
  ["天", "days", 1],
];

const unitPattern = units.map(([name]) => name.replace("/", "\\/")).join("|");
const number = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const group = new RegExp(
  `(?<![\\dA-Za-z.])(?:${number})(?:(?:${unitPattern})?(?:左右)?(?:、|和|及|与|以及|~|-|—|至)(?:${number}))*(?<unit>${unitPattern})(?!\\/)`,
  "g",
);
const bound = /^(?:及?以上|及?以下|以内|之内|左右|上下)/;

function readUnit(name: string): readonly [string?, TargetUnit?, number?] {
  return units.find(([known]) => known === name) ?? [];
}

/** Of a range (15%—20%) the end that is asked for at the least: the lower one. */
function readValues(printed: string, factor: number): number[] {
  const values = [...printed.matchAll(new RegExp(`(?<![A-Za-z\\d.])(?:${number})`, "g"))].map((match) =>
    Number(match[0].replaceAll(",", "")),
  );
  const isRange = /[~—]|\d-\d|%-|至/.test(printed);
  return (isRange ? values.slice(0, 1) : values).map((value) => Math.round(value * factor * 1e6) / 1e6);
}

/** 「10蒸吨及以下燃煤锅炉」, 「80%的城市」, 「60万千瓦机组」: the number says which ones are meant. */
function isQualifier(rest: string, after: string, unit: TargetUnit): boolean {
  if (/^\/|^每/.test(rest)) return true;
  if (/^的(?!目标|要求|水平|幅度)/.test(rest)) return true;
  const needsEnd = after !== "" || unit === "tonnes-steam-h" || unit === "gw";
  return (
    needsEnd &&
    /^(?:\/小时|\/h)?[\p{Script=Han}]/u.test(rest) &&
    !/^(?:水平|目标|的目标|的水平|,|其中|力争|并|和|及)/.test(rest)
  );
}
