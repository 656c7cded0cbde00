/** A seeded source of numbers from 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export interface PolicyText {
  text: string;
  /** number of the text that it repeats; null for one of its own */
  repeats: number | null;
}

/** One in so many repeats an earlier one. */
const repeatsOneIn = 33;

/**
 * The text of a number is always the same, so that none needs to be kept. Two of them are 0.1 alike; regulations on the same matter 0.07. Every text has the opening and closing that notices share; one in
 * 33 repeats an earlier one as sites do: as it is, with an introduction, without its end, or with words changed.
 */
export function writePolicyText(number: number): PolicyText {
  const random = seededRandom(number * 7919 + 1);
  if (number < repeatsOneIn || random() * repeatsOneIn >= 1) return { text: writeOwnText(number), repeats: null };
  let original = Math.floor(random() * number);
  // What is repeated is no repeat itself.
  while (original > 0 && writePolicyText(original).repeats !== null) original -= 1;
  return { text: repeat(writeOwnText(original), random), repeats: original };
}

function writeOwnText(number: number): string {
  const random = seededRandom(number * 104_729 + 3);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  const name = () => `${pick(syllables)}${pick(syllables)}${pick(kinds)}`;
  const length = 600 + Math.floor(random() ** 2 * 1_800);
  let text = opening;
  while (text.length < length)
    text += `${pick(when)}${name()}${pick(who)}${pick(how)}${pick(verbs)}${name()}${pick(places)}${pick(objects)}${pick(ends)}${name()}${Math.floor(random() * 90) + 10}${pick(units)}，${pick(verbs)}${name()}${pick(objects)}。`;
  return text + closing;
}

function repeat(text: string, random: () => number): string {
  const way = Math.floor(random() * 4);
  if (way === 0) return text.replaceAll("，", ",\u3000").replaceAll("。", "。\n");
  if (way === 1)
    return `${writeOwnText(9_000_000 + Math.floor(random() * 1e6)).slice(opening.length, opening.length + Math.floor(text.length * 0.3))}${text}`;
  if (way === 2) return text.slice(0, Math.floor(text.length * 0.85));
  return [...text].map((character) => (random() < 0.015 ? "某" : character)).join("");
}

const opening =
  "各省、自治区、直辖市环境保护厅（局），新疆生产建设兵团环境保护局，各有关单位：为深入贯彻落实党中央、国务院决策部署，切实改善环境空气质量，现就有关事项通知如下：";
const closing = "请各地结合实际，认真组织实施。执行中遇到的问题，请及时向我部反映。特此通知。";

const syllables = [
  ..."安宝北昌成春大德东丰福港高光广海和恒华环惠吉嘉江金京景君康兰乐丽林龙隆茂明南宁平庆荣瑞山盛石泰天通同万文武西祥新兴秀阳永玉源远云泽长正中州舟",
];
const kinds = ["县", "镇", "公司", "园区", "街道", "码头"];
const when =
  "今年年底前，|采暖季前，|自即日起，|每月五日前，|到规划期末，|重污染天气期间，|夏季臭氧高发时段，|下一阶段，|检查发现问题后，|按照统一安排，".split(
    "|",
  );
const who =
  "市级主管部门|县级人民政府|各重点排污单位|钢铁企业|石化企业|施工单位|交通运输部门|公安机关|监测机构|港口经营人|供热单位|加油站经营者|乡镇街道|城市管理部门|农业农村部门|行业协会".split(
    "|",
  );
const how =
  "应当逐项|要全面|必须如实|会同有关部门|委托第三方|分类分批|依法依规|按季度|优先|严格|重点|统筹|带头|逐家|定期|公开".split(
    "|",
  );
const verbs =
  "开展|核查|公布|淘汰|改造|安装|报送|更新|治理|封闭|冲洗|抽测|登记|编制|评估|压减|替代|联网|停用|验收".split("|");
const places =
  "建成区内的|工业园区的|港区的|主要道路的|城乡结合部的|产业集聚区的|沿江一公里内的|主导风向上的|居民区周边的|国控站点周边的|矿山的|物流园的|高速公路服务区的|历史遗留的".split(
    "|",
  );
const objects =
  "燃煤锅炉|在线监测设备|物料堆场|渣土车辆|柴油货车|喷涂工序|储油设施|焦炉烟气|烧结机头|窑炉|散煤销售点|秸秆焚烧火点|裸露地面|排放清单|应急减排措施|泄漏检测数据|船舶岸电设施|餐饮油烟净化器|非道路移动机械|活性炭吸附装置|溶剂使用台账|加油枪气液比|露天烧烤|车用尿素|厂区道路|密闭罐车|煤质检测报告|排污许可证".split(
    "|",
  );
const ends = "，完成比例不低于|，数量不少于|，合计达到|，较上月减少|，新增|，涉及|，覆盖面达到|，整改率为".split("|");
const units = "家|台|处|套|辆|公里|个百分点|平方米|份|人次".split("|");
