import { describe, expect, test } from "vitest";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { checkSegment } from "../check-segment.ts";
import { indexTerms } from "../find-terms.ts";
import type { Term } from "../terms.ts";

const term = (id: string, zh: string, ja: string, en: string, more: Partial<Term> = {}): Term => ({
  id,
  domain: "government",
  words: { zh, ja, en },
  variants: { zh: [], ja: [], en: [] },
  forbidden: { zh: [], ja: [], en: [] },
  note: {},
  ...more,
});

const terms: Term[] = [
  term("mep", "环境保护部", "環境保護部", "Ministry of Environmental Protection", {
    variants: { zh: ["环保部"], ja: ["環保部"], en: ["MEP"] },
    forbidden: { zh: [], ja: ["環境保護省"], en: ["Department of Environmental Protection"] },
  }),
  term("state-council", "国务院", "国務院", "State Council", {
    forbidden: { zh: [], ja: ["国家院"], en: ["Cabinet"] },
  }),
  term("ulev", "超低排放", "超低排出", "ultra-low emission", {
    variants: { zh: [], ja: ["超低濃度排出"], en: ["ultra-low emissions"] },
  }),
  term(
    "action-plan",
    "大气污染防治行动计划",
    "大気汚染防止行動計画",
    "Air Pollution Prevention and Control Action Plan",
    {
      variants: { zh: ["大气十条"], ja: ["大気十条"], en: [] },
    },
  ),
  term("ug-m3", "微克/立方米", "μg/m³", "\u03BCg/m³"),
  term("steam", "蒸吨", "t/h", "t/h", { forbidden: { zh: [], ja: ["蒸トン"], en: [] } }),
  term("province", "省", "省", "province"),
  term("policy", "政策", "政策", "policy"),
];

function problemsOf(source: string, target: string, pair = "zh-ja"): string[] {
  const [sourceLanguage, targetLanguage] = pair.split("-") as [Language, Language];
  return checkSegment({
    ...{ source, target, sourceLanguage, targetLanguage },
    sourceTerms: indexTerms(terms, sourceLanguage),
    targetTerms: indexTerms(terms, targetLanguage),
  }).map((problem) => {
    for (const [range, text] of [
      [problem.source, source],
      [problem.target, target],
    ] as const)
      if (range) expect(text.slice(range.start, range.end)).not.toBe("");
    for (const language of ["ja", "zh", "en"] as const)
      expect(message(language, problem.message, problem.values)).not.toMatch(/[{}]/);
    return problem.message.replace("translationCheck.", "");
  });
}

describe("good translations raise no alarm", () => {
  test.each([
    [
      "到2017年，全国地级及以上城市可吸入颗粒物浓度比2012年下降10%以上。",
      "2017年までに、全国の地級市以上の都市のPM10濃度を2012年比で10%以上低下させる。",
    ],
    [
      "京津冀、长三角、珠三角等区域细颗粒物浓度分别下降25%、20%、15%左右。",
      "京津冀、長江デルタ、珠江デルタ等の地域のPM2.5濃度をそれぞれ25%、20%、15%前後低下させる。",
    ],
    ["北京市细颗粒物年均浓度控制在60微克/立方米左右。", "北京市の微小粒子状物質の年平均濃度を60µg/m³前後に抑える。"],
    ["淘汰黄标车1500万辆。", "黄標車1,500万台を廃車とする。"],
    ["削减煤炭消费1.5亿吨。", "石炭消費を1億5,000万トン削減する。"],
    ["总投资1.75万亿元。", "総投資額は1兆7,500億元である。"],
    [
      "国务院关于印发大气污染防治行动计划的通知（国发〔2013〕37号）",
      "大気汚染防止行動計画の公布に関する国務院の通知（国発〔2013〕37号）",
    ],
    ["第十二条　县级以上人民政府应当加强监督检查。", "第12条　県級以上の人民政府は監督検査を強化しなければならない。"],
    [
      "第十二条　县级以上人民政府应当加强监督检查。",
      "第十二条　県級以上の人民政府は監督検査を強化しなければならない。",
    ],
    ["违反规定的，处二万元以上二十万元以下的罚款。", "規定に違反した者は、2万元以上20万元以下の過料に処する。"],
    [
      "2015年8月29日第十二届全国人民代表大会常务委员会第十六次会议修订",
      "2015年8月29日第12期全国人民代表大会常務委員会第16回会議改正",
    ],
    ["2015年8月29日修订通过。", "平成27年8月29日に改正が可決された。"],
    ["自2016年1月1日起施行。", "2016年1月1日から施行する。"],
    ["“十三五”期间，二氧化硫排放总量下降15%。", "第13次五カ年計画期間中に、二酸化硫黄の総排出量を15%削減する。"],
    ["优良天数比率提高3.3个百分点。", "優良天気の日数の割合を3.3ポイント引き上げる。"],
    ["燃煤机组全部实现超低排放。", "石炭火力発電設備のすべてで超低排出を実現する。"],
    ["环保部会同有关部门制定实施细则。", "環境保護部は関係部門と共同で実施細則を定める。"],
    ["氮氧化物排放浓度不高于50毫克/立方米。", "窒素酸化物の排出濃度は50mg/m³を超えてはならない。"],
    ["新增风电装机600万千瓦。", "風力発電の設備容量を600万kW増やす。"],
    ["每小时20蒸吨及以下的燃煤锅炉一律淘汰。", "20t/h以下の石炭焚きボイラーはすべて廃止する。"],
    ["三是加强机动车污染防治。", "第三に、自動車による汚染の防止を強化する。"],
    ["一般工业企业应当采取两项以上的措施。", "一般の工業企業は2項目以上の措置を講じなければならない。"],
    ["（一）严格执行国家标准；", "（一）国家標準を厳格に実施すること。"],
    ["北京市", "北京市"],
    ["河北省环境保护厅", "河北省環境保護庁"],
    ["执行《环境空气质量标准》（GB 3095—2012）。", "『環境空気質基準』（GB 3095-2012）を適用する。"],
    ["2013年9月10日至12日在北京召开。", "2013年9月10日から12日まで北京で開かれた。"],
    ["对全国31个省（区、市）进行考核。", "全国31の省・自治区・直轄市を対象に審査を行う。"],
    ["用五年时间，使空气质量总体改善。", "5年間で大気環境を全体として改善する。"],
    ["扬尘、挥发性有机物（VOCs）治理", "粉じん・揮発性有機化合物（VOC）対策"],
    ["臭氧日最大8小时平均浓度", "オゾンの1日最大8時間平均濃度"],
    ["面积约1.6万平方公里，耕地300万亩。", "面積は約1万6,000km²、耕地は300万ムーである。"],
    ["百分之二十以上", "20%以上"],
    ["二〇一三年九月十日", "2013年9月10日"],
  ])("zh→ja %s", (source, target) => {
    expect(problemsOf(source, target)).toEqual([]);
  });

  test.each([
    ["平成25年度から平成27年度までの3年間で実施した。", "于2013年度至2015年度的三年间实施。"],
    ["予算額は500千円である。", "预算额为50万日元。"],
    ["本事業では、北京市、天津市などの11都市と協力した。", "本项目与北京市、天津市等11个城市开展了合作。"],
    ["令和元年5月1日", "2019年5月1日"],
    ["PM2.5の濃度は35μg/m3であった。", "PM2.5浓度为35微克/立方米。"],
    ["窒素酸化物（NOx）を30％削減する。", "将氮氧化物（NOx）减排30%。"],
    ["専門家を2名派遣した。", "派遣了两名专家。"],
    ["約1,200トンの石炭を節約した。", "节约煤炭约1200吨。"],
  ])("ja→zh %s", (source, target) => {
    expect(problemsOf(source, target, "ja-zh")).toEqual([]);
  });

  test.each([
    ["浓度为35微克/立方米。", "The concentration is 35 \u00B5g/m³."],
    ["淘汰黄标车1500万辆。", "Scrap 15 million yellow-label vehicles."],
    ["环境保护部2013年9月25日发布", "Issued by the Ministry of Environmental Protection on 25 September 2013"],
    [
      "国务院关于印发大气污染防治行动计划的通知（国发〔2013〕37号）",
      "Notice of the State Council on Issuing the Air Pollution Prevention and Control Action Plan (Guo Fa [2013] No. 37)",
    ],
    ["二氧化硫、氮氧化物", "Sulphur dioxide and nitrogen oxides"],
    ["第三章　政策措施", "Chapter 3: Policies and measures"],
    ["细颗粒物年均浓度为35微克/立方米。", "The annual mean PM2.5 concentration was 35 µg/m³."],
    ["比2012年下降5个百分点。", "Down five percentage points from 2012."],
    [
      "商定自10月启动，由两国机构共同实施。",
      "Agreed to start in October, jointly by the institutes of both countries.",
    ],
    ["重型柴油车污染物排放限值（中国第六阶段）", "Limits for emissions from heavy-duty diesel vehicles (China VI)"],
    ["新增发电能力1.2亿千瓦。", "New generating capacity of 120 million kW."],
  ])("zh→en %s", (source, target) => {
    expect(problemsOf(source, target, "zh-en")).toEqual([]);
  });
});

describe("faults are named", () => {
  test.each([
    ["比2012年下降10%以上。", "2012年比で15%以上低下させる。", ["number.missing", "number.added"]],
    ["淘汰黄标车1500万辆。", "黄標車1,500台を廃車とする。", ["number.missing", "number.added"]],
    ["总投资1.75万亿元。", "総投資額は1,750億元である。", ["number.missing", "number.added"]],
    ["浓度为35微克/立方米。", "濃度は35mg/m³である。", ["unit.differs"]],
    // Told by the word that is not used where there is one, and by the term where no number stands before it.
    ["10蒸吨以下锅炉。", "10蒸トン以下のボイラー。", ["term.forbidden"]],
    ["以微克/立方米计。", "mgで表す。", ["term.missing"]],
    ["提高3.3个百分点。", "3.3%引き上げる。", ["unit.differs"]],
    ["削减1000吨。", "1,000を削減する。", ["unit.missing"]],
    ["2015年8月29日修订通过。", "平成26年8月29日に改正が可決された。", ["date.era"]],
    ["2013年9月10日", "2013年9月12日", ["date.missing"]],
    ["自2016年1月1日起施行。", "2016年1月2日から施行する。", ["date.missing"]],
    ["于9月30日召开。", "9月31日に開かれた。", ["date.missing", "date.impossible"]],
    ["根据国发〔2013〕37号文件", "国発〔2013〕27号の文書に基づき", ["documentNumber.missing"]],
    ["根据国发〔2013〕37号文件", "環発〔2013〕37号の文書に基づき", ["documentNumber.agency"]],
    ["削减氮氧化物排放。", "二酸化窒素の排出を削減する。", ["pollutant.missing", "pollutant.added"]],
    ["控制PM2.5和臭氧。", "PM2.5を抑制する。", ["pollutant.missing"]],
    ["环境保护部发布通知。", "環境保護省が通知を出した。", ["term.forbidden"]],
    ["第十二条　适用本条例。", "第13条　本条例を適用する。", ["number.missing", "number.added"]],
    ["燃煤机组实现超低排放。", "石炭火力でクリーンな排出を実現する。", ["term.missing"]],
    ["县级以上人民政府应当加强对大气污染防治工作的领导。", "県の政府。", ["omission.short"]],
    ["加强监督检查，严肃查处违法行为。", "加强监督检查，严肃查处违法行为。", ["omission.copied"]],
    ["加强监督。", "監督を強化する（検査を含む。", ["bracket"]],
    ["加强监督。", "監督を强化する。", ["foreign.simplified"]],
    ["下降10%。", "１０%低下させる。", ["width.digits"]],
    ["下降10%。", "10％低下させる。", ["width.percent"]],
    ["加强监督检查。", "監督検査を8%強化する。", ["number.added"]],
    ["到2017年完成。", "2017年までに完了し、2021年に点検する。", ["date.added"]],
    ["加强监督检查。", "2021年までに監督検査を強化する。", ["date.added"]],
    ["有关部门发布通知。", "環境保護部が通知を出した。", ["bodyAdded"]],
    ["加强监督检查，严肃查处。", "加强監督检查、严肅に処分する。", ["foreign.simplified"]],
    ["加强监督，严格执法。", "監督を強化し，法を厳格に執行する。", ["width.chinesePunctuation"]],
    ["执行《环境空气质量标准》。", "《環境空気質基準》を適用する。", ["width.chineseQuotes"]],
  ])("zh→ja %s → %s", (source, target, expected) => {
    expect(problemsOf(source, target)).toEqual(expected);
  });

  test.each([
    ["監督を強化する。", "の加强监督。", ["foreign.kana"]],
    ["対策を強化する。", "加强对策発展。", ["foreign.notSimplified"]],
    ["「青い空」", "「蓝天」", ["width.japaneseQuotes"]],
    [
      "大気環境の改善のため、都市間の連携を強化し、専門家の派遣を行う。",
      "为了改善大气环境、加强城市间合作、派遣专家开展技术交流。",
      ["width.japaneseComma"],
    ],
  ])("ja→zh %s → %s", (source, target, expected) => {
    expect(problemsOf(source, target, "ja-zh")).toEqual(expected);
  });

  test.each([
    ["国务院批准。", "Approved by the Cabinet.", ["term.forbidden"]],
    ["加强环境监测。", "Strengthen 环境监测.", ["omission.notEnglish"]],
    ["加强监测。", "Strengthen monitoring。", ["width.eastAsian"]],
  ])("zh→en %s → %s", (source, target, expected) => {
    expect(problemsOf(source, target, "zh-en")).toEqual(expected);
  });
});

test("the right word is in the message", () => {
  const [problem] = checkSegment({
    ...{ source: "环境保护部发布通知。", target: "環境保護省が通知を出した。" },
    ...{ sourceLanguage: "zh", targetLanguage: "ja" },
    sourceTerms: indexTerms(terms, "zh"),
    targetTerms: indexTerms(terms, "ja"),
  });
  expect(problem && message("ja", problem.message, problem.values)).toBe(
    "「环境保护部」の訳語に「環境保護省」は使いません。「環境保護部」とします。",
  );
});

test("nothing is said of what is not translated yet", () => {
  expect(problemsOf("比2012年下降10%以上。", " ")).toEqual([]);
});
