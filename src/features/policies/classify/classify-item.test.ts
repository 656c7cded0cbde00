import { describe, expect, test } from "vitest";
import type { PolicyBlock } from "../blocks.ts";
import type { PolicyKnowledge } from "../knowledge.ts";
import type { Classification, ClassifySubject } from "./classification.ts";
import { classifyItem } from "./classify-item.ts";
import { readSampleKnowledge } from "./sample-knowledge.ts";

const knowledge: PolicyKnowledge = readSampleKnowledge(
  ["beijing", "hebei", "jinan", "shanghai", "guangdong"],
  [{ region: "guangdong", topic: "monitoring" }],
);

function classify(title: string, text = "", others: Partial<ClassifySubject> = {}): Classification {
  const blocks = text.split("\n").map((line): PolicyBlock => ({ is: "paragraph", text: line }));
  const nothing = { documentNumber: null, bodyNames: [], subjectCategory: null, source: null };
  return classifyItem({ title, blocks, ...nothing, ...others }, knowledge);
}

const regionsOf = (found: Classification) => found.regions.map(({ id }) => id);
const topicsOf = (found: Classification) => found.topics.map(({ id }) => id);

describe("kind", () => {
  test.each([
    ["中华人民共和国大气污染防治法", "law"],
    ["济南市大气污染防治条例", "law"],
    ["全国人民代表大会常务委员会关于修改《中华人民共和国大气污染防治法》的决定", "law"],
    ["山东省人民代表大会常务委员会关于批准《济南市大气污染防治条例》的决定", "law"],
    ["国务院关于印发大气污染防治行动计划的通知", "plan"],
    ["关于印发《京津冀及周边地区2017-2018年秋冬季大气污染综合治理攻坚行动方案》的通知", "plan"],
    ["北京市人民政府关于印发《北京市空气重污染应急预案（2016年修订）》的通知", "plan"],
    ["“十三五”挥发性有机物污染防治工作方案", "plan"],
    ["河北省大气污染防治强化措施实施方案（2016－2017年）", "plan"],
    ["环境空气质量标准", "standard"],
    ["关于发布国家污染物排放标准《锅炉大气污染物排放标准》的公告", "standard"],
    ["火电厂大气污染物排放标准 (GB 13223-2011)", "standard"],
    ["轻型汽车污染物排放限值及测量方法（中国第六阶段）", "standard"],
    ["固定污染源废气 总烃、甲烷和非甲烷总烃的测定 气相色谱法", "standard"],
    ["关于做好冬季大气污染防治工作的通知", "notice"],
    ["关于执行大气污染物特别排放限值的公告", "notice"],
    ["关于加强重污染天气应对工作的指导意见", "notice"],
    ["关于公开征求《环境空气质量监测规范（征求意见稿）》意见的通知", "notice"],
    ["《打赢蓝天保卫战三年行动计划》解读", "interpretation"],
    ["生态环境部有关负责人就《大气污染防治法》修改答记者问", "interpretation"],
    ["一图读懂：北京市2013-2017年清洁空气行动计划", "interpretation"],
    ["2015年3月和第一季度京津冀、长三角、珠三角区域及直辖市、省会城市和计划单列市空气质量报告", "statistics"],
    ["2016中国环境状况公报", "statistics"],
    ["生态环境部公布2018年5月全国空气质量排名", "statistics"],
    ["环境保护部部长会见日本环境大臣", "news"],
    ["我市召开大气污染防治工作推进会", "news"],
  ])("%s: %s", (title, kind) => {
    expect(classify(title).kind?.value).toBe(kind);
  });

  test("「办法」 is law only where a lawmaker or an order made it", () => {
    expect(classify("大气污染防治考核办法").kind?.value).toBe("notice");
    expect(
      classify("环境保护主管部门实施按日连续处罚办法", "", { documentNumber: "环境保护部令第28号" }).kind?.value,
    ).toBe("law");
    expect(
      classify("广东省机动车排气管理规定", "2000年5月26日广东省第九届人民代表大会常务委员会第十八次会议通过").kind
        ?.value,
    ).toBe("law");
  });

  test("the evidence names rule and words", () => {
    expect(classify("济南市大气污染防治条例").kind).toMatchObject({ origin: "heuristic", evidence: "named-law: 条例" });
  });
});

describe("topics", () => {
  test("one word in the title is enough, with how often it stands where", () => {
    const { topics } = classify("臭氧污染防治指导意见", "臭氧前体物减排。控制臭氧，监测臭氧。");
    expect(topics.find(({ id }) => id === "ozone")).toEqual({
      id: "ozone",
      by: "rule",
      reasons: [
        { rule: "term", term: "臭氧", where: "title", times: 1 },
        { rule: "heading", term: "臭氧", where: "text", times: 3 },
      ],
    });
  });

  const filler = "各地要认真落实本通知要求，加强组织领导，明确责任分工，按时报送进展。";

  test("in the text two mentions, and one for every 800 characters", () => {
    const mention = "有条件的地方应当结合实际推进锅炉改造，";
    const withMentions = (count: number, length: number) =>
      `${filler}\n${(mention.repeat(count) + filler.repeat(Math.ceil(length / filler.length))).slice(0, length)}`;
    for (const [length, needed] of [
      [60, 1],
      [300, 2],
      [1_500, 2],
      [3_900, 5],
    ] as const) {
      expect(topicsOf(classify("通知", withMentions(needed, length))), `${length}`).toContain("boilers");
      expect(topicsOf(classify("通知", withMentions(needed - 1, length))), `${length}`).not.toContain("boilers");
    }
  });

  test.each([
    ["the opening", `各市、县人民政府：\n为推进锅炉改造，现就有关事项通知如下：\n${filler.repeat(20)}`, true],
    ["a heading", `${filler.repeat(20)}\n第二节　锅炉污染防治\n${filler}`, true],
    ["the head of a paragraph", `${filler.repeat(20)}\n淘汰燃煤小锅炉。${filler}`, true],
    ["the beginning of a point", `${filler.repeat(20)}\n二、年度目标。2016年拆除锅炉230台，${filler}`, true],
    ["an article", `${filler.repeat(20)}\n第二条 禁止新建燃煤锅炉。${filler}`, false],
    ["a thing in a list", `${filler.repeat(20)}\n（一）新建燃煤锅炉的；\n（二）${filler}`, false],
    ["a row of a table", `${filler.repeat(20)}\n锅炉\t12\n${filler}`, false],
  ])("one mention in %s", (_, text, isEnough) => {
    expect(topicsOf(classify("通知", text)).includes("boilers")).toBe(isEnough);
  });

  test("the weightiest comes first", () => {
    expect(topicsOf(classify("扬尘管理通知", "臭氧、臭氧、臭氧。氮氧化物。"))).toEqual(["dust", "ozone", "nox"]);
  });

  test.each([
    ["河北省大气污染防治强化措施", "plans-targets"],
    ["济南市大气污染防治若干条例", "law"],
    ["锅炉大气污染物控制要求 DB11/139-2015", "standards"],
    ["2016年3月空气质量统计数据", "monitoring"],
  ])("%s is about %s by its kind", (title, topic) => {
    expect(topicsOf(classify(title))).toContain(topic);
  });

  test("a contingency plan plans no improvement, and a law on sports is none on the air", () => {
    expect(topicsOf(classify("北京市空气重污染应急预案"))).not.toContain("plans-targets");
    expect(topicsOf(classify("体育法"))).toEqual([]);
  });

  test("an excluded word hides the term that it holds", () => {
    expect(topicsOf(classify("消耗臭氧层物质管理条例", "保护臭氧层，减少臭氧层物质。"))).not.toContain("ozone");
  });

  test("PM2.5 is found however it is typed, and NO2 not in NO20", () => {
    for (const form of ["PM2.5", "PM₂.₅", "ＰＭ２．５", "PM 2.5", "pm2.5"])
      expect(topicsOf(classify(`${form}治理`))).toContain("pm25");
    expect(topicsOf(classify("型号NO20设备"))).not.toContain("nox");
  });

  test("no term is found across the end of a clause", () => {
    expect(topicsOf(classify("检查扬，尘土覆盖"))).not.toContain("dust");
  });
});

describe("regions", () => {
  test.each<[string, string[]]>([
    ["河北省石家庄市大气污染防治方案", ["shijiazhuang"]],
    ["吉林省吉林市大气污染防治条例", ["jilin-city"]],
    ["河南省大气污染防治条例", ["henan"]],
    ["上海南站周边扬尘整治", ["shanghai"]],
    ["北京时间八点发布空气质量预报", []],
    ["南京路、北京路道路保洁方案", []],
    ["京津冀及周边地区秋冬季攻坚方案", ["jing-jin-ji-surroundings"]],
    ["京津冀、长三角、珠三角空气质量状况", ["jing-jin-ji", "yangtze-delta", "pearl-delta"]],
    ["“2+26”城市督查", ["jing-jin-ji-surroundings"]],
    ["遼寧省瀋陽市大気汚染対策", ["shenyang"]],
    ["江西安排部署大气污染防治", ["jiangxi"]],
    ["渤海南部海域", []],
    ["营运城市公交车辆更新", []],
  ])("%s: %j", (title, regions) => {
    expect(regionsOf(classify(title)).sort()).toEqual(regions.sort());
  });

  test("in a text two mentions, or one that says where it holds", () => {
    expect(regionsOf(classify("通知", "西安市参加了会议。"))).toEqual([]);
    expect(regionsOf(classify("通知", "西安市限行。西安市停产。"))).toEqual(["xian"]);
    expect(regionsOf(classify("通知", "本标准适用于西安市行政区域。"))).toEqual(["xian"]);
  });

  test("the title of another document names no region of this one", () => {
    expect(regionsOf(classify("通知", "依照《山东省大气污染防治条例》和《山东省环境保护条例》。"))).toEqual([]);
  });

  test("who approved is not where it holds", () => {
    expect(
      regionsOf(
        classify(
          "济南市大气污染防治条例",
          "山东省第十二届人民代表大会常务委员会批准\n山东省第十三届人民代表大会常务委员会批准",
        ),
      ),
    ).toEqual(["jinan"]);
  });

  test("number, issuer and source say it, too", () => {
    expect(classify("关于加强监管的通知", "", { documentNumber: "粤环发〔2016〕12号" }).regions).toMatchObject([
      { id: "guangdong" },
    ]);
    const { regions } = classify("关于加强监管的通知", "", { bodyNames: ["唐山市环境保护局"] });
    expect(regions).toEqual([
      { id: "tangshan", by: "rule", reasons: [{ rule: "issuer", term: "唐山市环境保护局", where: "body", times: 1 }] },
    ]);
    const source = { body: "jinan-epb", region: "jinan", tier: "partner" as const };
    expect(regionsOf(classify("扬尘治理动态", "", { source }))).toEqual(["jinan"]);
  });

  test("what a closing clause sets for others is not for whom the document is", () => {
    const text =
      "香港特别行政区、台湾地区的企业参照适用前款规定。\n在香港特别行政区、台湾地区登记的船舶，参照适用本条例。";
    expect(regionsOf(classify("国内水路运输管理条例", text))).toEqual([]);
  });

  test("what the state issued is not the region's on whose site it stands", () => {
    const source = { body: "jinan-epb", region: "jinan", tier: "partner" as const };
    const found = classify("国务院关于印发大气污染防治行动计划的通知", "", {
      source,
      bodyNames: ["国务院"],
      documentNumber: "国发〔2013〕37号",
    });
    expect(regionsOf(found)).toEqual([]);
    expect(found.importance).toBe("low");
    expect(found.importanceReasons).toEqual([{ rule: "repost", term: "state-council", where: "source", times: 1 }]);
  });
});

describe("bodies", () => {
  test.each<[Partial<ClassifySubject>, string, string[]]>([
    [{ bodyNames: ["环境保护部", "发展改革委", "国家能源局"] }, "通知", ["mep", "ndrc", "nea"]],
    [{ bodyNames: ["环境保护部办公厅"] }, "通知", ["mep"]],
    [{ bodyNames: ["发展改革委、财政部"] }, "通知", ["ndrc", "mof"]],
    [{ documentNumber: "国办发〔2014〕21号" }, "通知", ["state-council-office"]],
    [{ documentNumber: "环大气〔2017〕110号" }, "通知", ["mep"]],
    [{ documentNumber: "环大气〔2019〕88号" }, "通知", ["mee"]],
    [{}, "国务院关于印发打赢蓝天保卫战三年行动计划的通知", ["state-council"]],
    [{}, "山东省大气污染防治条例", ["shandong-congress"]],
    [{}, "中华人民共和国大气污染防治法", ["npc-standing-committee"]],
  ])("%j %s", (subject, title, bodies) => {
    expect(classify(title, "", subject).bodies).toEqual(bodies);
  });
});

describe("the air", () => {
  test.each<[string, string, boolean]>([
    ["大气污染防治行动计划", "", true],
    ["机动车和非道路移动机械排气污染防治条例", "", true],
    ["锅炉节能环保改造方案", "改造燃煤锅炉，降低二氧化硫、氮氧化物排放。", true],
    ["环境保护税法", "大气污染物按当量计征。大气污染物税额。颗粒物、二氧化硫。", true],
    ["水污染防治条例", "废气处理。恶臭。大气。扬尘。".padEnd(3000, "水环境治理与保护"), false],
    ["消耗臭氧层物质管理条例", "臭氧层", false],
    ["体育法", "国家发展体育事业。", false],
    ["关于召开表彰会的通知", "空气质量很好。", false],
  ])("%s: %j", (title, text, isAboutAir) => {
    expect(classify(title, text).isAboutAir).toBe(isAboutAir);
  });
});

describe("importance", () => {
  test.each<[string, Partial<ClassifySubject>, string, string[]]>([
    ["国务院关于印发大气污染防治行动计划的通知", { bodyNames: ["国务院"] }, "high", ["issuer-state", "kind-binding"]],
    ["关于做好重污染天气应对工作的通知", { bodyNames: ["环境保护部"] }, "medium", ["issuer-ministry", "kind-notice"]],
    [
      "北京市空气重污染应急预案",
      { bodyNames: ["北京市人民政府"] },
      "high",
      ["issuer-local", "kind-binding", "partner-region"],
    ],
    ["安徽省大气污染防治实施方案", { bodyNames: ["安徽省人民政府"] }, "medium", ["issuer-local", "kind-binding"]],
    ["我省召开蓝天保卫战会议", { bodyNames: ["安徽省人民政府"] }, "low", ["issuer-local", "kind-news"]],
    [
      "广东省大气环境监测通知",
      { bodyNames: ["广东省环境保护厅"] },
      "high",
      ["issuer-local", "kind-notice", "partner-region", "open-need"],
    ],
    ["关于足球场的通知", { bodyNames: ["国务院"] }, "low", ["not-air"]],
  ])("%s", (title, subject, importance, rules) => {
    const found = classify(title, "", subject);
    expect(found.importanceReasons.map(({ rule }) => rule)).toEqual(rules);
    expect(found.importance).toBe(importance);
  });
});

describe("issuers", () => {
  const source = { body: "xian-epb", region: "xian", tier: "partner" as const };

  test("执法 is no law, and whose site it stands on is only assumed", () => {
    const found = classify("西安开展夜间渣土车联合执法", "开展扬尘执法检查。", { source });
    expect(found.bodies).toEqual(["xian-epb"]);
    expect(found.regions[0]?.reasons.map(({ rule }) => rule)).not.toContain("issuer");
    expect(found.importanceReasons.filter(({ rule }) => rule.startsWith("issuer-"))).toMatchObject([
      { term: "xian-epb", where: "source" },
    ]);
    expect(classify("西安市大气污染防治条例").bodies).toEqual(["xian-congress"]);
  });

  test("one that is printed and not in the list gives way to nobody, and ranks by its name", () => {
    const found = classify("周口市大气污染防治条例", "", { bodyNames: ["周口市人民代表大会常务委员会"] });
    expect(found.bodies).toEqual([]);
    expect(found.importanceReasons).toContainEqual({
      ...{ rule: "issuer-local", term: "周口市人民代表大会常务委员会", where: "body", times: 1 },
    });
    expect(classify("关于扬尘的通知", "", { source, bodyNames: ["西安市公安局交警支队"] }).bodies).toEqual([]);
  });
});
