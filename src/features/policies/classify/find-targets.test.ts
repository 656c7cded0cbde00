import { describe, expect, test } from "vitest";
import type { PolicyBlock } from "../blocks.ts";
import { findTargets, type TargetSetting } from "./find-targets.ts";
import { readSampleKnowledge } from "./sample-knowledge.ts";

const knowledge = readSampleKnowledge();
const national: TargetSetting = { published: "2013-09-10", regions: [] };

/** `place indicator measure value unit bound base>target` of each target of one paragraph. */
function read(text: string, setting: TargetSetting = national, heading?: string): string[] {
  const blocks: PolicyBlock[] = [{ is: "paragraph", text }];
  if (heading) blocks.unshift({ is: "heading", level: 1, text: heading });
  return findTargets(blocks, setting, knowledge).map(
    ({ region, indicator, measure, value, unit, bound, baseYear, targetYear }) =>
      `${region ?? "-"} ${indicator} ${measure} ${value} ${unit} ${bound} ${baseYear ?? "?"}>${targetYear ?? "?"}`,
  );
}

const beijing: TargetSetting = { published: "2016-02-01", regions: ["beijing"] };

const sentences: [text: string, expected: string[], setting?: TargetSetting, heading?: string][] = [
  // changes against a year
  ["到2020年，细颗粒物（PM2.5）年均浓度比2015年下降18%以上。", ["- pm25 change -18 percent at-most 2015>2020"]],
  [
    "到2017年，全国地级及以上城市可吸入颗粒物浓度比2012年下降10%以上。",
    ["- pm10 change -10 percent at-most 2012>2017"],
  ],
  ["到２０１７年，PM₂.₅年均浓度较2012年降低２０％左右。", ["- pm25 change -20 percent about 2012>2017"]],
  [
    "2020年，二氧化硫、氮氧化物排放总量分别比2015年下降15%以上。",
    ["- so2 change -15 percent at-most 2015>2020", "- nox change -15 percent at-most 2015>2020"],
  ],
  [
    "到2020年，二氧化硫和氮氧化物排放总量比2015年分别削减20%和16%。",
    ["- so2 change -20 percent exactly 2015>2020", "- nox change -16 percent exactly 2015>2020"],
  ],
  ["到2020年，挥发性有机物（VOCs）排放总量比2015年下降10%以上。", ["- voc change -10 percent at-most 2015>2020"]],
  [
    "以2015年为基准，到2020年底，重点地区重度及以上污染天数比率减少25%。",
    ["- heavy-pollution-days change -25 percent exactly 2015>2020"],
  ],
  [
    "到2020年，单位地区生产总值能耗比2015年降低百分之十五。",
    ["- energy-intensity change -15 percent exactly 2015>2020"],
  ],
  [
    "到2020年，单位国内生产总值二氧化碳排放比2015年下降18%。",
    ["- carbon-intensity change -18 percent exactly 2015>2020"],
  ],
  [
    "煤炭消费总量到2017年比2012年净减1300万吨。",
    ["beijing coal-consumption change -1300 10k-tonnes exactly 2012>2017"],
    beijing,
  ],
  ["2016年，全市PM2.5年均浓度力争比上年下降5%左右。", ["beijing pm25 change -5 percent about 2015>2016"], beijing],
  // levels
  ["北京市细颗粒物年均浓度到2017年控制在60微克/立方米左右。", ["beijing pm25 level 60 ug-m3 about ?>2017"]],
  ["到2018年，PM2.5年均浓度达到55微克/立方米以下。", ["beijing pm25 level 55 ug-m3 at-most ?>2018"], beijing],
  [
    "2020年底前，PM10年均浓度降至80μg/m³。",
    ["jinan pm10 level 80 ug-m3 exactly ?>2020"],
    { published: "2018-01-01", regions: ["jinan"] },
  ],
  [
    "到2020年，全市煤炭消费总量控制在500万吨以内。",
    ["beijing coal-consumption level 500 10k-tonnes at-most ?>2020"],
    beijing,
  ],
  ["到2020年，煤炭消费总量不超过42亿吨。", ["- coal-consumption level 42 100m-tonnes at-most ?>2020"]],
  ["2016年，空气质量优良天数力争达到200天以上。", ["beijing good-days level 200 days at-least ?>2016"], beijing],
  [
    "到2017年，新能源汽车保有量达到20万辆。",
    ["beijing new-energy-vehicles level 20 10k-vehicles exactly ?>2017"],
    beijing,
  ],
  // shares
  ["到2017年，煤炭占能源消费总量比重降低到65%以下。", ["- coal-share share 65 percent at-most ?>2017"]],
  ["到2020年，地级及以上城市空气质量优良天数比率达到80%以上。", ["- good-days share 80 percent at-least ?>2020"]],
  ["到2017年，非化石能源占一次能源消费比重提高到13%。", ["- non-fossil-share share 13 percent exactly ?>2017"]],
  ["2017年，非化石能源消费比重达到13%左右。", ["- non-fossil-share share 13 percent about ?>2017"]],
  ["到2020年，优质能源消费比重提高，其中天然气消费比重达到10%。", ["- other share 10 percent exactly ?>2020"]],
  ["煤炭消费比重比2015年下降5个百分点，到2020年完成。", ["- coal-share change -5 percentage-points exactly 2015>2020"]],
  ["到2020年，优良天数比率比2015年提高6个百分点以上。", ["- good-days change 6 percentage-points at-least 2015>2020"]],
  ["2020年，新能源公交车占比不低于80%。", ["- new-energy-vehicles share 80 percent at-least ?>2020"]],
  // amounts
  ["2015年底前淘汰黄标车500万辆。", ["- old-vehicles amount 500 10k-vehicles exactly ?>2015"]],
  [
    "到2017年，压减炼铁产能6000万吨以上。",
    ["hebei steel-capacity change -6000 10k-tonnes at-most ?>2017"],
    { published: "2013-09-12", regions: ["hebei"] },
  ],
  ["2015年再淘汰水泥熟料产能1,000万吨。", ["- cement-capacity change -1000 10k-tonnes exactly ?>2015"]],
  ["2017年底前，淘汰燃煤小锅炉2.5万台。", ["- boilers change -25000 sets exactly ?>2017"]],
  ["到2016年底，拆除分散燃煤锅炉共计3500蒸吨。", ["- boilers change -3500 tonnes-steam-h exactly ?>2016"]],
  ["到2020年，完成煤电机组超低排放改造5.8亿千瓦。", ["- other amount 580 gw exactly ?>2020"]],
  // several regions, indicators and values in a sentence
  [
    "到2017年，京津冀、长三角、珠三角等区域细颗粒物浓度分别下降25%、20%、15%左右。",
    [
      "jing-jin-ji pm25 change -25 percent about ?>2017",
      "yangtze-delta pm25 change -20 percent about ?>2017",
      "pearl-delta pm25 change -15 percent about ?>2017",
    ],
  ],
  [
    "到2017年，全国可吸入颗粒物浓度比2012年下降10%以上；京津冀、长三角细颗粒物浓度分别下降25%、20%左右，其中北京市细颗粒物年均浓度控制在60微克/立方米左右。",
    [
      "- pm10 change -10 percent at-most 2012>2017",
      "jing-jin-ji pm25 change -25 percent about 2012>2017",
      "yangtze-delta pm25 change -20 percent about 2012>2017",
      "beijing pm25 level 60 ug-m3 about ?>2017",
    ],
  ],
  [
    "到2018年，北京、天津PM2.5年均浓度分别控制在58和62微克/立方米以内。",
    ["beijing pm25 level 58 ug-m3 at-most ?>2018", "tianjin pm25 level 62 ug-m3 at-most ?>2018"],
  ],
  [
    "到2020年，细颗粒物浓度京津冀下降25%，长三角下降20%，珠三角下降15%。",
    [
      "jing-jin-ji pm25 change -25 percent exactly ?>2020",
      "yangtze-delta pm25 change -20 percent exactly ?>2020",
      "pearl-delta pm25 change -15 percent exactly ?>2020",
    ],
  ],
  [
    "到2020年，PM2.5未达标地级及以上城市浓度比2015年下降18%以上，优良天数比率达到80%，重度及以上污染天数比率比2015年下降25%以上。",
    [
      "- pm25 change -18 percent at-most 2015>2020",
      "- good-days share 80 percent exactly ?>2020",
      "- heavy-pollution-days change -25 percent at-most 2015>2020",
    ],
  ],
  [
    "石家庄市、唐山市PM2.5平均浓度2017年比2012年下降33%。",
    ["shijiazhuang pm25 change -33 percent exactly 2012>2017", "tangshan pm25 change -33 percent exactly 2012>2017"],
  ],
  // years that the heading or the title gives
  [
    "PM2.5年均浓度下降18%以上。",
    ["- pm25 change -18 percent at-most 2015>2020"],
    { published: "2016-11-24", regions: [] },
    "“十三五”环境目标",
  ],
  [
    "全市PM2.5年均浓度控制在56微克/立方米左右。",
    ["beijing pm25 level 56 ug-m3 about ?>2020"],
    { published: "2018-09-07", regions: ["beijing"], title: "北京市打赢蓝天保卫战三年行动计划（2018-2020年）" },
  ],
  [
    "到2020年，北京、天津、河北煤炭消费总量比2015年下降10%，长三角地区下降5%。",
    [
      "beijing coal-consumption change -10 percent exactly 2015>2020",
      "tianjin coal-consumption change -10 percent exactly 2015>2020",
      "hebei coal-consumption change -10 percent exactly 2015>2020",
      "yangtze-delta coal-consumption change -5 percent exactly 2015>2020",
    ],
  ],
  [
    "到2017年，天津市净削减煤炭1000万吨，河北省净削减煤炭4000万吨。",
    [
      "tianjin coal-consumption change -1000 10k-tonnes exactly ?>2017",
      "hebei coal-consumption change -4000 10k-tonnes exactly ?>2017",
    ],
  ],
  [
    "到2015年，可吸入颗粒物、二氧化硫、二氧化氮、细颗粒物年均浓度分别下降10%、9%、7%、5%。",
    [
      "- pm10 change -10 percent exactly ?>2015",
      "- so2 change -9 percent exactly ?>2015",
      "- no2 change -7 percent exactly ?>2015",
      "- pm25 change -5 percent exactly ?>2015",
    ],
  ],
  [
    "2017年，济南市PM2.5平均浓度同比下降10%以上，单位GDP能耗到2020年累计下降15%。",
    ["jinan pm25 change -10 percent at-most 2016>2017", "jinan energy-intensity change -15 percent exactly ?>2020"],
    { published: "2017-01-20", regions: [] },
  ],
  // no targets
  ["到2020年，北京市、天津市、河北省、山东省共压减煤炭消费总量8300万吨。", []],
  ["颗粒物排放限值为10毫克/立方米，二氧化硫排放浓度不超过35毫克/立方米。", []],
  ["2015年，全国PM2.5平均浓度为50微克/立方米，同比下降10.7%。", [], { published: "2016-02-04", regions: [] }],
  ["2013年PM2.5浓度已下降至72微克/立方米。", [], { published: "2015-01-01", regions: [] }],
  ["对违法排放的，处以十万元以上一百万元以下罚款，并可按日连续处罚；氮氧化物排放超标20%的，加倍。", []],
  ["每年按照不低于25%的比例抽查重点排污单位，挥发性有机物企业抽查比例达到50%。", []],
  ["全面淘汰每小时10蒸吨及以下燃煤锅炉。", []],
  ["2020年前，65蒸吨以上的燃煤锅炉完成超低排放改造。", []],
  ["PM2.5自动监测站达到20台，中央财政安排资金50%。", []],
  ["到2017年，建成城市PM2.5来源解析体系，公布PM10排名前10位的城市。", []],
  ["单机容量30万千瓦以上的燃煤机组应安装在线监测设备。", []],
  ["本条例自2016年1月1日起施行，臭氧浓度超过160微克/立方米的，应当发布预警。", []],
  ["柴油硫含量不大于10毫克/千克，2017年实施。", []],
  ["2012年，全市淘汰黄标车累计15万辆。", [], { published: "2013-03-01", regions: ["beijing"] }],
];

describe("targets in sentences", () => {
  test.each(sentences)("%s", (text, expected, setting, heading) => {
    expect(read(text, setting, heading)).toEqual(expected);
  });

  test("a target carries its sentence as it stands, and the article it stands in", () => {
    const text = "第三条　到2020年，ＰＭ2.5年均浓度比2015年下降１８％以上。其他事项另行规定。";
    const [target] = findTargets([{ is: "paragraph", text }], national, knowledge);
    expect(target?.sentence).toBe("第三条　到2020年，ＰＭ2.5年均浓度比2015年下降１８％以上。");
    expect(target?.place).toBe("第三条");
  });

  test.each<[string, string | undefined]>([
    ["到2020年，重点区域PM2.5年均浓度比2015年下降18%以上。", "重点区域"],
    ["到2020年，重点区域氮氧化物排放总量比2015年下降15%，重点行业挥发性有机物排放总量下降12%。", "重点区域"],
    ["到2020年，PM2.5未达标地级及以上城市浓度比2015年下降18%以上。", "未达标地级及以上城市"],
    ["到2020年，全国挥发性有机物排放总量比2015年下降10%以上。", undefined],
    ["到2020年，石化行业挥发性有机物排放总量比2015年下降30%以上。", "石化行业"],
    ["到2020年，秸秆综合利用率达到90%以上。", "秸秆综合利用率"],
    ["到2017年，京津冀地区压减炼铁产能4000万吨。", "炼铁"],
  ])("says what a number is of where not of the whole: %s", (text, scope) => {
    const setting = { published: "2016-03-30", regions: ["yangtze-delta", "pearl-delta"] };
    const [target] = findTargets([{ is: "paragraph", text }], setting, knowledge);
    expect(target).toBeDefined();
    expect(target?.scope?.zh).toBe(scope);
  });

  test("a cut of capacity holds for the next of its list", () => {
    expect(read("到2017年，京津冀及周边地区压减炼铁产能4000万吨、水泥产能3500万吨。")).toEqual([
      "jing-jin-ji-surroundings steel-capacity change -4000 10k-tonnes exactly ?>2017",
      "jing-jin-ji-surroundings cement-capacity change -3500 10k-tonnes exactly ?>2017",
    ]);
  });

  test("a year named in one sentence holds for the next ones of the paragraph, the year compared with does not", () => {
    expect(read("到2020年，二氧化硫排放总量比2015年下降15%。优良天数比率达到80%以上。PM2.5浓度下降10%。")).toEqual([
      "- so2 change -15 percent exactly 2015>2020",
      "- good-days share 80 percent at-least ?>2020",
      "- pm25 change -10 percent exactly ?>2020",
    ]);
  });
});
