const slots: Record<string, readonly string[]> = {
  city: [
    "石家庄",
    "保定",
    "太原",
    "大同",
    "济南",
    "淄博",
    "郑州",
    "新乡",
    "南京",
    "苏州",
    "杭州",
    "宁波",
    "合肥",
    "南昌",
    "长沙",
    "湘潭",
    "成都",
    "重庆",
    "大连",
    "厦门",
  ],
  industry: [
    "钢铁",
    "焦化",
    "水泥",
    "平板玻璃",
    "石油炼制",
    "农药",
    "制药",
    "包装印刷",
    "家具制造",
    "汽车涂装",
    "电子元件",
    "铸造",
    "陶瓷",
    "化纤",
    "橡胶制品",
  ],
  pollutant: [
    "细颗粒物",
    "可吸入颗粒物",
    "二氧化硫",
    "氮氧化物",
    "臭氧",
    "苯系物",
    "非甲烷总烃",
    "一氧化碳",
    "氨",
    "重金属颗粒物",
  ],
  measure: [
    "袋式除尘",
    "选择性催化还原",
    "湿法脱硫",
    "活性炭吸附",
    "蓄热燃烧",
    "低氮燃烧",
    "密闭收集",
    "湿式电除尘",
    "冷凝回收",
    "生物滤池",
  ],
  office: [
    "监测站",
    "执法支队",
    "固废中心",
    "机动车管理处",
    "应急办",
    "规划科",
    "总量办",
    "科研所",
    "信息中心",
    "宣教中心",
  ],
};

const templates = [
  "{city}市近日对{industry}企业开展抽查，共检查{n}家，发现{pollutant}排放不规范问题{m}处。",
  "按照年度计划，{office}应当在{k}月底前完成{n}套{measure}设施的验收。",
  "据{city}市环境监测数据，上周{pollutant}浓度较前一周下降百分之{k}。",
  "采用{measure}工艺后，{industry}生产线的{pollutant}去除效率提高到百分之{p}。",
  "{office}负责收集{city}市各区县上报的台账，每月{k}日前汇总。",
  "对逾期未完成改造的{industry}企业，由属地下达限期治理决定。",
  "{city}市将投入{n}万元用于补助{measure}项目，补助比例不超过百分之{k}。",
  "现场核查时，工作人员应当拍摄{measure}设备铭牌，并核对近{k}个月的运行记录。",
  "{pollutant}的小时均值连续{k}次超过限值的，自动监控平台将向{office}推送提示。",
  "各单位可以组织人员赴{city}学习{industry}行业治理经验，每批不超过{m}人。",
  "{industry}园区应当在下风向设置{pollutant}监测点，点位数量不少于{k}个。",
  "{city}与周边城市建立了会商机制，遇静稳天气每{k}小时通报一次{pollutant}变化。",
  "鼓励{industry}企业委托第三方维护{measure}设施，合同期限一般为{k}年。",
  "专家组认为，{city}市{pollutant}的主要来源是{industry}和道路移动源。",
  "{office}将在网站公布{m}家绩效优良企业名单，接受社会评议。",
  "第{k}批项目共{n}个，其中{measure}类{m}个，已开工建设的过半。",
  "检修期间确需旁路排放的，应当提前{k}日报告{office}。",
  "{city}市通过遥感监测筛查出疑似{pollutant}高值区{m}处，已逐一落图。",
  "{industry}企业自行监测方案中未列入{pollutant}的，应当在{k}月前补充。",
  "为减轻企业负担，{office}把{m}项报表合并为{k}项。",
  "抽样检测表明，使用{measure}的企业中有百分之{p}能够稳定达标。",
  "{city}市计划在{k}年内更新{n}辆作业车辆，优先选用清洁能源车型。",
  "因{measure}设备故障造成{pollutant}超标的，企业应当立即减产并留存检修记录。",
  "{office}会同气象部门建立了{city}市{pollutant}预报模型，准确率约为百分之{p}。",
  "今年以来，{industry}行业累计淘汰落后装置{m}台，腾出指标用于民生项目。",
  "培训班面向{office}业务骨干，内容包括{pollutant}采样和{measure}原理。",
  "群众反映{city}市某{industry}厂夜间排放异味，经查其{measure}设施未正常开启。",
  "排污许可证应当载明{pollutant}的许可浓度，以及{measure}的运行参数。",
  "{n}名志愿者参与了{city}市的空气质量科普活动，发放手册{m}箱。",
  "下一阶段，{office}将重点跟踪{industry}行业的原料替代进度。",
  "{city}市对{m}条道路的积尘负荷进行了走航监测，结果每旬排名。",
  "{measure}改造所需设备纳入绿色采购目录，采购周期压缩到{k}周。",
  "对{pollutant}监测数据有异议的，可以在{k}个工作日内向{office}申请复核。",
  "{industry}企业应当将危险废物中的废活性炭单独贮存，转移联单保存{k}年。",
  "按每吨{pollutant}减排量测算，{measure}的平均成本约为{n}元。",
  "{city}市把{industry}整治任务分解到街道，签订责任书{m}份。",
];
const titles = [
  "关于{city}市{industry}行业{pollutant}治理情况的通报",
  "关于推广{measure}技术的通知",
  "{city}市{office}关于报送{pollutant}监测数据的通知",
  "关于做好{industry}企业{measure}设施运行管理的函",
  "{city}市{industry}企业现场核查工作安排",
];

/** Paragraphs that share few sentences with those of another seed. */
export function writeParagraphs(random: () => number): string[] {
  const left = [...templates];
  return Array.from({ length: 5 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => {
      const [template = ""] = left.splice(Math.floor(random() * left.length), 1);
      return fillSlots(template, random);
    }).join(""),
  );
}

export function pickTitle(random: () => number): string {
  return fillSlots(pick(titles, random), random);
}

function fillSlots(template: string, random: () => number): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === "n") return String(100 + Math.floor(random() * 9000));
    if (slot === "m") return String(11 + Math.floor(random() * 88));
    if (slot === "p") return String(60 + Math.floor(random() * 39));
    if (slot === "k") return String(2 + Math.floor(random() * 10));
    return pick(slots[slot] ?? [slot], random);
  });
}

function pick(choices: readonly string[], random: () => number): string {
  return choices[Math.floor(random() * choices.length)] ?? "";
}
