import type { Region } from "../knowledge.ts";
import type { RuleWord } from "./find-words.ts";

/** Names under which a text may speak of a region, the ways in which such a name means something else apart. */
export function listRegionWords(regions: readonly Region[]): RuleWord<string>[] {
  const named = regions.filter(({ level }) => level !== "country");
  const owners = new Map<string, Region>();
  for (const region of named)
    for (const name of namesOf(region)) {
      const present = owners.get(name);
      // 「吉林」 alone is the province; its city is 「吉林市」.
      if (!present || rank(region) < rank(present)) owners.set(name, region);
    }
  return [
    ...[...owners].map(([word, { id }]) => ({ word, owner: id, isMask: false })),
    ...[...owners].flatMap(([word, { level }]) =>
      level === "key-region" ? [] : otherThings.map((thing) => ({ word: word + thing, owner: "", isMask: true })),
    ),
    ...falseFriends.map((word) => ({ word, owner: "", isMask: true })),
  ];
}

function rank({ level }: Region): number {
  return ["country", "key-region", "province", "city", "county"].indexOf(level);
}

/** Names as the gazetteer has them: it leaves out what is a common word too (长治, 天门). */
function namesOf({ name, aliases }: Region): string[] {
  const english = name.en?.replace(/ (?:Province|City|Municipality|Autonomous Region|Region|County)$/, "");
  // One character (京, 沪) stands for a region in document numbers only.
  return [...new Set([name.zh, ...aliases, name.ja, english])].filter(
    (word): word is string => word !== undefined && word.length >= 2,
  );
}

/**
 * 「北京时间」, 「南京路」, 「上海大众」 are no places that a policy is for; nor is the province whose congress approved what a city's has
 * passed (山东省第十二届人民代表大会常务委员会…批准).
 */
const otherThings = [
  ...[
    "时间",
    "路",
    "街",
    "大道",
    "牌",
    "大学",
    "理工大学",
    "师范大学",
    "现代汽车",
    "大众汽车",
    "银行",
    "大厦",
    "奥运会",
  ],
  ...["第", "人民代表大会", "人大", "生产建设兵团"],
];

/** Across the joint of two words there stands the name of a place. */
const falseFriends = [
  ...[
    "西安全",
    "西安排",
    "西安装",
    "长治久安",
    "日照时",
    "日照条件",
    "日照强",
    "大同小异",
    "营运城市",
    "货运城市",
    "客运城市",
    "航运城市",
  ],
  ...[
    "联运城市",
    "交通化",
    "流通化",
    "境内江河",
    "国内江",
    "三明确",
    "朝阳区",
    "朝阳产业",
    "新乡镇",
    "新乡村",
    "大庆祝",
    "六安全",
  ],
  ...[
    "中山路",
    "中山装",
    "孙中山",
    "黄河南岸",
    "黄河北岸",
    "淮河南岸",
    "淮河北岸",
    "东海南部",
    "渤海南部",
    "黄海南部",
    "沿海南部",
  ],
  ...["长江西", "太湖北", "珠江西岸", "太行山东", "济南北", "健康安康", "美国德州", "江南京", "苏州河", "苏州街"],
];
