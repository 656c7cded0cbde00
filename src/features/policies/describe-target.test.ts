import { expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import {
  describeNumber,
  describeTarget,
  nameIndicator,
  nameRegion,
  type StatedTarget,
  signChange,
} from "./describe-target.ts";
import { targetBounds, targetMeasures, targetUnits } from "./policy.ts";

const change: StatedTarget = {
  measure: "change",
  value: -18,
  unit: "percent",
  bound: "at-most",
  baseYear: 2015,
  targetYear: 2020,
};

test.each<[Partial<StatedTarget>, string, string, string]>([
  [
    { bound: "exactly", value: -230, unit: "sets", baseYear: null, targetYear: 2016 },
    "2016年までに230台を廃止・撤去",
    "2016年淘汰230台",
    "230 units removed by 2016",
  ],
  [{}, "2020年までに2015年比18%以上減", "2020年比2015年下降18%以上", "down 18% or more by 2020 against 2015"],
  [{ bound: "exactly" }, "2020年までに2015年比18%減", "2020年比2015年下降18%", "down 18% by 2020 against 2015"],
  [
    { bound: "about", value: -25 },
    "2020年までに2015年比約25%減",
    "2020年比2015年下降25%左右",
    "down about 25% by 2020 against 2015",
  ],
  [
    { value: -4.77, unit: "10k-tonnes" },
    "2020年までに2015年比4.77万トン以上減",
    "2020年比2015年下降4.77万吨以上",
    "down 47,700 tonnes or more by 2020 against 2015",
  ],
  [
    { bound: "at-least", value: -5, baseYear: null },
    "2020年までに減少は5%以内",
    "2020年下降不超过5%",
    "down no more than 5% by 2020",
  ],
  [{ value: 0, targetYear: null }, "2015年比増やさない", "比2015年不增加", "no increase against 2015"],
  [
    { measure: "level", value: 60, unit: "ug-m3", bound: "at-most", baseYear: null },
    "2020年までに60µg/m³以下",
    "2020年控制在60微克/立方米以下",
    "60 µg/m³ or less by 2020",
  ],
  [
    { measure: "share", value: 80, bound: "at-least", baseYear: null },
    "2020年までに80%以上",
    "2020年占比达到80%以上",
    "80% or more by 2020",
  ],
  [
    { measure: "amount", value: 6000, unit: "10k-tonnes", bound: "at-least", baseYear: null },
    "2020年までに累計6,000万トン以上",
    "2020年累计完成6000万吨以上",
    "60 million tonnes or more in all by 2020",
  ],
  [
    { measure: "amount", value: 50, unit: "gw", bound: "at-least", baseYear: null },
    "2020年までに累計5,000万kW以上",
    "2020年累计完成5000万千瓦以上",
    "50 GW or more in all by 2020",
  ],
  [
    { measure: "change", value: -1, unit: "percentage-points", bound: "about" },
    "2020年までに2015年比約1ポイント減",
    "2020年比2015年下降1个百分点左右",
    "down about 1 percentage point by 2020 against 2015",
  ],
])("%j is said in each language", (changes, ja, zh, en) => {
  const target = { ...change, ...changes };
  expect(languages.map((language) => describeNumber(target, language))).toEqual([ja, zh, en]);
});

test("has words for every measure, unit and bound", () => {
  for (const language of languages)
    for (const measure of targetMeasures)
      for (const unit of targetUnits)
        for (const bound of targetBounds)
          for (const value of [-3, 0, 3])
            expect(describeNumber({ ...change, measure, unit, bound, value }, language)).not.toMatch(/undefined|[{}]/);
});

test("stands with its sign in a picture", () => {
  expect(signChange(change)).toBe("−18%");
  expect(signChange({ ...change, bound: "about", value: 4.5 })).toBe("≈+4.5%");
});

test("says what a number is of", () => {
  const scope = { ja: "石油化学工業", zh: "石化行业", en: "petrochemical industry" };
  const voc = { indicator: "voc", measure: "change", scope } as const;
  expect(languages.map((language) => nameIndicator(voc, language))).toEqual([
    "揮発性有機化合物（VOC）（石油化学工業）",
    "挥发性有机物（石化行业）",
    "Volatile organic compounds (VOC) (petrochemical industry)",
  ]);
  expect(describeTarget({ ...change, scope }, "ja")).toBe("2020年までに2015年比18%以上減（石油化学工業）");
  // What the list has no name for is named by its scope; words of the original alone are quoted.
  const straw = { indicator: "other", measure: "share", scope: { zh: "秸秆综合利用率" } } as const;
  expect(nameIndicator(straw, "ja")).toBe("「秸秆综合利用率」");
  expect(nameIndicator(straw, "zh")).toBe("秸秆综合利用率");
  expect(nameIndicator({ indicator: "good-days", measure: "share", scope: null }, "ja")).toBe("優良天気日数の割合");
});

test("what holds for 重点区域 is not said to be nationwide", () => {
  const words = { language: "en" as const, region: () => "Nationwide" };
  expect(nameRegion({ region: null, scope: { zh: "重点区域" } }, words)).toBe("Parts of the country");
  expect(nameRegion({ region: null, scope: { zh: "石化行业" } }, words)).toBe("Nationwide");
});
