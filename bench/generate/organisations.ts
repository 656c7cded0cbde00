import type { Row } from "../../src/sheets/parse-cell.ts";
import type { Random } from "./random.ts";
import { placeOf } from "./source.ts";

export interface Government {
  id: string;
  country: string;
  name: { ja: string; zh: string; en: string };
  offices: string[];
}

export interface GeneratedOrganisations {
  rows: Row[];
  names: Row[];
  homes: Government[];
  partners: Government[];
}

const homeFirst = "青 白 高 大 小 北 南 東 西 松 竹 桜 石 金 若 新".split(" ");
const homeSecond = "浜 原 崎 山 川 岡 野 沢 瀬 坂 里 谷 森 橋 井 津".split(" ");
const homeFirstRoman = "Ao Shira Taka O Ko Kita Minami Higashi Nishi Matsu Take Sakura Ishi Kana Waka Nii".split(" ");
const homeSecondRoman = "hama hara saki yama kawa oka no sawa se zaka sato tani mori hashi i zu".split(" ");
const partnerFirst = "安 宁 永 长 新 丰 嘉 泰 临 东 西 南 北 江 海 金 云 龙 凤 玉".split(" ");
const partnerSecond = "平 州 阳 江 山 河 城 林 川 泉 昌 庆 德 兴 源 化 陵 水 关 口".split(" ");
const partnerFirstRoman =
  "An Ning Yong Chang Xin Feng Jia Tai Lin Dong Xi Nan Bei Jiang Hai Jin Yun Long Feng Yu".split(" ");
const partnerSecondRoman =
  "ping zhou yang jiang shan he cheng lin chuan quan chang qing de xing yuan hua ling shui guan kou".split(" ");

const offices: Record<string, { ja: string; zh: string; en: string }[]> = {
  jp: [
    { ja: "環境局", zh: "环境局", en: "Environment Bureau" },
    { ja: "国際課", zh: "国际课", en: "International Division" },
    { ja: "環境科学研究所", zh: "环境科学研究所", en: "Institute of Environmental Sciences" },
  ],
  cn: [
    { ja: "生態環境局", zh: "生态环境局", en: "Ecology and Environment Bureau" },
    { ja: "外事弁公室", zh: "外事办公室", en: "Foreign Affairs Office" },
    { ja: "環境観測センター", zh: "环境监测中心", en: "Environmental Monitoring Centre" },
  ],
};

/** `count` organisations beside the sample's: governments of both countries, their offices, and companies. */
export function generateOrganisations(random: Random, count: number): GeneratedOrganisations {
  const rows: Row[] = [];
  const names: Row[] = [];
  const homes = Array.from({ length: Math.floor(count * 0.14) }, (_, index) =>
    nameGovernment("jp", index, homeFirst, homeSecond, homeFirstRoman, homeSecondRoman),
  );
  const partners = Array.from({ length: Math.floor(count * 0.2) }, (_, index) =>
    nameGovernment("cn", index, partnerFirst, partnerSecond, partnerFirstRoman, partnerSecondRoman),
  );
  for (const government of [...homes, ...partners]) {
    const isHome = government.country === "jp";
    rows.push({
      ...organisation(government.id, government.country, "city", null, government.name),
      latitude: Number((isHome ? 33 + random.next() * 8 : 23 + random.next() * 20).toFixed(4)),
      longitude: Number((isHome ? 131 + random.next() * 9 : 104 + random.next() * 16).toFixed(4)),
    });
    names.push({
      organisation: government.id,
      language: isHome ? "ja" : "zh",
      name: government.name[isHome ? "ja" : "zh"].replace("市", ""),
      kind: "abbreviation",
      ...placeOf("generated", "1"),
    });
  }
  for (let index = 0; rows.length < count * 0.92; index += 1) {
    const government = [...homes, ...partners][index % (homes.length + partners.length)];
    if (!government) break;
    const office = offices[government.country]?.[government.offices.length];
    if (!office) break;
    const id = `${government.id}-office-${government.offices.length + 1}`;
    government.offices.push(id);
    const name = joinNames(government.name, office);
    rows.push({
      ...organisation(id, government.country, "bureau", government.id, name),
      ...localized("short_name", office),
    });
  }
  while (rows.length < count) {
    const number = rows.length + 1;
    const name = {
      ja: `環境技術第${number}株式会社`,
      zh: `环境技术第${number}公司`,
      en: `Environmental Technology ${number} Co.`,
    };
    rows.push(organisation(`company-${number}`, random.chance(0.7) ? "jp" : "cn", "company", null, name));
  }
  return { rows, names, homes, partners };
}

function nameGovernment(
  country: string,
  index: number,
  first: readonly string[],
  second: readonly string[],
  firstRoman: readonly string[],
  secondRoman: readonly string[],
): Government {
  const [a, b] = [index % first.length, Math.floor(index / first.length) % second.length];
  const round = Math.floor(index / (first.length * second.length));
  const name = `${first[a]}${second[b]}${round === 0 ? "" : `第${round + 1}`}市`;
  const roman = `${firstRoman[a]}${secondRoman[b]}${round === 0 ? "" : ` ${round + 1}`}`;
  const id = `${country}-city-${String(index + 1).padStart(4, "0")}`;
  return { id, country, name: { ja: name, zh: name, en: roman }, offices: [] };
}

function joinNames(government: Government["name"], office: Government["name"]): Government["name"] {
  return { ja: government.ja + office.ja, zh: government.zh + office.zh, en: `${government.en} ${office.en}` };
}

function organisation(id: string, country: string, tier: string, parent: string | null, name: Government["name"]): Row {
  return { id, country, tier, parent, ...localized("name", name), ...placeOf("generated", "1") };
}

export function localized(column: string, text: { ja: string; zh: string; en: string }): Row {
  return { [`${column}_ja`]: text.ja, [`${column}_zh`]: text.zh, [`${column}_en`]: text.en };
}
