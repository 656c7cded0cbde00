import type { ActivityStatus } from "../components/badges.tsx";
import { DataTable, NoteMark, type TableRow } from "../components/data-table.tsx";
import { FigureCell } from "../components/figure-cell.tsx";
import { Matrix } from "../components/matrix.tsx";
import { Section } from "../components/section.tsx";
import { chinese, japanese, pairs } from "./cities.ts";
import { nameStatus, type Sample, writeOverlongName } from "./say.ts";

export function TableSamples({ sample }: { sample: Sample }) {
  return (
    <>
      <Section id="tables" title="DataTable">
        <OverviewTable sample={sample} />
        <ConsultationTable sample={sample} />
        <EmptyTable sample={sample} />
      </Section>
      <Section id="matrix" title="Matrix">
        <PartnershipMatrix sample={sample} />
      </Section>
    </>
  );
}

function OverviewTable({ sample: { say } }: { sample: Sample }) {
  const times = say("回", "次", "×");
  const people = say("名", "名", " people");
  const brackets = say("（）", "（）", "()");
  const [open = "", close = ""] = [...brackets];
  const cell = (value: string, persons?: string, places?: string[]) => (
    <FigureCell
      figures={
        persons
          ? [
              { value, unit: times },
              { value: persons, unit: people },
            ]
          : [{ value, unit: times }]
      }
      places={places}
      brackets={[open, close]}
      separator={say("、", "、", ", ")}
    />
  );
  const beijing = say("北京", "北京", "Beijing");
  const differing = (
    <FigureCell
      figures={[
        {
          value: "22",
          unit: times,
          basis: { basis: "claim", label: say("公表値", "公布值", "Published") },
          difference: say("記録15、公表22、差−7", "记录15，公布22，差−7", "records 15, published 22, −7"),
        },
      ]}
    />
  );
  const years = [14, 15, 16, 17].map((year) => ({
    key: `y${year}`,
    label: say(`20${year}年度`, `20${year}年度`, `FY20${year}`),
    width: "medium" as const,
  }));
  return (
    <DataTable
      id="overview"
      number={say("表Ⅰ", "表一", "Table I")}
      caption={say("総合調整プラットフォームの活動", "综合协调平台的活动", "Activities of the coordination platform")}
      captionNote={say("2018年6月30日現在", "截至2018年6月30日", "As of 30 June 2018")}
      scrollHint={say("横にスクロールできます", "可横向滚动", "Scroll sideways")}
      emptyText={say("記録はありません", "暂无记录", "No records")}
      stickyFirst
      columnGroups={[
        { label: "", span: 1 },
        { label: say("実施年度", "实施年度", "Fiscal year"), span: 5 },
        { label: "", span: 1 },
      ]}
      columns={[
        { key: "name", label: say("活動", "活动", "Activity"), width: "medium" },
        ...years,
        { key: "y18", label: say("2018年度※", "2018年度※", "FY2018*"), width: "medium" },
        { key: "total", label: say("合計", "合计", "Total"), width: "narrow" },
      ]}
      rows={[
        {
          key: "1",
          cells: {
            name: (
              <>
                {say("協議調整及び協力の推進", "协商协调及推进协作", "Consultations")}
                <NoteMark tableId="overview" number={2} mark={say("※2", "※2", "*2")} />
              </>
            ),
            y14: cell("13"),
            y15: differing,
            y16: cell("36"),
            y17: cell("35"),
            y18: cell("8"),
            total: cell("114"),
          },
        },
        {
          key: "2",
          cells: {
            name: say("日中合同会合", "中日联席会议", "Joint meetings"),
            y14: "—",
            y15: cell("1", undefined, [beijing]),
            y16: cell("3", undefined, [beijing, say("北九州", "北九州", "Kitakyushu"), say("西安", "西安", "Xi’an")]),
            y17: cell("2", undefined, [beijing]),
            y18: cell("1", undefined, [beijing]),
            total: cell("7"),
          },
        },
        {
          key: "3",
          cells: {
            name: say("訪日研修等招聘事業", "访日研修等邀请项目", "Training visits to Japan"),
            y14: cell("8", "46"),
            y15: cell("11", "71"),
            y16: cell("10", "55"),
            y17: cell("10", "71"),
            y18: cell("1", "5"),
            total: cell("40", "248"),
          },
        },
      ]}
      notesTitle={say("備考", "备注", "Notes")}
      notes={[
        say("2018年度は6月末まで。", "2018年度截至6月底。", "FY2018 to the end of June."),
        say(
          "2015年度の公表値には年度末までの予定を含む。",
          "2015年度公布值含截至年度末的计划。",
          "The published figure for FY2015 includes plans to the end of the year.",
        ),
      ]}
    />
  );
}

function ConsultationTable({ sample }: { sample: Sample }) {
  const { say } = sample;
  const row = (
    no: string,
    date: string,
    home: string,
    partner: string,
    text: string,
    status: ActivityStatus,
  ): TableRow => ({
    key: no,
    cells: { no, date: <a href={`#activity-${no}`}>{date}</a>, home, partner, text },
    status: nameStatus(sample, status),
  });
  const kitakyushu = say("北九州市", "北九州市", "Kitakyushu");
  const withBureau = say(
    "環境保護局等との部局長級協議",
    "与环保局等进行局长级协商",
    "Director-general level talks with the environmental protection bureau",
  );
  return (
    <DataTable
      id="consultations"
      number={say("表1", "表1", "Table 1")}
      caption={say("連携促進現地協議の実施状況", "促进协作的当地协商实施情况", "Consultations in China")}
      captionNote={say("2016年1月19日現在", "截至2016年1月19日", "As of 19 January 2016")}
      scrollHint={say("横にスクロールできます", "可横向滚动", "Scroll sideways")}
      emptyText=""
      columns={[
        { key: "no", label: say("番号", "编号", "No."), align: "center", width: "narrow" },
        { key: "date", label: say("実施時期", "协商时间", "Date"), width: "date" },
        { key: "home", label: say("日本側", "日方", "Japan"), width: "medium" },
        { key: "partner", label: say("中国側", "中方", "China"), width: "medium" },
        { key: "text", label: say("協議相手機関等", "协商对象机构等", "Counterpart"), width: "wide" },
      ]}
      rows={[
        row(
          "14",
          say("2015年11月13日", "2015年11月13日", "13 Nov 2015"),
          kitakyushu,
          say("上海市", "上海市", "Shanghai"),
          withBureau,
          "done",
        ),
        row(
          "15",
          say("2016年1月12日", "2016年1月12日", "12 Jan 2016"),
          say("埼玉県", "埼玉县", "Saitama"),
          say("山西省", "山西省", "Shanxi"),
          say(
            "環境保護庁等との実務レベル協議",
            "与环保厅等进行工作层协商",
            "Working-level talks with the environmental protection department",
          ),
          "done",
        ),
        row(
          "16",
          say("2015年1月頃？", "2015年1月左右？", "around Jan 2015?"),
          kitakyushu,
          say("唐山市", "唐山市", "Tangshan"),
          withBureau,
          "planned",
        ),
        row(
          "17",
          say("2016年1月頃？", "2016年1月左右？", "around Jan 2016?"),
          kitakyushu,
          writeOverlongName(sample).slice(0, 200),
          withBureau,
          "adjusting",
        ),
      ]}
      notesTitle={say("備考", "备注", "Notes")}
      notes={[
        say(
          "網掛けは予定であり、確定したものではない。",
          "灰色底纹部分为计划，尚未确定。",
          "Shaded rows are plans and not yet settled.",
        ),
      ]}
    />
  );
}

function EmptyTable({ sample: { say } }: { sample: Sample }) {
  return (
    <DataTable
      id="empty-table"
      caption={say(
        "技術プラットフォームのセミナー（2014年度）",
        "技术平台研讨会（2014年度）",
        "Seminars of the technical platform, FY2014",
      )}
      scrollHint=""
      emptyText={say(
        "この年度の記録はありません。技術プラットフォームは2015年8月に設置されました。",
        "该年度无记录。技术平台于2015年8月设立。",
        "No records for this year: the technical platform was set up in August 2015.",
      )}
      columns={[
        { key: "no", label: say("番号", "编号", "No.") },
        { key: "date", label: say("開催日", "举办日期", "Date") },
        {
          key: "people",
          label: say("参加者", "参加人数", "Participants"),
          unit: say("名", "名", "people"),
          align: "end",
        },
      ]}
      rows={[]}
    />
  );
}

function PartnershipMatrix({ sample: { language, say } }: { sample: Sample }) {
  const exchange = say("人的交流", "人员交流", "Exchange");
  const joint = say("共同研究・モデル事業", "共同研究・样板工程", "Joint research or model project");
  const party = (city: (typeof japanese)[number]) => ({ key: city.id, name: city.name[language], href: `#${city.id}` });
  return (
    <Matrix
      id="partnership-matrix"
      caption={say("協力関係（2016年度）", "协作关系（2016年度）", "Partnerships, FY2016")}
      rowsLabel={say("日本側", "日方", "Japan")}
      columnsLabel={say("中国側", "中方", "China")}
      scrollHint={say("横にスクロールできます", "可横向滚动", "Scroll sideways")}
      rows={japanese.map(party)}
      columns={chinese.map(party)}
      cells={pairs.map(([row, column, mark]) => ({
        row,
        column,
        mark,
        label: mark === "A" ? exchange : joint,
        strong: mark === "B",
        href: `#${row}-${column}`,
      }))}
    />
  );
}
