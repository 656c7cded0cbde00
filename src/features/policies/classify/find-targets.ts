import type { PolicyBlock } from "../blocks.ts";
import type { PolicyTarget } from "../item.ts";
import type { PolicyKnowledge } from "../knowledge.ts";
import { prepareFinders } from "./classify-item.ts";
import { foldForMatching } from "./fold-for-matching.ts";
import { findRegions, type RegionFinder } from "./tag-regions.ts";
import { type AmountGroup, findAmounts } from "./targets/amounts.ts";
import { type FoundIndicator, findIndicators } from "./targets/indicators.ts";
import { readMeaning } from "./targets/read-group.ts";
import { listSentences, plainForm, type TargetSentence } from "./targets/sentences.ts";
import { findBaseYear, findPlanPeriod, findTargetYear, isAgainstYearBefore, type Years } from "./targets/years.ts";

export type ProposedTarget = Omit<PolicyTarget, "id" | "item" | "state" | "decidedBy">;

export interface TargetSetting {
  /** YYYY-MM-DD: what was to be reached before that day is history */
  published: string | null;
  /** ids of the item's regions; a single one is whose targets they are where a sentence names none */
  regions: readonly string[];
  /** of the item, for the years that its name gives */
  title?: string;
}

/** Numbers that a policy sets out to reach, each with its sentence, for a person to confirm. */
export function findTargets(
  blocks: readonly PolicyBlock[],
  setting: TargetSetting,
  knowledge: PolicyKnowledge,
): ProposedTarget[] {
  const { regions } = prepareFinders(knowledge);
  const document = yearsOfText(setting.title ?? "");
  const found: ProposedTarget[] = [];
  let paragraph = -1;
  let years: Years = document;
  for (const sentence of listSentences(blocks)) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      years = yearsOfHeadings(sentence.headings) ?? document;
    }
    const read = readSentence(sentence, years, setting, regions);
    years = { target: read.target ?? years.target, base: null };
    found.push(...read.targets);
  }
  return found.filter((target, index) => found.findIndex((other) => isSame(other, target)) === index);
}

function isSame(a: ProposedTarget, b: ProposedTarget): boolean {
  return (
    a.indicator === b.indicator &&
    a.measure === b.measure &&
    a.value === b.value &&
    a.unit === b.unit &&
    a.region === b.region &&
    a.scope?.zh === b.scope?.zh &&
    a.targetYear === b.targetYear
  );
}

function yearsOfText(text: string): Years {
  const plain = plainForm(text);
  return { target: findTargetYear(plain), base: findPlanPeriod(plain)?.base ?? null };
}

function yearsOfHeadings(headings: readonly string[]): Years | null {
  return (
    headings
      .toReversed()
      .map(yearsOfText)
      .find(({ target }) => target !== null) ?? null
  );
}

interface Carried {
  indicators: FoundIndicator[];
  regions: string[];
  isNamed: boolean;
  /** 重点区域: neither the whole country nor a region of the gazetteer */
  someOf: string | null;
  target: number | null;
  base: number | null;
  /** words before the last number that was a target: their verb holds for the next of a list */
  lead: string;
}

function readSentence(
  sentence: TargetSentence,
  years: Years,
  setting: TargetSetting,
  finder: RegionFinder,
): { targets: ProposedTarget[]; target: number | null } {
  const { plain } = sentence;
  if (isAboutOtherThings(plain)) return { targets: [], target: null };
  const targets: ProposedTarget[] = [];
  const carried: Carried = {
    indicators: [],
    regions: [],
    isNamed: false,
    someOf: null,
    target: years.target,
    base: null,
    lead: "",
  };
  let from = 0;
  for (const group of findAmounts(plain)) {
    const before = plain.slice(from, group.start);
    from = group.end;
    if (!carryOn(carried, before, group, setting, finder)) continue;
    carried.target ??= findTargetYear(plain.slice(group.end));
    if (isHistory(before, group, plain, carried.target, setting.published)) continue;
    targets.push(...spread(sentence, group, before, carried, years, setting));
    if (!isNextOfList(before)) carried.lead = before;
  }
  const last = findTargetYear(plain.slice(from));
  return { targets, target: last ?? carried.target };
}

/** Takes from the words before a number whatever they say anew; false where they name nothing that could be measured. */
function carryOn(
  carried: Carried,
  before: string,
  group: AmountGroup,
  setting: TargetSetting,
  finder: RegionFinder,
): boolean {
  const target = findTargetYear(before);
  if (target !== null) carried.target = target;
  const base = findBaseYear(before);
  if (base !== null) carried.base = base;
  const regions = findRegions(foldForMatching(before), finder).map(({ owner }) => owner);
  if (regions.length > 0 || /全国|地级及以上城市|各省|所有城市/.test(before)) {
    carried.regions = [...new Set(regions)];
    carried.isNamed = true;
  } else if (/全[省市区]|[我本][省市]/.test(before)) {
    carried.regions = ownRegion(setting, finder, before);
    carried.isNamed = carried.regions.length > 0;
  }
  const keyRegions = /重点(?:区域|地区)/.exec(before)?.[0];
  if (regions.length > 0 || /全国/.test(before)) carried.someOf = null;
  else if (keyRegions !== undefined) {
    carried.someOf = keyRegions;
    carried.regions = [];
    carried.isNamed = true;
  }
  const indicators = indicatorsOf(before, group);
  if (indicators.length > 0) carried.indicators = indicators;
  // 「珠三角下降15%」 goes on with what was said of the others; 「安排资金20%」 does not.
  else if (regions.length === 0 && !onlyAVerb.test(before)) carried.indicators = [];
  return carried.indicators.some(({ units }) => units.includes(group.unit));
}

/** 「控制在56」 after 「下降30%，」: nothing else is named. */
const onlyAVerb =
  /^[,;、和及以]{0,2}(?:力争|其中|并)?(?:分别)?(?:(?:下降|降低|减少|控制|达到|提高|稳定|降)[到至在]?|不低于|不超过|不高于|不少于)?(?:约|至少|不低于)?$/;

/** Of the last clause that names any: all of a list (二氧化硫、氮氧化物), else the last one. */
function indicatorsOf(before: string, group: AmountGroup): FoundIndicator[] {
  for (const clause of before.split(/[,;]/).toReversed()) {
    const found = findIndicators(clause).filter(({ units }) => units.includes(group.unit));
    const distinct = found.filter(
      ({ indicator }, index) => found.findIndex((other) => other.indicator === indicator) === index,
    );
    const last = distinct.at(-1);
    if (!last) continue;
    const list = [last];
    for (const other of distinct.slice(0, -1).toReversed()) {
      const first = found.find(({ indicator }) => indicator === list[0]?.indicator);
      const between = clause.slice(endOf(other, found), first?.start);
      if (!/^[^,;]{0,14}(?:、|和|及|与|以及|\/)$/.test(between)) break;
      list.unshift(other);
    }
    return list;
  }
  return [];
}

/** 「细颗粒物(PM2.5)」 names it twice. */
function endOf({ indicator }: FoundIndicator, found: readonly FoundIndicator[]): number {
  return found.findLast((other) => other.indicator === indicator)?.end ?? 0;
}

/** 「压减炼铁产能4000万吨、水泥产能3500万吨」 */
function isNextOfList(before: string): boolean {
  return /^[、,和及][^,;]{0,16}$/.test(before);
}

/** One target for each value, indicator and region that the sentence puts together, 「分别」 in their order. */
function spread(
  { text, place }: TargetSentence,
  group: AmountGroup,
  before: string,
  carried: Carried,
  years: Years,
  setting: TargetSetting,
): ProposedTarget[] {
  const indicators = carried.indicators.filter(({ units }) => units.includes(group.unit));
  const regions = carried.isNamed ? carried.regions : ownRegion(setting);
  const isSum = !/percent|ug-m3|mg-m3|days/.test(group.unit) && !/均|各|每/.test(before);
  const isPeriodEnd = carried.target !== null && carried.target === years.target;
  const baseYear =
    carried.target !== null && isAgainstYearBefore(before)
      ? carried.target - 1
      : (carried.base ?? (isPeriodEnd ? years.base : null));
  return pair(group.values, indicators, regions, isSum).flatMap(({ value, indicator, words, region }) => {
    const meaning =
      readMeaning(indicator, group, before) ??
      (isNextOfList(before) ? readMeaning(indicator, group, carried.lead) : null);
    if (!meaning || (indicator === "other" && carried.target === null)) return [];
    return [
      {
        sentence: text,
        place,
        region,
        indicator,
        measure: meaning.measure,
        value: value * meaning.sign,
        unit: group.unit,
        bound: meaning.bound,
        baseYear: meaning.measure === "change" ? baseYear : null,
        targetYear: carried.target,
        scope: scopeOf(words, before, text, region === null ? carried.someOf : null),
      },
    ];
  });
}

/** What the words narrow a number to, as they stand: regions or cities, an industry, a process, a season. */
function scopeOf(words: string, before: string, sentence: string, someOf: string | null): ProposedTarget["scope"] {
  const clause = before.split(/[,;]/).findLast((part) => part !== "") ?? "";
  const parts = [
    someOf,
    /未达标(?:的)?(?:地级及以上)?城市/.exec(before)?.[0],
    /(?:重点|石化|工业|电力|钢铁|水泥|焦化)行业|工业源/.exec(clause)?.[0],
    words,
    /采暖[期季]|秋冬季|\d{4}年\d{1,2}月(?:至|-|—)\d{4}年\d{1,2}月/.exec(plainForm(sentence))?.[0],
  ].filter((part) => part !== null && part !== undefined && part !== "");
  return parts.length === 0 ? null : { zh: parts.join("，") };
}

/** The item's only region; of several the first province or city, as the words have it: 全省, 全市. */
function ownRegion({ regions }: TargetSetting, finder?: RegionFinder, words = ""): string[] {
  if (regions.length === 1) return [...regions];
  const level = /省/.test(words) ? /^province$/ : /市/.test(words) ? /^(?:city|province)$/ : null;
  const own = level === null ? undefined : regions.find((id) => level.test(finder?.regions.get(id)?.level ?? ""));
  return own === undefined ? [] : [own];
}

interface Pair {
  value: number;
  indicator: FoundIndicator["indicator"];
  /** of the indicator, where its name alone would not tell: 秸秆综合利用率, 炼铁 */
  words: string;
  region: string | null;
}

function pair(
  values: readonly number[],
  indicators: readonly FoundIndicator[],
  regions: readonly string[],
  isSum: boolean,
): Pair[] {
  const places = regions.length > 0 ? regions : [null];
  const names = indicators.map(({ indicator, words }) => ({ indicator, words }));
  const [first = 0] = values;
  // What several regions are to close together is nobody's own target.
  if (values.length === 1 && isSum && places.length > 1) return [];
  if (values.length === 1)
    return names.flatMap((indicator) => places.map((region) => ({ value: first, ...indicator, region })));
  if (values.length === places.length && names.length === 1)
    return places.flatMap((region, index) =>
      names.map((indicator) => ({ value: values[index] ?? first, ...indicator, region })),
    );
  if (values.length === names.length)
    return names.flatMap((indicator, index) =>
      places.map((region) => ({ value: values[index] ?? first, ...indicator, region })),
    );
  // As many numbers as nothing that was named: a person reads the sentence.
  return [];
}

/** Limits of emission, penalties, shares of inspections, money and points. */
function isAboutOtherThings(plain: string): boolean {
  return /预警期间|应急响应期间|预警时|排放限值|浓度限值|排放浓度|基准(?:含)?氧|最高允许|罚款|处以|没收|抽查|抽测|抽检|检测频次|监测频次|采样|得分|分值|扣\d|加\d+分|权重|合格率|补贴|补助|奖励|投资|亿元|万元.{0,4}(?:资金|以上)|资金|征收|电价|税率|利率|含量不|硫含量|灰分|误差|准确度/.test(
    plain,
  );
}

/** What was measured, not what is aimed at. 「同比下降10%以上」 is a target where its year is not over yet. */
function isHistory(
  before: string,
  { after }: AmountGroup,
  sentence: string,
  target: number | null,
  published: string | null,
): boolean {
  const year = published === null ? null : Number(published.slice(0, 4));
  if (target !== null && year !== null && target < year) return true;
  if (
    /已(?:经)?(?:下降|降低|达到|完成|淘汰|累计)|(?:下降|降低|减少|提高|上升|增加|淘汰|压减|完成)了|实际|仍|为$|是$/.test(
      before,
    )
  )
    return true;
  const isAhead = target !== null && (year === null || target > year);
  if (/同比|环比/.test(before)) return after === "" && !isAhead;
  if (/累计/.test(before)) return target === null;
  return target === null && !/目标|力争|确保|不低于|不少于|不超过|控制在|要(?:求|达|比|在)?|应|达到/.test(sentence);
}
