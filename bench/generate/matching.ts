import { languages } from "../../src/core/language.ts";
import type { GivenHelp, PastWork, Place, Surroundings, WantedHelp } from "../../src/features/matching/engine/model.ts";
import type { TopicRow } from "../../src/features/matching/engine/topic-scheme.ts";
import { difficulties, helpKinds } from "../../src/features/needs/need.ts";
import { createRandom, type Random } from "./random.ts";

/** The sample's topics, with words that needs and offers about them use in Japanese, Chinese and English. */
const topics: Record<string, readonly string[]> = {
  pm25: ["PM2.5の成分測定", "PM2.5成分分析", "PM2.5 components"],
  ozone: ["オゾンの生成機構", "臭氧生成机理", "formation of ozone"],
  voc: ["揮発性有機化合物の排出抑制", "挥发性有机物减排", "control of VOC"],
  "vehicle-exhaust": ["自動車排出ガスの規制", "机动车尾气管控", "vehicle exhaust rules"],
  monitoring: ["大気測定局の精度管理", "大气监测站质量控制", "quality control of monitoring stations"],
  "source-apportionment": ["発生源寄与の解析", "污染源贡献解析", "source contributions"],
  planning: ["達成計画と条例", "达标规划与条例", "attainment plans and ordinances"],
  "energy-saving": ["工場の省エネルギー診断", "工厂节能诊断", "energy audits of works"],
  education: ["環境学習と啓発", "环境学习与宣传", "environmental learning"],
  health: ["健康影響の調査", "健康影响调查", "studies of health effects"],
  industry: ["鋳造・塗装工場のばい煙処理", "铸造涂装工厂烟尘处理", "flue gas of foundries and painting works"],
  nox: ["低NOx燃焼と脱硝", "低氮燃烧与脱硝", "low-NOx burners"],
  "heavy-metals": ["重金属の連続測定", "重金属连续监测", "continuous measurement of heavy metals"],
  "boilers-power": ["石炭ボイラーの改造", "燃煤锅炉改造", "rebuilding of coal boilers"],
};
const ids = Object.keys(topics);
const places = [
  "沿海部",
  "内陆盆地",
  "northern",
  "港湾",
  "开发区",
  "mountain",
  "旧市街",
  "新区",
  "river delta",
  "丘陵",
];
const ways = [
  "講義と実習",
  "现场指导",
  "joint survey",
  "手引きの提供",
  "示范装置",
  "seminar",
  "比較測定",
  "数据共享",
  "site visits",
];

/**
 * Needs and offers of a programme a hundred times the sample's size; the same numbers give the same programme. `scheme`: the sample's
 * topics.
 */
export function generateMatching(needCount: number, offerCount: number, scheme: readonly TopicRow[]) {
  const random = createRandom(20_151_222);
  const { pick } = random;
  const some = <Item>(items: readonly Item[], most: number): Item[] => [
    ...new Set(Array.from({ length: 1 + Math.floor(random.next() * most) }, () => pick(items))),
  ];
  const surroundings = generateSurroundings(random, scheme);
  const homes = surroundings.places.filter(({ id }) => !id.startsWith("cn-")).map(({ id }) => id);
  const partners = surroundings.places.filter(({ id }) => id.startsWith("cn-")).map(({ id }) => id);
  const write = (own: readonly string[]) =>
    [
      ...own.flatMap((topic) => topics[topic] ?? []),
      pick(places),
      pick(ways),
      pick(places),
      pick(ways),
      `${Math.floor(random.next() * 900)}`,
    ].join(" ");
  const offers: GivenHelp[] = Array.from({ length: offerCount }, (_, number) => {
    const own = some(ids, 3);
    return {
      id: `offer-${number}`,
      organisation: pick(homes),
      topics: own,
      kinds: some(helpKinds, 2),
      difficulty: random.next() < 0.5 ? null : pick(difficulties),
      languages: random.next() < 0.5 ? [] : some(languages, 2),
      text: write(own),
      left: random.next() < 0.3 ? new Map([[2016, Math.floor(random.next() * 8)]]) : new Map(),
    };
  });
  const needs: WantedHelp[] = Array.from({ length: needCount }, (_, number) => {
    const own = some(ids, 3);
    return {
      id: `need-${number}`,
      organisation: pick(partners),
      addressedTo: random.next() < 0.5 ? null : pick(homes),
      topics: own,
      kinds: some(helpKinds, 3),
      difficulty: random.next() < 0.5 ? null : pick(difficulties),
      languages: random.next() < 0.5 ? [] : some(languages, 2),
      fiscalYear: 2016,
      text: write(own),
      evidence: new Map(random.next() < 0.5 ? [] : [[own[0] ?? "voc", 1]]),
      evidenceCount: random.next() < 0.5 ? 0 : 1,
    };
  });
  return { needs, offers, surroundings };
}

/** Two hundred providers and four hundred partner cities in twenty regions. */
function generateSurroundings({ next, pick }: Random, scheme: readonly TopicRow[]): Surroundings {
  const home: Place[] = Array.from({ length: 200 }, (_, number) => ({
    id: `jp-${number}`,
    government: `jp-${number}`,
    region: number % 3 === 0 ? `jp-${number % 20}` : null,
    kind: number % 5 === 3 ? "institute" : number % 5 === 4 ? "expert-or-company" : "government",
  }));
  const partner: Place[] = Array.from({ length: 400 }, (_, number) => ({
    id: `cn-${number}`,
    government: `cn-${number}`,
    region: `cn-region-${number % 20}`,
    kind: "government",
  }));
  const pastWork: PastWork[] = home.flatMap(({ id }) =>
    ids.flatMap((topic) =>
      next() < 0.3
        ? [
            {
              provider: id,
              topic,
              activities: Math.floor(next() * 6),
              projects: Math.floor(next() * 2),
              since: 2014,
            },
          ]
        : [],
    ),
  );
  const partnerships = partner.flatMap(({ id }) => [
    { home: pick(home).id, partner: id },
    { home: pick(home).id, partner: id },
  ]);
  return { places: [...home, ...partner], partnerships, pastWork, topics: scheme };
}
