/** Words by which a policy of the air is known: one in the title is enough. Shown to people as they stand. */
export const airWords: readonly string[] =
  `大气 空气质量 环境空气 空气污染 空气重污染 清洁空气 蓝天 PM2.5 PM10 细颗粒物 可吸入颗粒物 颗粒物 雾霾 灰霾 霾 臭氧 光化学
  氧化剂 挥发性有机物 挥发性有机化合物 低挥发性 VOC 氮氧化物 NOx 二氧化硫 SO2 二氧化氮 NO2 酸雨 脱硫 脱硝 除尘 烟尘 粉尘 烟气 废气 扬尘 油烟 恶臭 排气污染 尾气 机动车排放 机动车污染
  机动车船 机动车和非道路移动机械 黄标车 老旧车 国五 国六 国Ⅴ 国Ⅵ 车用汽油 车用柴油 油品质量 油气回收 柴油货车 柴油车 新能源汽车 车辆排放 船舶排放 排放控制区 岸电 超低排放 燃煤锅炉 散煤 煤炭消费 煤改气 煤改电
  清洁取暖 清洁供暖 洁净型煤 煤电节能减排 秸秆焚烧 露天焚烧 渣土车 秸秆禁烧 烟花爆竹 重污染天气 污染天气 轻度污染 中度污染 重度污染 污染过程 无组织排放 超标排放 排放超标 低排放 高排放 错峰生产 限期达标规划 优良天数 大気 オゾン 微小粒子状物質 ozone`
    .split(/\s+/)
    .concat("air quality", "air pollution");

/** Words that hold one of those and mean something else. */
export const airWordsExcluded: readonly string[] = [
  "臭氧层",
  "臭氧消毒",
  "室内空气",
  "空气源热泵",
  "大气层",
  "大气科学",
  "气象",
  "粉尘防爆",
  "矿井通风",
];

/** Titles of this kind are about the air where their text is, too: the whole environment, energy, traffic. */
export const neighbouringWords: readonly string[] =
  `环境保护 生态环境 环保 污染防治 污染物 污染源 排污 节能 能源 煤 锅炉 机动车 车辆 柴油 汽油 交通 船舶 港口 钢铁 水泥 焦化 火电 石化
  去产能 产能 减排 清洁生产 环境监测 环境执法 环境监察 督察 督查 应对气候变化 温室气体 低碳 生态文明 京津冀 长三角 珠三角 環境 排出 energy emission`.split(
    /\s+/,
  );

/** Titles of other environments: only a text that speaks of little else than the air makes them the desk's. */
export const otherMediaWords: readonly string[] =
  `水污染 水环境 水生态 流域 饮用水 地下水 海洋 近岸 土壤 固体废物 危险废物 垃圾 噪声 放射性 辐射 核安全 核与 生物多样性 自然保护区 湿地 森林 草原
  畜禽 农药`.split(/\s+/);
