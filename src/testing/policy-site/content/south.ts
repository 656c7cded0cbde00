import type { Publication } from "../publication.ts";
import { inspectionText, inspectionTitle } from "./voc-inspection.ts";

export const shanghai: Publication[] = [
  {
    id: "sh-01",
    published: "2016-04-05",
    written: "2016-03-28",
    title: "上海市清洁空气行动2016年度计划",
    number: "沪环保防〔2016〕9014号",
    kind: "plan",
    topics: ["plans-targets", "pm25", "voc", "vehicles"],
    text: `各区县环境保护局，各有关单位：
为完成年度空气质量改善任务，制定本计划。
一、年度目标：2016年全市PM2.5年均浓度比2015年下降4%左右。
二、能源：2016年底前完成外高桥、吴泾等地燃煤机组超低排放改造8台。
三、产业：完成挥发性有机物治理企业600家，推进金山地区环境综合整治。
四、交通：到2016年底，累计推广新能源汽车8万辆；港口新增岸电泊位6个。
五、区域：与江苏、浙江、安徽共享重点污染源在线数据。`,
    targets: [
      {
        indicator: "pm25",
        measure: "change",
        value: -4,
        unit: "percent",
        bound: "about",
        baseYear: 2015,
        targetYear: 2016,
        region: "shanghai",
        sentence: "一、年度目标：2016年全市PM2.5年均浓度比2015年下降4%左右。",
      },
      {
        indicator: "new-energy-vehicles",
        measure: "amount",
        value: 8,
        unit: "10k-vehicles",
        bound: "about",
        targetYear: 2016,
        region: "shanghai",
        sentence: "四、交通：到2016年底，累计推广新能源汽车8万辆；港口新增岸电泊位6个。",
      },
    ],
  },
  {
    id: "sh-02",
    published: "2016-04-11",
    title: "上海港率先实施船舶低排放要求",
    kind: "news",
    topics: ["ships", "so2"],
    unsigned: true,
    text: `自4月1日起，靠泊上海港的船舶须使用硫含量不高于0.5%的燃油。实施首周，海事部门登轮检查137艘次，查处违规船舶3艘。
监测显示，港区二氧化硫小时浓度较上月同期下降18%。`,
  },
  {
    id: "sh-03",
    published: "2016-04-13",
    written: "2016-04-12",
    title: `转发《${inspectionTitle}》`,
    number: "沪环保防〔2016〕9019号",
    source: "环境保护部",
    kind: "notice",
    topics: ["voc", "ozone", "enforcement"],
    relations: { duplicateOf: "mee-04" },
    text: inspectionText
      .replace("各省、自治区、直辖市环境保护厅（局）：", "各区县环境保护局，化学工业区管委会：")
      .replace("我部决定于", "环境保护部决定于")
      .replace(
        "省级抽查，抽查比例不低于20%；8月下旬，我部组织交叉检查。",
        "市级抽查，抽查比例不低于50%；8月下旬，配合环境保护部交叉检查。",
      )
      .replace("各省级环境保护部门", "各区县环境保护部门")
      .replace("我部大气环境管理司", "我局污染防治处"),
  },
  {
    id: "sh-04",
    published: "2016-04-18",
    title: "2016年3月上海市环境空气质量状况",
    kind: "statistics",
    topics: ["monitoring", "pm25", "ozone"],
    unsigned: true,
    text: `2016年3月，本市环境空气质量优良率为74.2%，PM2.5平均浓度为55μg/m³，同比上升1.9%；臭氧最大8小时平均浓度第90百分位为139μg/m³。
首要污染物为PM2.5的有5天，为臭氧的有2天，为二氧化氮的有1天。`,
  },
  {
    id: "sh-05",
    published: "2016-04-22",
    written: "2016-04-19",
    title: "关于发布《汽车制造业（涂装）大气污染物排放标准》的公告",
    number: "沪环保科〔2016〕9021号",
    bodies: ["上海市环境保护局", "上海市质量技术监督局"],
    kind: "standard",
    topics: ["voc", "standards"],
    text: `《汽车制造业（涂装）大气污染物排放标准》经市政府批准，现予发布，自2016年7月1日起实施。
乘用车涂装单位面积挥发性有机物排放量不高于35克/平方米，烘干工序非甲烷总烃排放浓度不高于30毫克/立方米。
现有企业过渡期至2017年6月30日。`,
    attachments: [
      {
        name: "汽车制造业涂装排放标准.pdf",
        format: "pdf",
        lines: [
          "汽车制造业（涂装）大气污染物排放标准",
          "4.1　乘用车：单位涂装面积挥发性有机物排放量限值为35克/平方米。",
          "4.2　货车驾驶舱：单位涂装面积挥发性有机物排放量限值为55克/平方米。",
          "5.3　烘干废气应当采用热力焚烧或者等效措施处理，处理效率不低于90%。",
        ],
      },
    ],
  },
  {
    id: "sh-06",
    published: "2016-04-25",
    title: "苏州河环境综合整治四期工程开工",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `苏州河环境综合整治四期工程近日开工，主要包括支流截污、泵站改造和底泥疏浚。
工程计划2020年完工，届时干流水质稳定达到四类标准。`,
  },
];

export const guangdong: Publication[] = [
  {
    id: "gd-01",
    published: "2016-04-07",
    written: "2016-04-01",
    title: "广东省大气污染防治2016年度实施方案",
    number: "粤环函〔2016〕9021号",
    kind: "plan",
    topics: ["plans-targets", "pm25", "ozone", "voc"],
    text: `各地级以上市人民政府，顺德区人民政府：
经省人民政府同意，现将《广东省大气污染防治2016年度实施方案》印发给你们。
一、2016年，珠三角区域PM2.5年均浓度控制在34微克/立方米以下，全省优良天数比例达到91%以上。
二、启动臭氧污染联防联控，4月至10月为臭氧防控重点时段，重点企业避开午间高温时段进行喷涂作业。
三、6月底前，广州、深圳、佛山、东莞完成制鞋、家具、印刷企业挥发性有机物排查建档。
四、年底前，全省12.5万千瓦以上燃煤机组完成超低排放改造30台。`,
    targets: [
      {
        indicator: "pm25",
        measure: "level",
        value: 34,
        unit: "ug-m3",
        bound: "at-most",
        targetYear: 2016,
        region: "pearl-delta",
        sentence: "一、2016年，珠三角区域PM2.5年均浓度控制在34微克/立方米以下，全省优良天数比例达到91%以上。",
      },
      {
        indicator: "good-days",
        measure: "share",
        value: 91,
        unit: "percent",
        bound: "at-least",
        targetYear: 2016,
        region: "guangdong",
        sentence: "一、2016年，珠三角区域PM2.5年均浓度控制在34微克/立方米以下，全省优良天数比例达到91%以上。",
      },
    ],
  },
  {
    id: "gd-02",
    published: "2016-04-12",
    title: "珠三角首次发布臭氧污染气象条件预报",
    kind: "news",
    topics: ["ozone", "monitoring", "key-regions"],
    regions: ["pearl-delta", "guangdong"],
    unsigned: true,
    text: `省环境监测中心联合气象部门首次发布珠三角臭氧污染气象条件预报，预报时效七十二小时。
预报显示，4月中旬后期光照增强，佛山、江门等下风向城市臭氧浓度将升高。`,
  },
  {
    id: "gd-03",
    published: "2016-04-15",
    written: "2016-04-14",
    title: `广东省环境保护厅转发环境保护部办公厅${inspectionTitle}`,
    number: "粤环办函〔2016〕9026号",
    source: "环境保护部",
    kind: "notice",
    topics: ["voc", "ozone", "enforcement"],
    relations: { duplicateOf: "mee-04" },
    text: `各地级以上市环境保护局，顺德区环境运输和城市管理局：
现将环境保护部办公厅《${inspectionTitle}》（环办大气函〔2016〕9012号）转发给你们，并结合我省臭氧防控工作，请制鞋行业较为集中的市一并将制鞋企业纳入检查范围。
${inspectionText.split("\n").slice(1, -1).join("\n")}
请各市于2016年8月20日前将总结报告报送我厅大气与气候变化处。`,
  },
  {
    id: "gd-04",
    published: "2016-04-20",
    title: "广东省2016年3月城市空气质量排名",
    kind: "statistics",
    topics: ["monitoring", "pm25", "ozone"],
    unsigned: true,
    text: `2016年3月，全省21个地级以上市空气质量达标天数比例平均为93.5%。
| 位次 | 城市 | 综合指数 | 首要污染物 |
| 1 | 湛江市 | 2.78 | 臭氧 |
| 2 | 珠海市 | 3.41 | PM2.5 |
| 17 | 广州市 | 4.62 | 二氧化氮 |
| 21 | 佛山市 | 5.03 | PM2.5 |`,
  },
  {
    id: "gd-05",
    published: "2016-04-25",
    written: "2016-04-20",
    title: "关于印发珠三角区域印刷行业低挥发性原辅材料替代指引的通知",
    number: "粤环〔2016〕9037号",
    kind: "notice",
    topics: ["voc", "key-regions"],
    regions: ["pearl-delta", "guangdong"],
    text: `珠三角各市环境保护局：
为从源头减少印刷行业挥发性有机物排放，现印发替代指引。
一、平版印刷推广无醇润版液和植物油基油墨；凹版印刷推广水性油墨，2017年底前替代比例不低于50%。
二、清洗剂挥发性有机物含量不高于300克/升。
三、采用全部低挥发性原辅材料的企业，减少执法检查频次。`,
  },
  {
    id: "gd-06",
    published: "2016-04-28",
    title: "东江流域水质保护专项执法行动启动",
    kind: "news",
    topics: [],
    unsigned: true,
    text: `省环境保护厅启动东江流域水质保护专项执法行动，重点检查电镀、印染企业废水治理设施。
行动持续三个月，实行异地交叉执法。`,
  },
];
