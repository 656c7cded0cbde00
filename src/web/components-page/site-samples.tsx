import { languages } from "../../core/language.ts";
import type { SiteFooterProps } from "../components/site-footer.tsx";
import type { SiteHeaderProps } from "../components/site-header.tsx";
import type { Sample } from "./say.ts";

export function makeHeader({ language, say }: Sample): SiteHeaderProps {
  const item = (text: string, path: string) => ({ text, href: `/${language}/${path}` });
  return {
    language,
    programmeName: say(
      "日中大気環境改善 都市間連携協力",
      "中日大气环境改善城市间协作",
      "Japan–China Inter-City Cooperation for Clean Air",
    ),
    programmeNote: say("2014～2018年度の記録", "2014～2018年度记录", "The programme on record, FY2014–2018"),
    homeHref: `/${language}`,
    navigationLabel: say("主なページ", "主要页面", "Main pages"),
    menuLabel: say("メニュー", "菜单", "Menu"),
    languageLabel: say("言語", "语言", "Language"),
    languages: languages.map((choice) => ({
      language: choice,
      text: { ja: "日本語", zh: "中文", en: "English" }[choice],
      href: `/${choice}/components`,
    })),
    items: [
      item(say("概要", "项目概况", "About"), "about"),
      item(say("協力関係", "协作关系", "Partnerships"), "partnerships"),
      { ...item(say("活動", "活动", "Activities"), "activities"), current: "section" },
      item(say("年度別の動き", "各年度动态", "By year"), "years"),
      item(say("統計表", "统计表", "Tables"), "tables"),
      item(say("図で見る", "图表", "Figures"), "figures"),
      item(say("データの品質", "数据质量", "Data quality"), "quality"),
    ],
  };
}

export function makeFooter({ language, say }: Sample): SiteFooterProps {
  const link = (text: string, path: string) => ({ text, href: `/${language}/${path}` });
  return {
    programmeName: makeHeader({ language, say }).programmeName,
    label: say("その他のページ", "其他页面", "Other pages"),
    notes: [
      say(
        "掲載する数値は、公表文書の記載と活動の記録に基づきます。",
        "本网站数据依据已公布文件和活动记录。",
        "Figures on this site rest on published documents and on the records of activities.",
      ),
      say("記録の基準日：2018年6月30日", "记录截止日期：2018年6月30日", "Records as of 30 June 2018"),
    ],
    groups: [
      {
        title: say("データ", "数据", "Data"),
        links: [
          link("API", "api"),
          link(say("用語集", "术语表", "Glossary"), "glossary"),
          link(say("出典", "资料来源", "Sources"), "sources"),
        ],
      },
      {
        title: say("配信", "订阅", "Feeds"),
        links: [
          link(say("動き（Atom）", "动态（Atom）", "Movements (Atom)"), "feed.atom"),
          link("iCalendar", "activities.ics"),
        ],
      },
    ],
  };
}

export function makeAlternates() {
  return languages.map((language) => ({ language, href: `https://renkei.example/${language}/components` }));
}
