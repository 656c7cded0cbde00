interface Text {
  ja: string;
  zh: string;
  en: string;
}

/** Themes with the sample's topics. */
export const themes: readonly { theme: Text; topics: string[] }[] = [
  theme(
    "voc",
    "揮発性有機化合物の排出抑制と測定方法",
    "挥发性有机物减排与监测方法",
    "Control and measurement of volatile organic compounds",
  ),
  theme(
    "pm25",
    "PM2.5の成分分析と発生源の推定",
    "PM2.5成分分析与来源解析",
    "Analysis of PM2.5 and apportionment of its sources",
  ),
  theme(
    "vehicle-exhaust",
    "自動車排出ガスの規制と検査",
    "机动车尾气管理与检测",
    "Regulation and inspection of vehicle exhaust",
  ),
  theme(
    "planning",
    "大気環境計画と予警報の仕組み",
    "大气环境规划与预警机制",
    "Air quality planning and warning systems",
  ),
  theme("ozone", "光化学オキシダントの予測", "光化学氧化剂预报", "Forecasting of photochemical oxidants"),
  theme("energy-saving", "工場の省エネルギー診断", "工厂节能诊断", "Energy-saving diagnosis of factories"),
  theme(
    "boilers-power",
    "ボイラーの超低濃度排出と連続監視",
    "锅炉超低排放与在线监测",
    "Ultra-low emission boilers and continuous monitoring",
  ),
];

export const resultTexts: readonly Text[] = [
  {
    ja: "翌年度の研修の内容と人数に合意し、担当窓口を定めた",
    zh: "就下一年度研修内容和人数达成一致，并确定了联系人",
    en: "The next year’s training and its size were agreed, and contact points named",
  },
  {
    ja: "測定データの交換の手順を確認した",
    zh: "确认了监测数据交换的程序",
    en: "The procedure for exchanging measurements was confirmed",
  },
];

const kindNames: Record<string, Text> = {
  training: { ja: "訪日研修", zh: "访日研修", en: "Training" },
  seminar: { ja: "大気環境セミナー", zh: "大气环境研讨会", en: "Air quality seminar" },
  dispatch: { ja: "職員の派遣", zh: "派遣职员", en: "Dispatch of staff" },
};

export function titleOf(kind: string, home: Text, partner: Text): Text {
  const name = kindNames[kind] ?? { ja: "協議", zh: "协商", en: "Consultation" };
  return {
    ja: `${home.ja}と${partner.ja}の${name.ja}`,
    zh: `${home.zh}与${partner.zh}的${name.zh}`,
    en: `${name.en} of ${home.en} and ${partner.en}`,
  };
}

function theme(topic: string, ja: string, zh: string, en: string): { theme: Text; topics: string[] } {
  return { theme: { ja, zh, en }, topics: [topic] };
}
