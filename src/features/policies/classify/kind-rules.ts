import type { PolicyKind } from "../policy.ts";

/** What a rule looks at: the whole title, or what the title says is issued (the plan within 「关于印发《…计划》的通知」). */
export interface KindRule {
  id: string;
  kind: PolicyKind;
  in: "title" | "core" | "number";
  pattern: RegExp;
  /** for words that two kinds share: only where a congress or a government by order (令) made it */
  byLawmaker?: true;
  confidence: number;
}

/** The first that fits decides. Shown to people as it stands. */
export const kindRules: readonly KindRule[] = [
  {
    id: "explains",
    kind: "interpretation",
    in: "title",
    pattern: /解读|答记者问|记者问|图解|一图(?:读懂|看懂)|政策问答|解説|読み解く/,
    confidence: 0.95,
  },
  {
    id: "asks-for-comments",
    kind: "notice",
    in: "title",
    pattern: /征求.{0,12}意见|公开征集|征求意见稿|意見募集/,
    confidence: 0.9,
  },
  {
    id: "reports-figures",
    kind: "statistics",
    in: "title",
    pattern:
      /^(?!.*关于(?:开展|加强|做好|进一步|实施|印发)).*(?:月报|季报|年报|(?:状况|统计|质量|环境)公报|排名|质量(?:状况|报告|情况)|统计数据|监测数据|(?:浓度|天数|比例)(?:同比|均值|增加|减少|上升|下降)|环境状况)/,
    confidence: 0.85,
  },
  {
    id: "changes-law",
    kind: "law",
    in: "title",
    pattern: /关于(?:修改|修订|废止|批准).{0,60}(?:条例|法规|法律|(?<!办|方)法)[》〉]?等?.{0,20}的决定/,
    confidence: 0.9,
  },
  {
    id: "test-method",
    kind: "standard",
    in: "core",
    pattern: /测定.{0,20}法|(?:色谱|质谱|光度|光谱|滴定|电极|重量)[^条]{0,6}法(?:[(（].*[)）])?$/,
    confidence: 0.9,
  },
  {
    id: "named-law",
    kind: "law",
    in: "core",
    pattern:
      /(?:条例|法典|(?<!方|办|做|用|写|算|执|司|普|立|守|违|合|依)法)(?:[(（].*[)）])?$|法实施(?:条例|细则|办法)$/,
    confidence: 0.95,
  },
  { id: "order", kind: "law", in: "number", pattern: /令/, confidence: 0.9 },
  {
    id: "rules-by-lawmaker",
    kind: "law",
    in: "core",
    pattern: /(?:规定|办法|细则|决议|决定|规则)(?:[(（].*[)）])?$/,
    byLawmaker: true,
    confidence: 0.85,
  },
  {
    id: "standard-number",
    kind: "standard",
    in: "number",
    pattern: /^(?:GB|HJ|DB|QX|CJ|SH|NY)\b|^(?:GB|DB)\d*/,
    confidence: 0.95,
  },
  {
    id: "named-standard",
    kind: "standard",
    in: "core",
    pattern:
      /(?:标准|限值|技术规范|技术导则|监测规范|测定方法|测定.{1,12}法|技术规程|(?:GB|HJ|DB)[\s/T\d].*)(?:[(（].*[)）])?$|限值及测量方法|標準$/,
    confidence: 0.85,
  },
  {
    id: "reports-event",
    kind: "news",
    in: "title",
    pattern:
      /^(?!.*(?:关于|《)).*(?:召开|举行|会见|出席|调研|部署|约谈|开工|启动|签署|上线|试运行|任免|首次发布|开展.{0,16}(?:执法|检查|行动)$|公布.{0,24}名单$)/,
    confidence: 0.7,
  },
  {
    id: "named-plan",
    kind: "plan",
    in: "core",
    pattern:
      /(?:规划|纲要|计划|方案|行动|预案|路线图|任务书|目标责任书|要点|工作安排|任务分解|重点任务|計画)(?:[(（].*[)）])?(?:[(（]?\d{4}.{0,8}年?[)）]?)?$/,
    confidence: 0.9,
  },
  {
    id: "notice-of-plan",
    kind: "plan",
    in: "title",
    pattern: /(?:规划|行动计划|实施方案|工作方案|行动方案|应急预案)(?:[》〉])?(?:[(（].*[)）])?(?:的通知)$/,
    confidence: 0.8,
  },
  {
    id: "named-notice",
    kind: "notice",
    in: "title",
    pattern:
      /(?:通知|公告|通告|意见|通报|函|批复|决定|公示|复函|办法|规定|细则|指南|目录|名单|通知书|告知書|お知らせ)(?:[(（].*[)）])?$/,
    confidence: 0.85,
  },
  {
    id: "about",
    kind: "notice",
    in: "title",
    pattern: /^(?:.{0,30})关于.+的(?:通知|公告|意见|函|通报)/,
    confidence: 0.7,
  },
];
