import type { TargetIndicator, TargetUnit } from "../../policy.ts";

interface IndicatorWords {
  indicator: TargetIndicator;
  pattern: RegExp;
  /** A number in any other unit is about something else: 「PM2.5自动监测站20台」. */
  units: readonly TargetUnit[];
}

const concentration: readonly TargetUnit[] = ["percent", "ug-m3", "percentage-points"];
const emission: readonly TargetUnit[] = ["percent", "tonnes", "10k-tonnes", "ug-m3"];
const mass: readonly TargetUnit[] = ["percent", "tonnes", "10k-tonnes", "100m-tonnes"];
const share: readonly TargetUnit[] = ["percent", "percentage-points"];
const days: readonly TargetUnit[] = ["percent", "percentage-points", "days"];
const vehicles: readonly TargetUnit[] = ["vehicles", "10k-vehicles", "percent"];

/** Words by which a sentence says what it sets a number for; of several at one place the longest counts. */
const indicatorWords: readonly IndicatorWords[] = [
  { indicator: "pm25", pattern: /细颗粒物|PM2\.5/gi, units: concentration },
  { indicator: "pm10", pattern: /可吸入颗粒物|PM10(?!\d)/gi, units: concentration },
  { indicator: "so2", pattern: /二氧化硫|SO2/gi, units: emission },
  { indicator: "nox", pattern: /氮氧化物|NOx/gi, units: emission },
  { indicator: "no2", pattern: /二氧化氮|NO2/gi, units: concentration },
  { indicator: "o3", pattern: /臭氧(?!层)|O3/g, units: concentration },
  { indicator: "voc", pattern: /挥发性有机(?:化合)?物|VOCs?/gi, units: emission },
  {
    indicator: "good-days",
    pattern:
      /优良天数(?:的?比[例率])?|优良率|达标天数|空气质量(?:指数)?[^,;]{0,8}(?:二级|优良)[^,;]{0,8}天数(?:比例)?|空气质量优良/g,
    units: days,
  },
  {
    indicator: "heavy-pollution-days",
    pattern: /重(?:度及以上)?(?:大气)?污染(?:天气)?(?:天数|日数)(?:比[例率])?/g,
    units: days,
  },
  {
    indicator: "coal-share",
    pattern:
      /(?:煤炭|燃煤)(?:消费)?(?:量)?(?:占|在)[^,;]{0,18}?(?:比[重例]|占比|总量(?=的?\d))|(?:煤炭|燃煤)(?:消费)?(?:比[重例]|占比)/g,
    units: share,
  },
  {
    indicator: "coal-consumption",
    pattern:
      /(?:煤炭|燃煤|用煤|耗煤|原煤)(?:消费|消耗|使用)?(?:总|用)?量|煤炭(?:消费)?|燃煤(?!锅炉|机组|电厂|小锅炉|发电)/g,
    units: mass,
  },
  { indicator: "non-fossil-share", pattern: /非化石能源[^,;]{0,18}?(?:比[重例]|占比)|非化石能源/g, units: share },
  {
    indicator: "energy-intensity",
    pattern:
      /(?:单位|万元)(?:国内|地区|工业|规模以上)?[^,;]{0,8}(?:生产总值|GDP|增加值|产值)[^,;]{0,4}能(?:源消)?耗|能耗强度/g,
    units: ["percent"],
  },
  {
    indicator: "carbon-intensity",
    pattern: /(?:单位|万元)(?:国内|地区)?(?:生产总值|GDP)[^,;]{0,4}(?:二氧化碳|碳)排放(?:量)?|碳(?:排放)?强度/g,
    units: ["percent"],
  },
  {
    indicator: "new-energy-vehicles",
    pattern: /新能源(?:和清洁能源)?(?:汽车|车辆?|公交车?|出租车|小客车)|纯?电动(?:公交|出租|物流|汽)?车辆?/g,
    units: vehicles,
  },
  {
    indicator: "old-vehicles",
    pattern: /黄标车|老旧(?:机动)?(?:汽)?车辆?|老旧柴油货?车|国(?:三|Ⅲ|III)[^,;]{0,16}车/g,
    units: vehicles,
  },
  {
    indicator: "boilers",
    pattern: /(?:燃煤|分散)?(?:小|供热|工业)?锅炉/g,
    units: ["sets", "tonnes-steam-h", "percent"],
  },
  {
    indicator: "steel-capacity",
    pattern: /(?:钢铁|粗钢|炼钢|炼铁|生铁)(?:行业)?(?:落后|过剩)?(?:产能|产量)?/g,
    units: mass,
  },
  {
    indicator: "cement-capacity",
    pattern: /水泥(?:熟料)?(?:\(熟料及粉磨能力\))?(?:落后|过剩)?(?:产能)?/g,
    units: mass,
  },
  {
    indicator: "other",
    pattern: /(?:["“]?散乱污["”]?|重污染|高污染|落后)(?:工业)?企业/g,
    units: ["firms", "percent"],
  },
  {
    indicator: "other",
    pattern: /["“]?(?:煤改[电气]|双替代)["”]?(?:工程|改造)?|清洁取暖改造|散煤(?:清洁化)?(?:替代|治理)/g,
    units: ["households"],
  },
  {
    indicator: "other",
    pattern:
      /天然气[^,;]{0,12}比[重例]|清洁取暖(?:率|比例)|清洁(?:能源)?供暖(?:率|比例)|绿色建筑[^,;]{0,10}比[重例]|公共交通[^,;]{0,12}(?:比[重例]|分担率)|秸秆综合利用率|机械化(?:清扫|清洗|作业)[^,;]{0,3}率|洁净煤[^,;]{0,6}率|焦炭产能|焦化产能|平板玻璃|一次能源消费|能源消费总量|煤电(?:机组)?(?:落后)?产能|燃煤机组|超低排放/g,
    units: ["percent", "percentage-points", "10k-tonnes", "100m-tonnes", "gw"],
  },
];

export interface FoundIndicator {
  indicator: TargetIndicator;
  units: readonly TargetUnit[];
  /** the text's own, where the indicator's name does not say what is counted */
  words: string;
  start: number;
  end: number;
}

/** In the order of the text; none within another: 「煤炭占能源消费总量比重」 is no consumption of coal. */
export function findIndicators(text: string): FoundIndicator[] {
  const found = indicatorWords.flatMap(({ indicator, pattern, units }) =>
    [...text.matchAll(pattern)].map((match) => ({
      indicator,
      units,
      words: indicator === "other" ? match[0] : (/炼铁|生铁|炼钢|粗钢/.exec(match[0])?.[0] ?? ""),
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const kept: FoundIndicator[] = [];
  for (const hit of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}
