import type { Localized } from "../../core/localized.ts";
import type { BodyLevel, Region } from "./knowledge.ts";

/**
 * The name of a local body in three languages, put together from its region and what kind of body it is:
 * 临沂市人民代表大会常务委员会 is 臨沂市人民代表大会常務委員会. Null where either is not understood; the name stays Chinese then.
 * The words are those of the bodies in the programme's list (policy_bodies).
 */
export function composeBodyName(printed: string, regions: readonly Region[]): Localized | null {
  const { region, rest } = takeRegion(printed.replace(/\s+/g, ""), regions);
  const kind = region === null ? null : readKind(rest);
  if (region === null || kind === null || !region.name.ja || !region.name.en) return null;
  return { ja: `${region.name.ja}${kind.ja}`, zh: printed, en: placeInEnglish(kind, region.name.en) };
}

/** At whose level a local body stands; null where it is not understood as one. */
export function levelOfLocalBody(printed: string, regions: readonly Region[]): BodyLevel | null {
  const { region, rest } = takeRegion(printed.replace(/\s+/g, ""), regions);
  if (region === null || readKind(rest) === null) return null;
  return region.level === "province" ? "province" : "city";
}

/** 山东省临沂市…: the last of the places in front is whose body it is. */
function takeRegion(text: string, regions: readonly Region[]): { region: Region | null; rest: string } {
  let found: Region | null = null;
  let rest = text;
  for (;;) {
    const next = longestAtStart(rest, regions);
    if (next === null || (found !== null && next.region.parent !== found.id)) return { region: found, rest };
    found = next.region;
    rest = rest.slice(next.length);
  }
}

function longestAtStart(text: string, regions: readonly Region[]): { region: Region; length: number } | null {
  let longest: { region: Region; length: number } | null = null;
  for (const region of regions) {
    if (region.level === "key-region") continue;
    // One-letter names (冀, 津) begin other words as well.
    for (const name of [region.name.zh ?? "", ...region.aliases])
      if (name.length > Math.max(1, longest?.length ?? 0) && text.startsWith(name))
        longest = { region, length: name.length };
  }
  return longest;
}

/** In English the place stands before the name (“Linyi Municipal People’s Congress”), behind what leads to it. */
interface BodyKind {
  ja: string;
  en: string;
  enLead?: string;
  enTail?: string;
}

const wholeKinds: Readonly<Record<string, BodyKind>> = {
  人民代表大会: { ja: "人民代表大会", en: "People’s Congress" },
  人民代表大会及其常务委员会: {
    ja: "人民代表大会及び同常務委員会",
    en: "People’s Congress",
    enTail: " and its Standing Committee",
  },
  人大: { ja: "人民代表大会", en: "People’s Congress" },
  人民代表大会常务委员会: {
    ja: "人民代表大会常務委員会",
    en: "People’s Congress",
    enLead: "Standing Committee of the ",
  },
  人大常委会: { ja: "人民代表大会常務委員会", en: "People’s Congress", enLead: "Standing Committee of the " },
  人民政府: { ja: "人民政府", en: "People’s Government" },
  政府: { ja: "人民政府", en: "People’s Government" },
  人民政府办公厅: { ja: "人民政府弁公庁", en: "People’s Government", enLead: "General Office of the " },
  人民政府办公室: { ja: "人民政府弁公室", en: "People’s Government", enLead: "General Office of the " },
  环保厅: { ja: "環境保護庁", en: "Department of Environmental Protection" },
  环保局: { ja: "環境保護局", en: "Bureau of Environmental Protection" },
  发改委: { ja: "発展改革委員会", en: "Development and Reform Commission" },
  发展改革委: { ja: "発展改革委員会", en: "Development and Reform Commission" },
  气象局: { ja: "気象局", en: "Meteorological Bureau" },
  统计局: { ja: "統計局", en: "Bureau of Statistics" },
};

const fields: Readonly<Record<string, { ja: string; en: string }>> = {
  生态环境: { ja: "生態環境", en: "Ecology and Environment" },
  环境保护: { ja: "環境保護", en: "Environmental Protection" },
  发展和改革: { ja: "発展改革", en: "Development and Reform" },
  发展改革: { ja: "発展改革", en: "Development and Reform" },
  工业和信息化: { ja: "工業・情報化", en: "Industry and Information Technology" },
  经济和信息化: { ja: "経済・情報化", en: "Economy and Information Technology" },
  财政: { ja: "財政", en: "Finance" },
  公安: { ja: "公安", en: "Public Security" },
  司法: { ja: "司法", en: "Justice" },
  科学技术: { ja: "科学技術", en: "Science and Technology" },
  自然资源: { ja: "自然資源", en: "Natural Resources" },
  国土资源: { ja: "国土資源", en: "Land and Resources" },
  住房和城乡建设: { ja: "住宅・都市農村建設", en: "Housing and Urban-Rural Development" },
  城市管理: { ja: "都市管理", en: "Urban Management" },
  交通运输: { ja: "交通運輸", en: "Transport" },
  水利: { ja: "水利", en: "Water Resources" },
  农业农村: { ja: "農業農村", en: "Agriculture and Rural Affairs" },
  商务: { ja: "商務", en: "Commerce" },
  应急管理: { ja: "応急管理", en: "Emergency Management" },
  市场监督管理: { ja: "市場監督管理", en: "Market Regulation" },
  卫生健康: { ja: "衛生健康", en: "Health" },
};

const offices: readonly { zh: string; ja: string; en(field: string): string }[] = [
  { zh: "厅", ja: "庁", en: (field) => `Department of ${field}` },
  { zh: "局", ja: "局", en: (field) => `Bureau of ${field}` },
  { zh: "委员会", ja: "委員会", en: (field) => `${field} Commission` },
];

function readKind(rest: string): BodyKind | null {
  const whole = wholeKinds[rest];
  if (whole) return whole;
  for (const office of offices) {
    const field = rest.endsWith(office.zh) ? fields[rest.slice(0, -office.zh.length)] : undefined;
    if (field) return { ja: `${field.ja}${office.ja}`, en: office.en(field.en) };
  }
  return null;
}

const adjectives = [
  [/ (?:City|Municipality)$/, " Municipal"],
  [/ Province$/, " Provincial"],
] as const;

/** Of autonomous regions, prefectures and leagues English has no adjective. */
function placeInEnglish({ en, enLead = "", enTail = "" }: BodyKind, region: string): string {
  for (const [ending, adjective] of adjectives)
    if (ending.test(region)) return `${enLead}${region.replace(ending, adjective)} ${en}${enTail}`;
  return `${enLead}${en} of ${region}${enTail}`;
}
