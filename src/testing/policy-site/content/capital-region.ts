import type { Publication } from "../publication.ts";

/** The office of the working group of the capital's region. */
export const workingGroup: Publication[] = [
  {
    id: "jjj-01",
    published: "2016-04-06",
    title: "协作小组办公室召开京津冀及周边地区春季扬尘治理调度会",
    kind: "news",
    topics: ["pm25", "dust", "key-regions"],
    unsigned: true,
    text: `4月5日，京津冀及周边地区大气污染防治协作小组办公室召开春季扬尘治理调度视频会，七省区市有关负责人参加。
会议通报，3月区域内施工工地“六个百分之百”落实率为76%，比上年同期提高11个百分点。会议要求4月底前完成裸露地面排查。`,
  },
  {
    id: "jjj-02",
    published: "2016-04-13",
    written: "2016-04-11",
    title: "关于统一京津冀城市重污染天气预警分级标准有关工作的通知",
    number: "京津冀大气办〔2016〕9003号",
    kind: "notice",
    topics: ["heavy-pollution-response", "key-regions"],
    regions: ["jing-jin-ji-surroundings", "jing-jin-ji"],
    text: `北京市、天津市、河北省重污染天气应急指挥部办公室：
为实现京津冀预警分级标准统一，现就有关工作通知如下：
一、自2016年5月1日起，北京、天津、唐山、保定、廊坊、沧州六市按照统一标准发布预警，其他城市自2017年1月1日起执行。
二、预警发布前应当通过区域会商平台向相邻城市通报，通报时间不晚于发布前六小时。
三、各市于4月25日前完成应急预案修订，减排清单须细化到生产线。`,
  },
  {
    id: "jjj-03",
    published: "2016-04-18",
    title: "京津冀机动车排放监管数据平台上线试运行",
    kind: "news",
    topics: ["vehicles", "monitoring", "key-regions"],
    regions: ["jing-jin-ji-surroundings", "jing-jin-ji"],
    unsigned: true,
    text: `京津冀机动车排放监管数据平台日前上线试运行。平台汇集三地检验机构和遥感监测点的数据，可对跨省行驶的超标车辆实行“一地发现、三地处罚”。
试运行首周，平台识别异地登记超标柴油货车1743辆。`,
  },
  {
    id: "jjj-04",
    published: "2016-04-25",
    title: "京津冀及周边地区2016年第一季度空气质量改善进展",
    kind: "statistics",
    topics: ["pm25", "monitoring", "key-regions"],
    unsigned: true,
    text: `2016年第一季度，京津冀及周边地区PM2.5平均浓度为91μg/m³，同比下降8.1%；重度及以上污染天数平均12.4天，同比减少3.2天。
| 省（市） | PM2.5（μg/m³） | 同比（%） | 重污染天数 |
| 北京 | 80 | -12.1 | 9 |
| 天津 | 82 | -7.9 | 10 |
| 河北 | 94 | -9.6 | 15 |
| 河南 | 112 | -2.6 | 21 |`,
  },
];

export const beijing: Publication[] = [
  {
    id: "bj-01",
    published: "2016-04-05",
    written: "2016-03-31",
    title: "北京市2016年清洁空气行动重点任务分解",
    number: "京政办发〔2016〕9016号",
    bodies: ["北京市人民政府办公厅"],
    kind: "plan",
    topics: ["plans-targets", "pm25", "coal", "vehicles", "boilers"],
    text: `各区人民政府，市政府各委、办、局，各市属机构：
经市政府同意，现将2016年清洁空气行动重点任务印发给你们。
一、年度目标。2016年全市PM2.5年均浓度比2015年下降5%左右。
二、压减燃煤。2016年完成400个村庄“煤改清洁能源”，核心区基本实现无煤化；淘汰燃煤锅炉3000蒸吨。
三、控车减油。2016年淘汰老旧机动车20万辆，研究重型柴油车绕行方案。
四、治污减排。完成2500家违法违规排污企业清理，印刷、家具行业退出300家。
五、清洁降尘。城六区道路清扫新工艺作业覆盖率达到88%以上。`,
    targets: [
      {
        indicator: "pm25",
        measure: "change",
        value: -5,
        unit: "percent",
        bound: "about",
        baseYear: 2015,
        targetYear: 2016,
        region: "beijing",
        sentence: "一、年度目标。2016年全市PM2.5年均浓度比2015年下降5%左右。",
      },
      {
        indicator: "old-vehicles",
        measure: "amount",
        value: 20,
        unit: "10k-vehicles",
        bound: "about",
        targetYear: 2016,
        region: "beijing",
        sentence: "三、控车减油。2016年淘汰老旧机动车20万辆，研究重型柴油车绕行方案。",
      },
    ],
  },
  {
    id: "bj-02",
    published: "2016-04-08",
    written: "2016-04-05",
    title: "关于发布《建筑类涂料与胶粘剂挥发性有机化合物含量限值》地方标准的通知",
    number: "京环发［2016］9003号",
    properNumber: "京环发〔2016〕9003号",
    kind: "standard",
    topics: ["voc", "standards"],
    text: `各有关单位：
《建筑类涂料与胶粘剂挥发性有机化合物含量限值》已经市政府批准为地方标准，自2016年9月1日起实施。
内墙涂料挥发性有机化合物含量不高于50克/升，外墙涂料不高于80克/升，溶剂型胶粘剂不高于500克/升。
生产和销售企业应当在产品包装上标明含量。`,
  },
  {
    id: "bj-03",
    published: "2016-04-11",
    title: "北京市启动空气重污染黄色预警",
    kind: "news",
    topics: ["heavy-pollution-response"],
    unsigned: true,
    text: `经会商研判，预计4月12日至13日本市空气质量将达到重度污染水平。市空气重污染应急指挥部决定，自4月12日0时至13日24时启动空气重污染黄色预警。
预警期间，建筑垃圾和渣土运输车、砂石运输车禁止上路行驶；停止室外喷涂粉刷、建筑拆除、土石方作业；提倡公众绿色出行。`,
  },
  {
    id: "bj-04",
    published: "2016-04-14",
    title: "北京市3月PM2.5浓度同比下降6.7%",
    kind: "statistics",
    topics: ["pm25", "monitoring"],
    unsigned: true,
    text: `市环境保护监测中心发布，2016年3月全市PM2.5平均浓度为84μg/m³，同比下降6.7%；二氧化硫月均浓度为15μg/m³，同比下降34.8%。
3月共出现重污染日3天，较上年同期减少2天。怀柔、密云浓度最低，房山、大兴浓度最高。`,
  },
  {
    id: "bj-05",
    published: "2016-04-19",
    title: "北京公布第一批排放超标重型柴油车查处名单",
    kind: "news",
    topics: ["vehicles", "enforcement", "nox"],
    unsigned: true,
    text: `市环保局今日公布第一批排放超标重型柴油车查处名单，共涉及运输企业27家、车辆312辆。
执法人员介绍，部分车辆加装尿素屏蔽器，导致氮氧化物排放成倍增加。相关企业除被处罚外，还须在一个月内完成整改。`,
  },
  {
    id: "bj-06",
    published: "2016-04-20",
    title: "密云水库上游生态补偿协议签署",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `京冀两地签署密云水库上游流域生态补偿协议，以总氮和水量为考核指标。
协议期三年，补偿资金用于上游村镇污水处理和水土保持。`,
  },
  {
    id: "bj-07",
    published: "2016-04-26",
    written: "2016-04-22",
    title: "北京市空气重污染应急预案（2016年修订）",
    number: "京政发〔2016〕9021号",
    bodies: ["北京市人民政府"],
    kind: "plan",
    topics: ["heavy-pollution-response"],
    relations: { implements: ["mee-08"] },
    text: `各区人民政府，市政府各委、办、局，各市属机构：
根据《关于修改〈重污染天气预警分级技术规定（试行）〉的决定》（环办大气〔2016〕9017号），现将修订后的应急预案印发给你们。
一、预警由轻到重分为黄色、橙色、红色三级，取消蓝色预警。
二、预测AQI日均值大于200将持续两天时发布黄色预警；持续三天且将出现大于300时发布橙色预警；持续四天且大于300持续两天以上时发布红色预警。
三、红色预警期间，国一和国二排放标准轻型汽油车禁止上路，中小学和幼儿园停课。
四、工业企业按照减排清单停限产，减排比例不低于30%。`,
  },
  {
    id: "bj-08",
    published: "2016-04-28",
    title: "一图读懂空气重污染应急预案",
    kind: "interpretation",
    topics: ["heavy-pollution-response"],
    unsigned: true,
    relations: { interprets: ["bj-07"] },
    text: `《北京市空气重污染应急预案（2016年修订）》（京政发〔2016〕9021号）与旧版有何不同？
变化一：预警由四级变为三级，蓝色预警改为健康提示。变化二：发布时间由提前二十四小时改为提前四十八小时。变化三：与天津、河北执行同一标准。
市民可通过广播、微博和“北京空气”客户端获取预警信息。`,
  },
];

export const tianjin: Publication[] = [
  {
    id: "tj-01",
    published: "2016-04-06",
    written: "2016-04-01",
    title: "天津市2016年重点行业挥发性有机物治理实施方案",
    number: "津环保气(2016)9006号",
    properNumber: "津环保气〔2016〕9006号",
    kind: "plan",
    topics: ["voc", "plans-targets"],
    text: `各区县环境保护局，有关企业：
为削减挥发性有机物排放，制定2016年实施方案。
一、2016年底前，大港石化园区、临港经济区126家企业完成泄漏检测与修复。
二、到2017年，全市工业挥发性有机物排放总量比2015年下降10%以上。
三、汽车制造企业中涂、面漆工序改用水性涂料，2016年10月底前完成三条生产线改造。
四、对按期完成的企业给予不超过投资额30%的补助。`,
    targets: [
      {
        indicator: "voc",
        measure: "change",
        value: -10,
        unit: "percent",
        bound: "at-least",
        baseYear: 2015,
        targetYear: 2017,
        region: "tianjin",
        sentence: "二、到2017年，全市工业挥发性有机物排放总量比2015年下降10%以上。",
      },
    ],
  },
  {
    id: "tj-02",
    published: "2016-04-12",
    title: "天津港集疏运车辆排放专项执法启动",
    kind: "news",
    topics: ["vehicles", "enforcement"],
    unsigned: true,
    text: `市环保局联合交管部门启动天津港集疏运车辆排放专项执法。首日在三处卡口检测柴油货车268辆，超标37辆，超标率13.8%。
专项执法将持续到6月底，并逐步引导集装箱由公路转向铁路运输。`,
  },
  {
    id: "tj-03",
    published: "2016-04-15",
    title: "天津市2016年3月环境空气质量月报",
    kind: "statistics",
    topics: ["monitoring", "pm25"],
    unsigned: true,
    text: `2016年3月，我市PM2.5平均浓度为77μg/m³，同比下降9.4%；PM10为131μg/m³；达标天数17天。
| 区县 | 综合指数 | PM2.5（μg/m³） |
| 蓟县 | 6.92 | 68 |
| 滨海新区 | 7.20 | 71 |
| 静海区 | 8.66 | 90 |`,
  },
  {
    id: "tj-04",
    published: "2016-04-21",
    written: "2016-04-18",
    title: "天津市燃煤锅炉改燃并网年度计划",
    number: "津政办函〔2016〕9022号",
    bodies: ["天津市人民政府办公厅"],
    kind: "plan",
    topics: ["boilers", "coal"],
    text: `各区、县人民政府，各委、局，各直属单位：
为完成燃煤锅炉治理任务，2016年计划实施改燃或者并网锅炉房72座，合计锅炉186台、4200蒸吨。
改燃工程应当在10月20日前具备供热条件，气源由市燃气集团保障。未按期完成的，不予核定供热补贴。`,
    targets: [
      {
        indicator: "boilers",
        measure: "amount",
        value: 4200,
        unit: "tonnes-steam-h",
        bound: "about",
        targetYear: 2016,
        region: "tianjin",
        sentence: "为完成燃煤锅炉治理任务，2016年计划实施改燃或者并网锅炉房72座，合计锅炉186台、4200蒸吨。",
      },
    ],
  },
  {
    id: "tj-05",
    published: "2016-04-25",
    title: "海河流域入河排污口排查进展",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `全市完成海河干流入河排污口排查，共登记排污口514个，其中需要规范整治的129个。
下一步将按照“一口一策”建立整治台账。`,
  },
  {
    id: "tj-06",
    published: "2016-04-27",
    written: "2016-04-25",
    title: "天津市人民政府办公厅转发统一重污染天气预警分级标准通知",
    number: "津政办发〔2016〕9025号",
    bodies: ["天津市人民政府办公厅"],
    kind: "notice",
    topics: ["heavy-pollution-response"],
    relations: { implements: ["jjj-02"] },
    text: `各区、县人民政府，各委、局，各直属单位：
按照《关于统一京津冀城市重污染天气预警分级标准有关工作的通知》（京津冀大气办〔2016〕9003号）要求，我市自2016年5月1日起执行统一标准。
各区县应当在4月29日前完成减排清单更新，涉及企业1680家。应急响应期间实行驻厂监督。`,
  },
];
