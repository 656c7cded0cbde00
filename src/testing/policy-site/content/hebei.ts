import type { Publication } from "../publication.ts";
import { inspectionText, inspectionTitle } from "./voc-inspection.ts";

const provincialInspection = inspectionText
  .replace("各省、自治区、直辖市环境保护厅（局）：", "各设区市环境保护局，定州市、辛集市环境保护局：")
  .replace("我部决定", "环境保护部决定")
  .replace("8月下旬，我部组织交叉检查。", "8月下旬，环境保护部组织交叉检查，我厅随机派员参加。")
  .replace(
    "请各省级环境保护部门于2016年8月31日前将总结报告和统计表报送我部大气环境管理司。",
    "请各市于2016年8月20日前将总结报告和统计表报送我厅大气环境管理处。",
  );

export const hebei: Publication[] = [
  {
    id: "he-01",
    published: "2016-04-05",
    written: "2016-03-29",
    title: "河北省2016年大气污染防治工作要点",
    number: "冀气领办〔2016〕9008号",
    bodies: ["河北省大气污染防治工作领导小组办公室"],
    kind: "plan",
    topics: ["plans-targets", "pm25", "coal", "boilers", "industry", "steel"],
    text: `各设区市人民政府，定州市、辛集市人民政府：
现将《河北省2016年大气污染防治工作要点》印发给你们。
一、工作目标。2016年，全省PM2.5年均浓度比2015年下降6%以上。
二、压减产能。2016年全省压减炼铁产能1000万吨，水泥产能150万吨。
三、淘汰锅炉。2016年底前淘汰燃煤锅炉1.2万蒸吨。
四、治理散煤。推广洁净型煤400万吨，建成县级配送中心120个。
五、严格执法。省级每季度开展一次“利剑斩污”行动，对屡查屡犯企业实行停产整治。`,
    targets: [
      {
        indicator: "pm25",
        measure: "change",
        value: -6,
        unit: "percent",
        bound: "at-least",
        baseYear: 2015,
        targetYear: 2016,
        region: "hebei",
        sentence: "一、工作目标。2016年，全省PM2.5年均浓度比2015年下降6%以上。",
      },
      ...(
        [
          ["steel-capacity", 1000],
          ["cement-capacity", 150],
        ] as const
      ).map(([indicator, value]) => ({
        indicator,
        measure: "amount" as const,
        value,
        unit: "10k-tonnes" as const,
        bound: "about" as const,
        targetYear: 2016,
        region: "hebei",
        sentence: "二、压减产能。2016年全省压减炼铁产能1000万吨，水泥产能150万吨。",
      })),
      {
        indicator: "boilers",
        measure: "amount",
        value: 12000,
        unit: "tonnes-steam-h",
        bound: "about",
        targetYear: 2016,
        region: "hebei",
        sentence: "三、淘汰锅炉。2016年底前淘汰燃煤锅炉1.2万蒸吨。",
      },
    ],
  },
  {
    id: "he-02",
    published: "2016-04-12",
    written: "2016-04-11",
    title: `转发环境保护部办公厅${inspectionTitle}`,
    number: "冀环办发[2016]9011号",
    properNumber: "冀环办发〔2016〕9011号",
    source: "环境保护部",
    kind: "notice",
    topics: ["voc", "ozone", "enforcement"],
    relations: { duplicateOf: "mee-04" },
    text: provincialInspection,
  },
  {
    id: "he-03",
    published: "2016-04-14",
    written: "2016-04-10",
    title: "河北省钢铁工业大气污染物超低排放标准（征求意见稿）编制说明",
    number: "冀环函〔2016〕9030号",
    kind: "notice",
    topics: ["ultra-low-emission", "nox", "so2", "steel", "standards", "industry"],
    text: `各有关单位：
为引导钢铁行业深度治理，我厅组织编制了地方标准征求意见稿。
烧结机头烟气颗粒物、二氧化硫、氮氧化物限值拟定为10毫克/立方米、35毫克/立方米、50毫克/立方米，高炉热风炉、轧钢加热炉氮氧化物限值拟定为150毫克/立方米。
意见请于5月20日前反馈。`,
  },
  {
    id: "he-04",
    published: "2016-04-15",
    title: "河北通报3月份各市空气质量排名",
    kind: "statistics",
    topics: ["monitoring", "pm25"],
    unsigned: true,
    text: `省环境保护厅通报2016年3月各设区市空气质量排名情况。
| 位次 | 城市 | 综合指数 | 同比（%） |
| 1 | 张家口市 | 4.66 | -4.1 |
| 2 | 承德市 | 5.03 | -6.6 |
| 9 | 唐山市 | 8.87 | -7.3 |
| 10 | 邯郸市 | 9.15 | -3.0 |
| 11 | 保定市 | 9.60 | -8.2 |
按照省考核办法，对排名后三位且综合指数同比上升的城市扣减财政资金，本月无扣减城市。`,
  },
  {
    id: "he-05",
    published: "2016-04-19",
    title: "省环境保护厅约谈两个县政府主要负责人",
    kind: "news",
    topics: ["enforcement", "coal"],
    unsigned: true,
    text: `因散煤治理进展滞后、空气质量持续恶化，省环境保护厅4月18日约谈两个县政府主要负责人。
约谈指出，两县3月PM2.5浓度同比分别上升14%和11%，劣质散煤抽检不合格率超过四成。`,
  },
  {
    id: "he-06",
    published: "2016-04-22",
    title: "白洋淀流域综合治理方案编制启动",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `省环境保护厅启动白洋淀流域综合治理方案编制，重点解决上游污水直排和淀区养殖污染。
方案计划年底前报省政府审定。`,
  },
  {
    id: "he-07",
    published: "2016-04-26",
    written: "2016-04-20",
    title: "河北省重污染天气应急减排清单编制指南",
    number: "冀环办字函〔2016〕9033号",
    kind: "notice",
    topics: ["heavy-pollution-response"],
    text: `各设区市环境保护局：
为提高应急减排的针对性，制定本指南。
一、清单应当覆盖全部涉气工业企业、施工工地和重型运输车辆，每家企业明确停限产生产线、减排量和联系人。
二、橙色预警下的减排量按基准日排放量的20%以上核定，红色预警按30%以上核定。
三、清单每年9月底前更新，并在政府网站公开。`,
    attachments: [
      {
        name: "应急减排清单填报表.docx",
        format: "docx",
        lines: [
          "应急减排清单填报表",
          "| 企业名称 | 生产线 | 黄色 | 橙色 | 红色 |",
          "| 示例钢铁厂 | 烧结机1号 | 限产20% | 限产50% | 停产 |",
          "填报说明：减排量以吨/日为单位，保留两位小数。",
        ],
      },
    ],
  },
  {
    id: "he-08",
    published: "2016-04-20",
    title: "内部资料：值班安排",
    kind: "news",
    topics: [],
    column: "neibu",
    alsoIn: "tzgg",
    unsigned: true,
    forbidden: true,
    text: "本页仅供内部使用。",
  },
];

export const tangshan: Publication[] = [
  {
    id: "ts-01",
    published: "2016-04-06",
    written: "2016-04-01",
    title: "唐山市2016年大气污染治理攻坚行动方案",
    number: "唐政办字〔2016〕9044号",
    bodies: ["唐山市人民政府办公室"],
    kind: "plan",
    topics: ["plans-targets", "pm25", "ultra-low-emission", "coal", "steel", "industry", "boilers"],
    text: `各县（市）区人民政府，市政府有关部门：
为确保完成年度空气质量目标，制定本方案。
一、2016年，全市PM2.5年均浓度控制在80微克/立方米以下，退出全国74个城市后十位。
二、2016年压减炼铁产能800万吨；8月底前，全部钢铁企业完成料场封闭。
三、10月底前，城市建成区20蒸吨以下燃煤锅炉全部拔除或者改造。
四、焦化企业出焦时间在采暖期延长至36小时。`,
    targets: [
      {
        indicator: "pm25",
        measure: "level",
        value: 80,
        unit: "ug-m3",
        bound: "at-most",
        targetYear: 2016,
        region: "tangshan",
        sentence: "一、2016年，全市PM2.5年均浓度控制在80微克/立方米以下，退出全国74个城市后十位。",
      },
      {
        indicator: "steel-capacity",
        measure: "amount",
        value: 800,
        unit: "10k-tonnes",
        bound: "about",
        targetYear: 2016,
        region: "tangshan",
        sentence: "二、2016年压减炼铁产能800万吨；8月底前，全部钢铁企业完成料场封闭。",
      },
    ],
  },
  {
    id: "ts-02",
    published: "2016-04-08",
    title: "我市启动重污染天气Ⅲ级应急响应",
    kind: "news",
    topics: ["heavy-pollution-response"],
    unsigned: true,
    text: `市重污染天气应对指挥部决定，自2016年4月9日8时起启动重污染天气Ⅲ级应急响应。
钢铁企业烧结机限产30%，焦化企业延长出焦时间，水泥、铸造企业停产。解除时间另行通知。`,
  },
  {
    id: "ts-03",
    published: "2016-04-14",
    written: "2016-04-13",
    title: `转发省环境保护厅转发环境保护部办公厅${inspectionTitle}`,
    number: "唐环字〔2016〕9052号",
    source: "河北省环境保护厅",
    kind: "notice",
    topics: ["voc", "ozone", "enforcement"],
    relations: { duplicateOf: "mee-04" },
    text: provincialInspection
      .replace("各设区市环境保护局，定州市、辛集市环境保护局：", "各县（市）区环境保护局：")
      .replace("请各市于2016年8月20日前", "请各县（市）区于2016年8月10日前")
      .replace("我厅大气环境管理处", "我局大气科"),
  },
  {
    id: "ts-04",
    published: "2016-04-15",
    title: "唐山市举行钢铁行业粉尘治理国际技术交流会",
    kind: "news",
    topics: ["pm25", "steel", "dust"],
    unsigned: true,
    text: `4月14日，唐山市环境保护局与来访的技术专家就钢铁行业粉尘治理举行交流会，市内六家钢铁企业参加。
专家介绍了料场防尘网、喷淋抑尘和袋式除尘器维护的经验，双方商定下半年继续开展现场诊断。`,
  },
  {
    id: "ts-05",
    published: "2016-04-20",
    title: "市环保局网站改版公告",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `为方便公众查询，市环境保护局网站自2016年4月18日起启用新版页面，原栏目地址不变。
欢迎广大网民提出意见。`,
  },
  {
    id: "ts-06",
    published: "2016-04-22",
    written: "2016-04-20",
    title: "关于对十二家企业无组织排放问题限期治理的通知",
    number: "唐环字〔2016〕9057号",
    kind: "notice",
    topics: ["enforcement", "steel"],
    text: `古冶区、开平区、丰南区、迁安市环境保护局：
经检查，十二家钢铁、焦化企业存在皮带通廊不密闭、料堆苫盖不严等问题。现责令其于2016年6月30日前完成治理。
逾期未完成的，依法实施停产整治，并纳入企业环境信用评价。`,
  },
  {
    id: "ts-07",
    published: "2016-04-27",
    title: "陡河水库饮用水水源保护区勘界立标完成",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `陡河水库饮用水水源保护区勘界立标工作近日完成，共埋设界桩186个、警示牌42块。
下一步将清理一级保护区内的垂钓点。`,
  },
];
