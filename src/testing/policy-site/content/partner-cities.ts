import type { Publication } from "../publication.ts";
import { dustRules2013, dustRules2016 } from "./dust-rules.ts";

export const shenyang: Publication[] = [
  {
    id: "sy-01",
    published: "2016-03-10",
    written: "2013-05-20",
    title: "沈阳市扬尘污染防治管理办法",
    number: "沈阳市人民政府令第9041号",
    bodies: ["沈阳市人民政府"],
    kind: "law",
    topics: ["pm25", "enforcement", "dust"],
    text: dustRules2013,
  },
  {
    id: "sy-02",
    published: "2016-04-08",
    written: "2016-04-08",
    title: "关于开展秸秆露天焚烧巡查的通知",
    number: "沈环保〔2016〕9012号",
    kind: "notice",
    topics: ["pm25", "enforcement", "straw-burning"],
    text: `各区、县（市）环境保护局：
春耕在即，为防止秸秆露天焚烧造成空气污染，市环保局决定4月10日至5月10日开展巡查。
各地实行乡镇包村、村干部包地块，发现火点半小时内到场处置。市局利用卫星遥感每日通报火点。
对火点多发的区县，扣减生态补偿资金，每个火点二万元。`,
  },
  {
    id: "sy-03",
    published: "2016-04-14",
    title: "我市一季度空气质量优良天数增加六天",
    kind: "statistics",
    topics: ["monitoring", "pm25"],
    unsigned: true,
    text: `一季度，我市空气质量优良天数为五十一天，同比增加六天；PM2.5平均浓度为七十六微克/立方米，同比下降百分之十一。
采暖锅炉低空排放仍是主要污染来源。`,
  },
  {
    id: "sy-04",
    published: "2016-04-21",
    written: "2016-04-18",
    title: "沈阳市2016年蓝天工程实施方案",
    number: "沈政办发〔2016〕9038号",
    bodies: ["沈阳市人民政府办公厅"],
    kind: "plan",
    topics: ["plans-targets", "pm25", "boilers", "coal"],
    text: `各区、县（市）人民政府，市政府有关部门：
经市政府同意，现将2016年蓝天工程实施方案印发给你们。
一、2016年全市PM2.5年均浓度比2015年下降5%以上。
二、2016年拆除燃煤小锅炉230台，新增热电联产供热面积1500万平方米。
三、三环内禁止销售和使用散煤，建设洁净煤供应网点40个。
四、与有关友好城市开展大气治理技术合作，选派技术人员研修。`,
    targets: [
      {
        indicator: "pm25",
        measure: "change",
        value: -5,
        unit: "percent",
        bound: "at-least",
        baseYear: 2015,
        targetYear: 2016,
        region: "shenyang",
        sentence: "一、2016年全市PM2.5年均浓度比2015年下降5%以上。",
      },
    ],
  },
  {
    id: "sy-05",
    published: "2016-04-26",
    written: "2016-04-22",
    title: "沈阳市扬尘污染防治管理办法",
    number: "沈阳市人民政府令第9067号",
    bodies: ["沈阳市人民政府"],
    kind: "law",
    topics: ["pm25", "enforcement", "dust"],
    relations: { versionOf: "sy-01" },
    text: dustRules2016,
  },
  {
    id: "sy-06",
    published: "2016-04-27",
    title: "浑河城市段生态补水工作正式启动",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `浑河城市段生态补水工作正式启动，计划补水八千万立方米。
补水期间请市民不要在河道内逗留。`,
  },
];

export const xian: Publication[] = [
  {
    id: "xa-01",
    published: "2016-04-07",
    written: "2016-04-01",
    title: "西安市2016年“铁腕治霾”工作方案",
    number: "市政办发【2016】9017号",
    properNumber: "市政办发〔2016〕9017号",
    bodies: ["西安市人民政府办公厅"],
    kind: "plan",
    topics: ["plans-targets", "pm25", "coal", "vehicles", "dust", "boilers"],
    text: `各区、县人民政府，市人民政府各工作部门：
现将2016年“铁腕治霾”工作方案印发给你们，请认真组织实施。
一、年度目标。2016年全市优良天数不少于240天，重污染天数比2015年减少10%以上。
二、削减燃煤。2016年净削减燃煤60万吨，拆改燃煤锅炉2000蒸吨。
三、机动车治理。2016年淘汰黄标车和老旧车2.5万辆，公交车清洁能源化率达到95%。
四、扬尘治理。出土工地一律安装视频监控和扬尘在线监测，数据接入市级平台。`,
    targets: [
      {
        indicator: "good-days",
        measure: "amount",
        value: 240,
        unit: "days",
        bound: "at-least",
        targetYear: 2016,
        region: "xian",
        sentence: "一、年度目标。2016年全市优良天数不少于240天，重污染天数比2015年减少10%以上。",
      },
      {
        indicator: "heavy-pollution-days",
        measure: "change",
        value: -10,
        unit: "percent",
        bound: "at-least",
        baseYear: 2015,
        targetYear: 2016,
        region: "xian",
        sentence: "一、年度目标。2016年全市优良天数不少于240天，重污染天数比2015年减少10%以上。",
      },
      {
        indicator: "coal-consumption",
        measure: "amount",
        value: -60,
        unit: "10k-tonnes",
        bound: "about",
        targetYear: 2016,
        region: "xian",
        sentence: "二、削减燃煤。2016年净削减燃煤60万吨，拆改燃煤锅炉2000蒸吨。",
      },
      {
        indicator: "old-vehicles",
        measure: "amount",
        value: 2.5,
        unit: "10k-vehicles",
        bound: "about",
        targetYear: 2016,
        region: "xian",
        sentence: "三、机动车治理。2016年淘汰黄标车和老旧车2.5万辆，公交车清洁能源化率达到95%。",
      },
    ],
  },
  {
    id: "xa-02",
    published: "2016-04-12",
    title: "西安开展夜间渣土车联合执法",
    kind: "news",
    topics: ["pm25", "enforcement", "dust"],
    unsigned: true,
    text: `4月11日夜间，环保、城管、交警在西三环、北三环开展渣土车联合执法，检查车辆186辆，查处未密闭运输21辆。
本月以来，全市累计停工整改工地34个。`,
  },
  {
    id: "xa-03",
    published: "2016-04-18",
    title: "西安市3月空气质量状况通报",
    kind: "statistics",
    topics: ["monitoring", "pm25", "pm10"],
    unsigned: true,
    text: `3月我市优良天数17天，同比增加2天；PM2.5平均浓度74μg/m³，同比下降9.8%；PM10平均浓度152μg/m³，同比上升3.4%，受两次沙尘过程影响明显。
| 区县 | PM2.5（μg/m³） | PM10（μg/m³） |
| 长安区 | 69 | 140 |
| 未央区 | 80 | 165 |`,
  },
  {
    id: "xa-04",
    published: "2016-04-22",
    written: "2016-04-20",
    title: "关于加强汽车维修行业喷烤漆房废气治理的通告",
    number: "市环发〔2016〕9031号",
    bodies: ["西安市环境保护局", "西安市交通运输局"],
    kind: "notice",
    topics: ["voc", "enforcement"],
    text: `为减少汽车维修行业挥发性有机物排放，现通告如下：
一、绕城高速以内的汽车维修企业，须于2016年8月31日前完成喷烤漆房密闭改造，并安装活性炭吸附等治理设施。
二、禁止露天喷漆。底漆、中涂使用水性漆的比例2017年底前不低于70%。
三、逾期未改造的，由环保部门依法处罚，由交通部门暂停其维修经营备案。`,
  },
  {
    id: "xa-05",
    published: "2016-04-25",
    title: "黑河金盆水库水源地保护宣传周活动举行",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `黑河金盆水库水源地保护宣传周活动近日举行，向沿线村民发放宣传册三千份。
活动现场还演示了水质快速检测。`,
  },
];

export const wuhan: Publication[] = [
  {
    id: "wh-01",
    published: "2016-04-06",
    written: "2016-03-31",
    title: "武汉市改善空气质量2016年行动计划",
    number: "武政规〔2016〕9005号",
    bodies: ["武汉市人民政府"],
    kind: "plan",
    topics: ["plans-targets", "pm25", "vehicles"],
    text: `各区人民政府，市人民政府各部门：
经研究，现将武汉市改善空气质量2016年行动计划印发给你们，请遵照执行。
一、2016年，全市PM2.5年均浓度不高于64微克/立方米，PM10年均浓度不高于98微克/立方米。
二、青山区钢铁、石化企业全面开展挥发性有机物和无组织排放治理，10月底前完成。
三、2016年12月底前淘汰黄标车及老旧车5万辆，推广纯电动公交车600辆。
四、三环线内全面禁止燃放烟花爆竹、禁止露天烧烤。`,
    targets: [
      {
        indicator: "pm25",
        measure: "level",
        value: 64,
        unit: "ug-m3",
        bound: "at-most",
        targetYear: 2016,
        region: "wuhan",
        sentence: "一、2016年，全市PM2.5年均浓度不高于64微克/立方米，PM10年均浓度不高于98微克/立方米。",
      },
      {
        indicator: "pm10",
        measure: "level",
        value: 98,
        unit: "ug-m3",
        bound: "at-most",
        targetYear: 2016,
        region: "wuhan",
        sentence: "一、2016年，全市PM2.5年均浓度不高于64微克/立方米，PM10年均浓度不高于98微克/立方米。",
      },
      {
        indicator: "old-vehicles",
        measure: "amount",
        value: 5,
        unit: "10k-vehicles",
        bound: "about",
        targetYear: 2016,
        region: "wuhan",
        sentence: "三、2016年12月底前淘汰黄标车及老旧车5万辆，推广纯电动公交车600辆。",
      },
    ],
  },
  {
    id: "wh-02",
    published: "2016-04-11",
    title: "武汉公布首批挥发性有机物重点监管企业名单",
    kind: "notice",
    topics: ["voc", "monitoring"],
    unsigned: true,
    text: `根据排放量和所处位置，市环境保护局确定首批挥发性有机物重点监管企业58家，涉及石化、汽车制造、包装印刷等行业。
列入名单的企业应当于年底前安装在线监测设备，并每季度公开监测结果。`,
  },
  {
    id: "wh-03",
    published: "2016-04-15",
    title: "武汉市2016年3月环境空气质量月报",
    kind: "statistics",
    topics: ["monitoring", "pm25"],
    unsigned: true,
    text: `3月，我市空气质量优良18天，轻度污染11天，中度污染2天。PM2.5平均浓度72μg/m³，同比下降4.0%。
| 区 | PM2.5（μg/m³） | 同比（%） |
| 东湖风景区 | 65 | -6.1 |
| 青山区 | 79 | -2.3 |`,
  },
  {
    id: "wh-04",
    published: "2016-04-20",
    written: "2016-04-15",
    title: "关于执行重型柴油车国五排放标准的通告",
    number: "武环〔2016〕9022号",
    bodies: ["武汉市环境保护局", "武汉市公安局"],
    kind: "notice",
    topics: ["vehicles", "nox", "standards"],
    text: `为控制氮氧化物和颗粒物排放，现就重型柴油车执行国五排放标准通告如下：
一、自2016年5月1日起，在本市注册登记和转入的公交、环卫、邮政用途重型柴油车须符合国五标准。
二、其他重型柴油车自2017年7月1日起执行。
三、车辆所有人可在环境保护局网站查询车型目录。`,
  },
  {
    id: "wh-05",
    published: "2016-04-26",
    title: "东湖水环境提升工程环境影响评价文件受理公示",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `根据环境影响评价公众参与有关规定，现对东湖水环境提升工程环境影响评价文件受理情况予以公示。
公示期为十个工作日，公众可通过电话或者信函提出意见。`,
  },
];
