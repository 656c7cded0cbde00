import { foldWidth } from "./fold-width.ts";
import type { Check, Problem, Range } from "./problem.ts";

/** A pollutant by its formula, and what it is called; longer names first where one holds another. */
const pollutants: readonly (readonly [string, RegExp])[] = [
  ["PM2.5", /PM\s?2\.5|[细細](?:颗粒物|顆粒物|微粒)|微小粒子状物質|fine particulate(?: matter|s)?/gi],
  ["PM10", /PM\s?10(?!\d)|可吸入(?:性)?[颗顆]粒物|inhalable particulate(?: matter|s)?/gi],
  ["TSP", /\bTSP\b|总悬浮颗粒物|総浮遊粒子状物質|total suspended particulates?/gi],
  ["SO2", /\bSO2\b|二氧化硫|二酸化(?:硫黄|いおう)|sul(?:f|ph)ur dioxide/gi],
  ["SOx", /\bSOx\b|硫氧化物|硫黄酸化物|sul(?:f|ph)ur oxides?/gi],
  ["NO2", /\bNO2\b|二氧化氮|二酸化窒素|nitrogen dioxide/gi],
  ["NOx", /\bNOx\b|氮氧化物|低氮(?=燃)|脱硝|窒素酸化物|nitrogen oxides?|oxides of nitrogen|denitri\w+/gi],
  ["N2O", /\bN2O\b|氧化亚氮|一酸化二窒素|亜酸化窒素|nitrous oxide/gi],
  ["CO2", /\bCO2\b|二氧化碳|二酸化炭素|carbon dioxide/gi],
  ["CO", /\bCO\b|一氧化碳|一酸化炭素|carbon monoxide/g],
  ["O3", /\bO3\b|臭氧|オゾン|\bozone\b/gi],
  ["VOC", /\bVOCs?\b|挥发性有机(?:化合)?物|揮発性有機化合物|volatile organic compounds?/gi],
  ["NH3", /\bNH3\b|氨(?![基纶酸水])|アンモニア|ammonia/gi],
  ["Hg", /汞|水銀|\bmercury\b/gi],
  ["dioxins", /二[噁恶]英(?:类)?|ダイオキシン類?|dioxins?/gi],
  ["BaP", /苯并[[(（]?a[\])）]?芘|ベンゾ[[(（]?a[\])）]?ピレン|benzo\W?a\W?pyrene/gi],
  ["BC", /黑碳|ブラックカーボン|black carbon/gi],
  ["CH4", /\bCH4\b|甲烷|メタン(?!フェタミン)|\bmethane\b/gi],
  ["H2S", /\bH2S\b|硫化氢|硫化水素|hydrogen sul(?:f|ph)ide/gi],
];

/** The same pollutants on both sides, whatever they are called: 氮氧化物 is 窒素酸化物 and never 二酸化窒素. */
export const checkPollutants: Check = ({ source, target }) => {
  const [inSource, inTarget] = [findPollutants(source), findPollutants(target)];
  const lacks = (side: readonly FoundPollutant[], formula: string) => !side.some((found) => found.formula === formula);
  return [
    ...once(inSource.filter(({ formula }) => lacks(inTarget, formula))).map((found) => describe(found, "missing")),
    ...once(inTarget.filter(({ formula }) => lacks(inSource, formula))).map((found) => describe(found, "added")),
  ];
};

interface FoundPollutant extends Range {
  formula: string;
  text: string;
}

function findPollutants(text: string): FoundPollutant[] {
  const folded = foldWidth(text);
  return pollutants.flatMap(([formula, pattern]) =>
    [...folded.matchAll(pattern)].map(({ 0: word, index }) => ({
      ...{ formula, start: index, end: index + word.length },
      text: text.slice(index, index + word.length),
    })),
  );
}

function once(found: readonly FoundPollutant[]): FoundPollutant[] {
  return [...new Map([...found].reverse().map((one) => [one.formula, one])).values()].reverse();
}

function describe({ formula, text, start, end }: FoundPollutant, what: "missing" | "added"): Problem {
  return {
    check: "pollutants",
    severity: "error",
    message: `translationCheck.pollutant.${what}`,
    values: { name: text, formula },
    source: what === "missing" ? { start, end } : null,
    target: what === "added" ? { start, end } : null,
  };
}
