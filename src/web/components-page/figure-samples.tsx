import { BarChart } from "../components/bar-chart.tsx";
import { Section } from "../components/section.tsx";
import { StructureFigure } from "../components/structure-figure.tsx";
import { CityMap } from "../map/city-map.tsx";
import { chinese, japanese, pairs } from "./cities.ts";
import type { Sample } from "./say.ts";

export function FigureSamples({ sample }: { sample: Sample }) {
  return (
    <>
      <Section id="map" title="CityMap">
        <MapSample sample={sample} />
      </Section>
      <Section id="structure" title="StructureFigure">
        <StructureSample sample={sample} />
      </Section>
      <Section id="charts" title="BarChart">
        <ChartSamples sample={sample} />
      </Section>
    </>
  );
}

function MapSample({ sample: { language, say } }: { sample: Sample }) {
  const names = new Map([...japanese, ...chinese].map(({ id, name }) => [id, name[language]]));
  const shown = (cities: typeof japanese, side: "home" | "partner") =>
    cities.map(({ id, name, longitude, latitude }) => ({
      id,
      name: name[language],
      longitude,
      latitude,
      side,
      href: `#${id}`,
    }));
  return (
    <CityMap
      id="home-map"
      title={say("協力する自治体", "开展协作的地方政府", "Governments that work together")}
      description={say(
        "日本の11自治体と中国の17省市を結ぶ線で協力関係を示す。",
        "以连线表示日本11个地方自治体与中国17个省市的协作关系。",
        "Lines join 11 governments of Japan with 17 provinces and cities of China.",
      )}
      homeLabel={say("日本側", "日方", "Japan")}
      partnerLabel={say("中国側", "中方", "China")}
      points={[...shown(japanese, "home"), ...shown(chinese, "partner")]}
      lines={pairs.map(([from, to]) => ({ from, to }))}
      listLabel={say("協力関係を文字で見る", "以文字查看协作关系", "The partnerships in words")}
      list={pairs.map(([from, to]) => ({ text: `${names.get(from)} – ${names.get(to)}`, href: `#${from}-${to}` }))}
    />
  );
}

function StructureSample({ sample: { say } }: { sample: Sample }) {
  return (
    <StructureFigure
      id="structure-title"
      title={say("都市間連携協力の重層構造", "城市间协作的多层次结构", "Levels of the inter-city cooperation")}
      homeLabel={say("日本側", "日方", "Japan")}
      partnerLabel={say("中国側", "中方", "China")}
      levels={[
        {
          key: "central",
          label: say("中央政府", "中央政府", "Central government"),
          home: [{ name: say("環境省", "日本环境省", "Ministry of the Environment"), href: "#moe" }],
          partner: [{ name: say("環境保護部", "环境保护部", "Ministry of Environmental Protection"), href: "#mep" }],
          between: [say("政策対話", "政策对话", "Policy dialogue")],
          downwards: {
            home: say("指導・助言・資金", "指导、建议、经费", "Guidance and funds"),
            partner: say("指導・助言", "指导、建议", "Guidance"),
          },
        },
        {
          key: "platform",
          label: say("プラットフォーム", "协作平台", "Platforms"),
          home: [
            {
              name: say(
                "地球環境戦略研究機関（IGES）",
                "地球环境战略研究机关（IGES）",
                "Institute for Global Environmental Strategies (IGES)",
              ),
              role: say("総合調整", "综合协调", "Coordination"),
              href: "#iges",
            },
            {
              name: say(
                "日本環境衛生センター（JESC）",
                "日本环境卫生中心（JESC）",
                "Japan Environmental Sanitation Center (JESC)",
              ),
              role: say("技術", "技术", "Technical"),
              href: "#jesc",
            },
          ],
          partner: [
            {
              name: say(
                "日中友好環境保全センター",
                "中日友好环境保护中心",
                "Sino-Japan Friendship Center for Environmental Protection",
              ),
              role: say("総合調整", "综合协调", "Coordination"),
              href: "#sj",
            },
          ],
          between: [
            say("覚書（2015年3月6日）", "备忘录（2015年3月6日）", "Memorandum, 6 March 2015"),
            say("協議調整", "协商协调", "Coordination"),
          ],
          downwards: { home: say("支援・紹介・調整", "支援、介绍、协调", "Support, introduction") },
        },
        {
          key: "local",
          label: say("地方自治体", "地方政府", "Local governments"),
          home: japanese.slice(0, 4).map(({ id, name }) => ({ name: say(name.ja, name.zh, name.en), href: `#${id}` })),
          partner: chinese
            .slice(0, 4)
            .map(({ id, name }) => ({ name: say(name.ja, name.zh, name.en), href: `#${id}` })),
          between: [
            say("訪日研修・セミナー", "访日研修、研讨会", "Training and seminars"),
            say("共同研究・モデル事業", "共同研究、样板工程", "Joint research, model projects"),
          ],
        },
        {
          key: "company",
          label: say("企業", "企业", "Companies"),
          home: [{ name: say("各都市の企業・業界団体", "各城市的企业、行业团体", "Companies and associations") }],
          partner: [{ name: say("各都市の企業", "各城市的企业", "Companies") }],
          between: [say("技術交流", "技术交流", "Technical exchange")],
        },
      ]}
    />
  );
}

function ChartSamples({ sample: { language, say } }: { sample: Sample }) {
  const years = [2014, 2015, 2016, 2017, 2018].map(String);
  const formatNumber = (value: number) => new Intl.NumberFormat(language).format(value);
  const shared = {
    categories: years,
    categoryLabel: say("年度", "年度", "Fiscal year"),
    unknownLabel: say("不明", "不详", "not known"),
    totalLabel: say("合計", "合计", "Total"),
    tableLabel: say("データを表で見る", "以表格查看数据", "The data as a table"),
    formatNumber,
  };
  return (
    <>
      <BarChart
        {...shared}
        id="chart-activities"
        mode="stacked"
        title={say("種類別の活動", "各类活动", "Activities by kind")}
        unit={say("回", "次", "times")}
        description={say(
          "2016年度の協議36回が最も多い。",
          "2016年度协商最多，为36次。",
          "Consultations peak at 36 in FY2016.",
        )}
        series={[
          { key: "c", label: say("協議", "协商", "Consultations"), values: [13, 22, 36, 35, 8] },
          { key: "t", label: say("訪日研修", "访日研修", "Training in Japan"), values: [8, 11, 10, 10, 1] },
          { key: "s", label: say("セミナー", "研讨会", "Seminars"), values: [2, 6, 2, 2, 1] },
          { key: "j", label: say("合同会合", "联席会议", "Joint meetings"), values: [null, 1, 3, 2, 1] },
        ]}
      />
      <BarChart
        {...shared}
        id="chart-people"
        mode="grouped"
        title={say("研修の人数", "研修人数", "People trained")}
        unit={say("名", "名", "people")}
        description={say(
          "招聘人数を総合調整と技術に分けて示す。",
          "分别显示综合协调与技术平台的邀请人数。",
          "People invited, by platform.",
        )}
        series={[
          {
            key: "c",
            label: say("総合調整プラットフォーム", "综合协调平台", "Coordination platform"),
            values: [46, 71, 55, 71, 5],
          },
          {
            key: "t",
            label: say("技術プラットフォーム", "技术平台", "Technical platform"),
            values: [null, 24, 34, 30, null],
          },
        ]}
      />
    </>
  );
}
