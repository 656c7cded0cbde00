import { BasisMark, SeverityTag, StatusTag, TypeMark } from "../components/badges.tsx";
import { CountingNote } from "../components/counting-note.tsx";
import { DefinitionList } from "../components/definition-list.tsx";
import { FilterForm } from "../components/filter-form.tsx";
import { KeyFigures } from "../components/key-figures.tsx";
import { LinkList } from "../components/link-list.tsx";
import { LinkTabs } from "../components/link-tabs.tsx";
import { EmptyState, ErrorSummary, Notice } from "../components/notices.tsx";
import { Pagination } from "../components/pagination.tsx";
import { Section } from "../components/section.tsx";
import { SourceCitation } from "../components/source-citation.tsx";
import { Words } from "../components/words.tsx";
import { nameStatus, type Sample, writeOverlongName } from "./say.ts";

export function TextSamples({ sample }: { sample: Sample }) {
  return (
    <>
      <KeyFigureSamples sample={sample} />
      <MarkSamples sample={sample} />
      <NoticeSamples sample={sample} />
      <FilterSamples sample={sample} />
      <ListSamples sample={sample} />
    </>
  );
}

function KeyFigureSamples({ sample }: { sample: Sample }) {
  const { say } = sample;
  const claim = { basis: "claim" as const, label: say("公表値", "公布值", "Published figure") };
  const records = { basis: "records" as const, label: say("記録から", "据记录", "From records") };
  const until = say("2018年6月末まで", "截至2018年6月底", "to the end of June 2018");
  const times = say("回", "次", "times");
  return (
    <Section
      id="key-figures"
      title="KeyFigures"
      more={{ text: say("すべての統計表", "全部统计表", "All tables"), href: "#tables" }}
    >
      <KeyFigures
        figures={[
          {
            label: say("協議調整", "协商协调", "Consultations"),
            value: "114",
            unit: times,
            note: until,
            basis: claim,
            href: "#a",
          },
          {
            label: say("訪日研修等の招聘", "访日研修等邀请", "Training visits to Japan"),
            value: "248",
            unit: say("名", "名", "people"),
            note: until,
            basis: claim,
            href: "#b",
          },
          {
            label: say("現地セミナー", "当地研讨会", "Seminars in China"),
            value: "13",
            unit: times,
            basis: records,
            href: "#c",
          },
          {
            label: say("政策モニタリングレポート", "政策监测报告", "Policy monitoring reports"),
            value: "1,480",
            unit: say("ページ", "页", "pages"),
            href: "#d",
          },
          {
            label: writeOverlongName(sample).slice(0, 60),
            value: "123,456,789",
            unit: say("人・日", "人日", "person-days"),
            note: until,
          },
        ]}
      />
    </Section>
  );
}

function MarkSamples({ sample }: { sample: Sample }) {
  const { say } = sample;
  return (
    <Section id="marks" title="StatusTag, BasisMark, SeverityTag, TypeMark">
      <p>
        <StatusTag {...nameStatus(sample, "done")} />　<StatusTag {...nameStatus(sample, "planned")} />　
        <StatusTag {...nameStatus(sample, "adjusting")} />　<StatusTag {...nameStatus(sample, "cancelled")} />
      </p>
      <p>
        <BasisMark basis="records" label={say("記録から", "据记录", "From records")} />　
        <BasisMark basis="claim" label={say("公表値", "公布值", "Published figure")} />　
        <SeverityTag severity="error" label={say("誤り", "错误", "Error")} />　
        <SeverityTag severity="warning" label={say("要確認", "待核实", "To be checked")} />　
        <SeverityTag severity="notice" label={say("参考", "提示", "Note")} />
      </p>
      <p>
        <TypeMark mark="A" label={say("人的交流", "人员交流", "Exchange")} />{" "}
        <TypeMark
          mark="B"
          label={say("共同研究・モデル事業", "共同研究・样板工程", "Joint research or model project")}
          strong
        />{" "}
        <TypeMark mark="○" label={say("指定都市", "指定城市", "Designated city")} />
      </p>
    </Section>
  );
}

function NoticeSamples({ sample: { say } }: { sample: Sample }) {
  return (
    <Section id="notices" title="Notice, EmptyState, ErrorSummary">
      <Notice
        tone="information"
        title={say("公表値と記録の差", "公布值与记录的差异", "Where figures and records differ")}
      >
        <p>
          {say(
            "2014年度の協議は公表値13回に対し、記録は13件で一致しています。",
            "2014年度协商的公布值为13次，记录亦为13条，两者一致。",
            "For FY2014 the published figure of 13 consultations agrees with the 13 records.",
          )}
        </p>
      </Notice>
      <Notice tone="warning">
        <p>
          {say(
            "予定は確定したものではありません。",
            "计划事项尚未最终确定。",
            "Planned activities are not yet settled.",
          )}
        </p>
      </Notice>
      <EmptyState
        title={say("該当する活動はありません", "没有符合条件的活动", "No activities match")}
        text={say("条件を減らしてください。", "请减少筛选条件。", "Try fewer conditions.")}
        links={[{ text: say("すべての活動を見る", "查看全部活动", "See all activities"), href: "#all" }]}
      />
      <ErrorSummary
        id="errors"
        title={say("入力に2件の誤りがあります", "输入内容有2处错误", "There are 2 problems")}
        errors={[
          {
            text: say("期間の終わりが始まりより前です", "结束日期早于开始日期", "The end is before the start"),
            href: "#f-year",
          },
          { text: say("都市名が見つかりません", "未找到该城市", "No such city"), href: "#f-q" },
        ]}
      />
    </Section>
  );
}

function FilterSamples({ sample: { say } }: { sample: Sample }) {
  const kinds = [
    { value: "consultation", text: say("協議", "协商", "Consultation") },
    { value: "training", text: say("訪日研修", "访日研修", "Training in Japan") },
    { value: "seminar", text: say("セミナー", "研讨会", "Seminar") },
    { value: "meeting", text: say("合同会合", "联席会议", "Joint meeting") },
  ];
  const any = { value: "", text: say("すべて", "全部", "All") };
  return (
    <Section id="filters" title="LinkTabs, FilterForm, Pagination">
      <LinkTabs
        label={say("表示", "显示方式", "View")}
        tabs={[
          { text: say("一覧", "列表", "List"), href: "#list", current: true },
          { text: say("月表", "月历", "Calendar"), href: "#calendar" },
        ]}
      />
      <FilterForm
        id="f"
        action="/activities"
        title={say("条件で絞り込む", "按条件筛选", "Filter")}
        applyLabel={say("絞り込む", "筛选", "Apply")}
        clearLabel={say("条件をすべて外す", "清除全部条件", "Clear all")}
        clearHref="#clear"
        activeLabel={say("絞り込み中", "当前条件", "Filtered by")}
        active={[
          {
            text: say("2015年度", "2015年度", "FY2015"),
            removeHref: "#r1",
            removeLabel: say("外す", "移除", "remove"),
          },
          {
            text: say("北九州市", "北九州市", "Kitakyushu"),
            removeHref: "#r2",
            removeLabel: say("外す", "移除", "remove"),
          },
        ]}
        fields={[
          {
            kind: "text",
            name: "q",
            label: say("ことば", "关键词", "Words"),
            hint: say("題名・都市名・テーマ", "标题、城市名、主题", "Title, city or topic"),
          },
          {
            kind: "select",
            name: "year",
            label: say("年度", "年度", "Fiscal year"),
            value: "2015",
            options: [any, { value: "2015", text: "2015" }],
          },
          { kind: "select", name: "city", label: say("都市", "城市", "City"), options: [any] },
          {
            kind: "checkboxes",
            name: "kind",
            label: say("種類", "类别", "Kind"),
            options: kinds,
            values: ["training"],
          },
        ]}
      />
      <Pagination
        label={say("ページ送り", "翻页", "Pages")}
        position={say("21～40件（全114件）", "第21～40条（共114条）", "21–40 of 114")}
        previous={{ text: say("前の20件", "前20条", "Previous 20"), href: "#p" }}
        next={{ text: say("次の20件", "后20条", "Next 20"), href: "#n" }}
      />
    </Section>
  );
}

function ListSamples({ sample }: { sample: Sample }) {
  const { say } = sample;
  return (
    <Section id="lists" title="DefinitionList, LinkList, SourceCitation, CountingNote">
      <DefinitionList
        items={[
          {
            term: say("日付", "日期", "Date"),
            values: [say("2016年1月頃？", "2016年1月左右？", "around January 2016 (uncertain)")],
          },
          {
            term: say("原文の名称", "原文名称", "Name in the original"),
            values: [<Words key="n" value={{ text: "环境保护部污染物排放总量控制司", language: "zh" }} />],
          },
          { term: say("都市", "城市", "City"), values: [writeOverlongName(sample)] },
        ]}
      />
      <SourceCitation
        label={say("出典", "来源", "Source")}
        document={say("2015年度実施状況（IGES）", "2015年度实施情况（IGES）", "Implementation in FY2015 (IGES)")}
        href="#b-2015"
        place={say("表1 番号16", "表1 编号16", "table 1, row 16")}
        quotation={{ text: "2015年1月頃？", language: "ja" }}
      />
      <CountingNote
        open
        summary={say("この数の数え方", "该数字的统计方法", "How was this counted?")}
        rule={[
          say(
            "都市間連携協力事業の予算で中国で行った協議を1回とし、予定を含めません。",
            "使用本项目经费在中国举行的协商计为1次，不含计划事项。",
            "One for each consultation held in China on the programme’s budget; plans are not counted.",
          ),
        ]}
        recordsTitle={say("数えた記録（2件）", "计入的记录（2条）", "Records counted (2)")}
        records={[
          {
            text: say(
              "2015年7月21日 北九州市・武漢市",
              "2015年7月21日 北九州市、武汉市",
              "21 July 2015, Kitakyushu and Wuhan",
            ),
            href: "#r1",
          },
          {
            text: say(
              "2015年7月22日 北九州市・上海市",
              "2015年7月22日 北九州市、上海市",
              "22 July 2015, Kitakyushu and Shanghai",
            ),
            href: "#r2",
          },
        ]}
      />
      <LinkList
        columns
        items={[
          {
            text: say("表1 連携促進現地協議", "表1 促进协作的当地协商", "Table 1: Local consultations"),
            href: "#t1",
            note: say("2014・2015年度", "2014、2015年度", "FY2014, FY2015"),
          },
          { text: say("表2 訪日研修等受入", "表2 访日研修等接待情况", "Table 2: Training in Japan"), href: "#t2" },
          { text: writeOverlongName(sample).slice(0, 90), href: "#t3" },
        ]}
      />
    </Section>
  );
}
