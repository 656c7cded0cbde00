import type { Language } from "../../core/language.ts";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Page, renderDocument } from "../components/page.tsx";
import { PageHeading } from "../components/page-heading.tsx";
import { SiteFooter } from "../components/site-footer.tsx";
import { SiteHeader } from "../components/site-header.tsx";
import { ChronicleSamples } from "./chronicle-samples.tsx";
import { FigureSamples } from "./figure-samples.tsx";
import { makeSample } from "./say.ts";
import { makeAlternates, makeFooter, makeHeader } from "./site-samples.tsx";
import { TableSamples } from "./table-samples.tsx";
import { TextSamples } from "./text-samples.tsx";

/** Every component with contents as they come, empty and overfull: for the eyes of those who change the look. */
export function renderComponentsPage(language: Language, stylesheetHref: string): string {
  const sample = makeSample(language);
  const { say } = sample;
  const header = makeHeader(sample);
  return renderDocument(
    <Page
      language={language}
      title={say("部品一覧", "组件一览", "Components")}
      siteName={header.programmeName}
      stylesheetHref={stylesheetHref}
      skipLabel={say("本文へ", "跳到正文", "Skip to content")}
      alternates={makeAlternates()}
      unlisted
      header={<SiteHeader {...header} />}
      breadcrumbs={
        <Breadcrumbs
          label={say("現在地", "当前位置", "You are here")}
          items={[
            { text: say("ホーム", "首页", "Home"), href: `/${language}` },
            { text: say("部品一覧", "组件一览", "Components") },
          ]}
        />
      }
      footer={<SiteFooter {...makeFooter(sample)} />}
    >
      <PageHeading
        kicker={say("開発用", "开发用", "Development")}
        title={say(
          "きれいな空のために都市と都市が働く、その記録を組み立てる部品",
          "城市携手改善空气：构成项目记录的页面组件",
          "The parts from which the record of cities working for clean air is built",
        )}
        lead={say(
          "ページはここにある部品だけで組み立てます。空のとき、あふれるとき、細い画面でも読めることを、この一枚で確かめます。",
          "所有页面均由以下组件构成。请在此确认内容为空、内容过多及窄屏时是否仍清晰易读。",
          "Pages are built from these parts alone. Here one sees that they stay readable when empty, when overfull and when narrow.",
        )}
        meta={[
          { term: say("基準日", "截止日期", "As of"), value: say("2018年6月30日", "2018年6月30日", "30 June 2018") },
          { term: say("単位", "单位", "Unit"), value: say("回、名", "次、名", "times, people") },
        ]}
        links={[
          { text: "CSV", href: "#csv" },
          { text: "JSON", href: "#json" },
        ]}
      />
      <TextSamples sample={sample} />
      <TableSamples sample={sample} />
      <ChronicleSamples sample={sample} />
      <FigureSamples sample={sample} />
    </Page>,
  );
}
