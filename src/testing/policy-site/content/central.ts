import type { Publication } from "../publication.ts";
import { planTargets, planText, planTitle } from "./strengthening-plan.ts";

const generalOffice = ["国务院办公厅"];

/** The State Council's policy pages. */
export const stateCouncil: Publication[] = [
  {
    id: "gov-01",
    published: "2016-04-01",
    written: "2016-03-24",
    title: "国务院办公厅关于印发控制燃煤锅炉污染工作方案的通知",
    number: "国办发〔2016〕9009号",
    bodies: generalOffice,
    kind: "plan",
    topics: ["boilers", "coal", "so2", "plans-targets"],
    regions: [],
    theme: "资源能源、环境保护\\其他",
    indexNumber: "000014349/2016-90009",
    text: `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
《控制燃煤锅炉污染工作方案》已经国务院同意，现印发给你们，请认真贯彻执行。
^ 控制燃煤锅炉污染工作方案
一、工作目标。到2018年，全国淘汰落后燃煤锅炉40万蒸吨以上，工业锅炉平均运行效率比2015年提高5个百分点。
二、加快淘汰替代。地级及以上城市建成区原则上不再新建每小时20蒸吨以下的燃煤锅炉，鼓励以热电联产、天然气、电能和可再生能源替代。
三、提高运行水平。每小时20蒸吨及以上燃煤锅炉安装大气污染源自动监控设施，并与当地环境保护部门联网。
四、强化燃料管理。锅炉用煤的硫分不得高于0.8%，灰分不得高于20%。
五、落实责任。省级人民政府对本行政区域内燃煤锅炉污染治理工作负总责，每年3月底前向国务院报告上年度进展。`,
    targets: [
      {
        indicator: "boilers",
        measure: "amount",
        value: 400000,
        unit: "tonnes-steam-h",
        bound: "at-least",
        targetYear: 2018,
        sentence: "到2018年，全国淘汰落后燃煤锅炉40万蒸吨以上，工业锅炉平均运行效率比2015年提高5个百分点。",
      },
    ],
  },
  {
    id: "gov-02",
    published: "2016-04-07",
    written: "2016-04-02",
    title: "国务院关于修改部分行政法规的决定",
    number: "国务院令第9666号",
    bodies: ["国务院"],
    kind: "law",
    topics: [],
    regions: [],
    theme: "综合政务\\其他",
    indexNumber: "000014349/2016-90012",
    text: `为依法推进简政放权，国务院对取消行政审批项目涉及的行政法规进行了清理，决定对部分行政法规的有关条款予以修改。
一、将水文管理有关规定中的“经水行政主管部门批准”修改为“报水行政主管部门备案”。
二、删去档案管理有关规定中关于资格认定的条款。
本决定自公布之日起施行。`,
  },
  {
    id: "gov-03",
    published: "2016-04-12",
    written: "2016-04-08",
    title: "国务院办公厅关于加快新能源汽车推广应用有关事项的通知",
    number: "国办发〔2016〕9011号",
    bodies: generalOffice,
    kind: "notice",
    topics: ["vehicles"],
    regions: [],
    theme: "工业、交通\\机械制造与重工业",
    indexNumber: "000014349/2016-90015",
    text: `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
为减少城市交通领域污染物排放，经国务院同意，现就加快新能源汽车推广应用有关事项通知如下：
一、公共领域率先使用。2016年起，重点区域城市新增和更新的公交车中新能源汽车比例不低于80%，其他城市不低于50%。
二、完善充电设施。新建住宅配建停车位应当全部建设充电设施或者预留安装条件。
三、不得限行限购。各地不得对新能源汽车实行限行、限购，已实行的应当取消。
四、到2018年，全国公共领域新能源汽车保有量达到60万辆以上。`,
    targets: [
      {
        indicator: "new-energy-vehicles",
        measure: "amount",
        value: 60,
        unit: "10k-vehicles",
        bound: "at-least",
        targetYear: 2018,
        sentence: "四、到2018年，全国公共领域新能源汽车保有量达到60万辆以上。",
      },
    ],
  },
  {
    id: "gov-04",
    published: "2016-04-14",
    title: "国务院常务会议部署推进“互联网+流通”行动",
    kind: "news",
    topics: [],
    regions: [],
    column: "yaowen",
    unsigned: true,
    text: `国务院常务会议近日召开，部署推进“互联网+流通”行动，确定降低物流成本的措施。
会议指出，要加快冷链基础设施建设，支持县乡配送中心改造。`,
  },
  {
    id: "gov-05",
    published: "2016-04-18",
    title: "解读：燃煤锅炉污染如何控制",
    kind: "interpretation",
    topics: ["boilers", "coal"],
    regions: [],
    column: "yaowen",
    unsigned: true,
    relations: { interprets: ["gov-01"] },
    text: `《国务院办公厅关于印发控制燃煤锅炉污染工作方案的通知》（国办发〔2016〕9009号）近日公布。专家认为，小锅炉数量多、位置低、治理设施简陋，单位煤耗的颗粒物排放是电厂的八倍以上。
方案提出四十万蒸吨的淘汰任务，平均到每个省约一万三千蒸吨。北方省份应当同热源建设结合，避免“先拆后建”影响供暖。`,
  },
  {
    id: "gov-06",
    published: "2016-04-22",
    written: "2016-04-15",
    title: "国务院关于同意设立国家级海洋牧场示范区的批复",
    number: "国函〔2016〕9063号",
    bodies: ["国务院"],
    kind: "notice",
    topics: [],
    regions: [],
    theme: "农业、林业、水利\\其他",
    indexNumber: "000014349/2016-90021",
    text: `农业部：
你部关于设立国家级海洋牧场示范区的请示收悉。现批复如下：
一、原则同意设立国家级海洋牧场示范区。
二、示范区建设应当符合海洋功能区划，不得占用航道和锚地。`,
  },
  {
    id: "gov-07",
    published: "2016-04-27",
    written: "2016-04-20",
    title: "国务院办公厅关于健全大气污染防治目标考核问责机制的意见",
    number: "国办发 〔2016〕 9014 号",
    properNumber: "国办发〔2016〕9014号",
    bodies: generalOffice,
    kind: "notice",
    topics: ["enforcement", "plans-targets", "pm25"],
    regions: [],
    theme: "资源能源、环境保护\\其他",
    indexNumber: "000014349/2016-90026",
    text: `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
为强化地方政府大气污染防治责任，经国务院同意，提出如下意见：
一、考核以PM2.5年均浓度下降比例和优良天数比例为主要指标，权重分别为60%和40%。
二、连续两个季度空气质量恶化的城市，由环境保护部会同有关部门约谈市长；连续三个季度恶化的，启动问责程序。
三、考核数据以国家监测网为准，任何地方不得另设口径。
四、对监测数据弄虚作假负有责任的领导干部，从重处理。`,
  },
];

/** The commission for planning and pricing. */
export const developmentCommission: Publication[] = [
  {
    id: "ndrc-01",
    published: "2016-04-06",
    written: "2016-03-30",
    title: `关于印发《${planTitle}》的通知`,
    number: "环大气〔2016〕9001号",
    bodies: ["环境保护部", "国家发展和改革委员会", "工业和信息化部"],
    kind: "plan",
    topics: [
      "plans-targets",
      "pm25",
      "coal",
      "voc",
      "nox",
      "so2",
      "vehicles",
      "heavy-pollution-response",
      "industry",
      "steel",
      "boilers",
      "ships",
      "ultra-low-emission",
      "oil-products",
      "dust",
      "monitoring",
      "key-regions",
      "energy",
      "power-plants",
      "non-road",
      "straw-burning",
    ],
    regions: ["jing-jin-ji-surroundings", "yangtze-delta", "pearl-delta"],
    source: "环境保护部",
    text: planText,
    targets: planTargets,
    relations: { duplicateOf: "mee-02" },
  },
  {
    id: "ndrc-02",
    published: "2016-04-08",
    written: "2016-04-05",
    title: "国家发展改革委关于燃煤电厂超低排放电价支持政策有关问题的通知",
    number: "发改价格﹝2016﹞9835号",
    properNumber: "发改价格〔2016〕9835号",
    kind: "notice",
    topics: ["ultra-low-emission", "coal", "power-plants", "economic-instruments"],
    regions: [],
    text: `各省、自治区、直辖市发展改革委、物价局，国家电网公司、南方电网公司：
为推进燃煤电厂超低排放改造，现就电价支持政策通知如下：
一、对经验收合格并符合超低排放限值的燃煤机组，2016年1月1日以前并网运行的，上网电量加价每千瓦时1分；之后并网运行的，加价每千瓦时0.5分。
二、超低排放加价按季度结算。季度达标率低于80%的，不享受加价。
三、监测数据弄虚作假的，取消该机组全年加价，并处加价款五倍以下罚款。
附件：超低排放机组核算办法`,
    attachments: [
      {
        name: "超低排放机组核算办法.pdf",
        format: "pdf",
        lines: [
          "超低排放机组核算办法",
          "一、达标率按小时均值核算，烟尘、二氧化硫、氮氧化物同时达标的小时数占运行小时数的比例为综合达标率。",
          "二、启停机时段不纳入核算，但每次不得超过四小时，每季度不得超过三次。",
          "三、核算结果由省级环境保护部门在季度结束后二十日内函告价格主管部门。",
        ],
      },
    ],
  },
  {
    id: "ndrc-03",
    published: "2016-04-13",
    written: "2016-04-07",
    title: "关于做好2016年煤炭消费减量替代工作的通知",
    number: "发改环资〔2016〕9048号",
    bodies: ["国家发展和改革委员会", "环境保护部", "国家能源局"],
    kind: "notice",
    topics: ["coal", "plans-targets"],
    regions: ["beijing", "tianjin", "hebei", "shandong", "shanghai", "jiangsu", "zhejiang", "guangdong"],
    text: `北京、天津、河北、山东、上海、江苏、浙江、广东省（市）发展改革委、环境保护厅（局）、能源局：
为完成煤炭消费总量控制年度任务，现就有关事项通知如下：
一、2016年，北京、天津、河北煤炭消费量比2015年分别净削减200万吨、100万吨、500万吨。
二、新建耗煤项目实行减量替代，替代来源应当在项目投产前落实。
三、每季度首月20日前报送上季度煤炭消费统计数据。
附件：各省（市）煤炭消费减量任务（扫描件）`,
    targets: [
      ["beijing", -200],
      ["tianjin", -100],
      ["hebei", -500],
    ].map(([region, value]) => ({
      indicator: "coal-consumption",
      measure: "amount",
      value: Number(value),
      unit: "10k-tonnes",
      bound: "about",
      baseYear: 2015,
      targetYear: 2016,
      region: String(region),
      sentence: "一、2016年，北京、天津、河北煤炭消费量比2015年分别净削减200万吨、100万吨、500万吨。",
    })),
    attachments: [{ name: "煤炭消费减量任务扫描件.pdf", format: "scan", lines: [] }],
  },
  {
    id: "ndrc-04",
    published: "2016-04-19",
    written: "2016-04-13",
    title: "关于调整铁路货运价格的通知",
    number: "发改价格〔2016〕9841号",
    kind: "notice",
    topics: [],
    regions: [],
    text: `各铁路运输企业：
为完善铁路货运价格形成机制，决定适当调整集装箱运输价格的上浮幅度。
调整后的价格自2016年5月1日起执行，企业应当提前五日公示。`,
  },
  {
    id: "ndrc-05",
    published: "2016-04-25",
    written: "2016-04-21",
    title: "关于北方城市清洁供暖试点的意见",
    number: "发改能源〔2016〕9052号",
    bodies: ["国家发展和改革委员会", "财政部", "环境保护部"],
    kind: "notice",
    topics: ["coal", "boilers", "clean-heating"],
    regions: ["jing-jin-ji-surroundings"],
    text: `北京、天津、河北、山西、山东、河南省（市）发展改革委、财政厅（局）、环境保护厅（局）：
为减少采暖期散煤燃烧，决定选择十二个城市开展清洁供暖试点，现提出如下意见：
一、坚持宜气则气、宜电则电、宜热则热，不得在气源未落实前拆除原有取暖设施。
二、试点城市城区清洁取暖率2018年达到90%以上，农村地区达到40%以上。
三、中央财政对试点城市给予奖补，采暖季低谷时段居民电价下浮。
附件：试点申报书格式`,
    attachments: [
      {
        name: "清洁供暖试点申报书.docx",
        format: "docx",
        lines: ["清洁供暖试点申报书", "一、城市概况", "二、热源现状和散煤用量", "三、分年度改造计划和资金需求"],
      },
    ],
  },
];
