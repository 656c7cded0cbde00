import { ActivityList, type ListedActivity } from "../components/activity-list.tsx";
import { MonthCalendar } from "../components/month-calendar.tsx";
import { Section } from "../components/section.tsx";
import { Timeline } from "../components/timeline.tsx";
import { YearMonths } from "../components/year-months.tsx";
import { nameStatus, type Sample, writeOverlongName } from "./say.ts";

export function ChronicleSamples({ sample }: { sample: Sample }) {
  const { say } = sample;
  const activities = listActivities(sample);
  return (
    <>
      <Section id="activities" title="ActivityList">
        <ActivityList activities={activities} separator={say("・", "、", " and ")} />
      </Section>
      <Section id="timeline" title="Timeline">
        <TimelineSample sample={sample} />
      </Section>
      <Section id="calendar" title="MonthCalendar">
        <CalendarSample sample={sample} />
      </Section>
      <Section id="year-months" title="YearMonths">
        <YearMonths
          label={say("2015年度の月", "2015年度各月", "Months of FY2015")}
          emptyText={say("この月の活動の記録はありません。", "该月无活动记录。", "No activities on record this month.")}
          countText={(count) => say(`${count}件`, `${count}条`, String(count))}
          separator={say("・", "、", " and ")}
          months={[4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => ({
            id: `month-${month}`,
            label: nameMonth(sample, month),
            activities: month === 10 ? activities.slice(0, 2) : month === 1 ? activities.slice(2, 3) : [],
          }))}
        />
      </Section>
    </>
  );
}

function nameMonth({ language }: Sample, month: number): string {
  const date = new Date(Date.UTC(2015, month - 1, 1));
  return new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }).format(date);
}

function listActivities(sample: Sample): ListedActivity[] {
  const { say } = sample;
  const kitakyushu = say("北九州市", "北九州市", "Kitakyushu");
  return [
    {
      id: "1",
      date: say("2015年10月22～23日", "2015年10月22～23日", "22–23 October 2015"),
      dateTime: "2015-10-22",
      kind: say("協議", "协商", "Consultation"),
      title: say("上海市との部局長級協議", "与上海市进行局长级协商", "Director-general level talks with Shanghai"),
      href: "#1",
      parties: [kitakyushu, say("上海市", "上海市", "Shanghai")],
      place: say("上海市", "上海市", "Shanghai"),
      status: nameStatus(sample, "done"),
    },
    {
      id: "2",
      date: say("2015年10月30日", "2015年10月30日", "30 October 2015"),
      dateTime: "2015-10-30",
      kind: say("セミナー", "研讨会", "Seminar"),
      title: say(
        "大気保全行政とPM2.5研究に関する現地セミナー",
        "大气环境管理与PM2.5研究当地研讨会",
        "Seminar on air quality administration and PM2.5 research",
      ),
      href: "#2",
      parties: [say("福岡県", "福冈县", "Fukuoka"), say("江蘇省", "江苏省", "Jiangsu")],
      place: say("南京市", "南京市", "Nanjing"),
      status: nameStatus(sample, "done"),
      note: say("日中合計20名程度が参加", "中日双方约20人参加", "About 20 participants from both sides"),
    },
    {
      id: "3",
      date: say("2016年1月頃？", "2016年1月左右？", "around January 2016 (uncertain)"),
      kind: say("訪日研修", "访日研修", "Training in Japan"),
      title: say("邯鄲市の技術者6名の受入", "接待邯郸市6名技术人员", "Six engineers from Handan"),
      href: "#3",
      parties: [kitakyushu, say("邯鄲市", "邯郸市", "Handan")],
      status: nameStatus(sample, "planned"),
    },
    {
      id: "4",
      date: say("2016年2月頃？", "2016年2月左右？", "around February 2016 (uncertain)"),
      title: say("廈門市での現地協議", "厦门市当地协商", "Consultation in Xiamen"),
      href: "#4",
      status: nameStatus(sample, "cancelled"),
    },
    {
      id: "5",
      date: "2016",
      kind: say("調査", "调查", "Survey"),
      title: writeOverlongName(sample),
      href: "#5",
      status: nameStatus(sample, "adjusting"),
    },
  ];
}

function TimelineSample({ sample }: { sample: Sample }) {
  const { say } = sample;
  const consultation = { kind: "consultation" as const, kindLabel: say("協議", "协商", "Consultation") };
  return (
    <Timeline
      years={[
        {
          label: "1992",
          events: [
            {
              id: "t1",
              kind: "tie",
              kindLabel: say("友好提携", "缔结友好关系", "Sister ties"),
              date: say("11月4日", "11月4日", "4 November"),
              dateTime: "1992-11-04",
              title: say(
                "福岡県と江蘇省が友好提携",
                "福冈县与江苏省缔结友好省县关系",
                "Fukuoka and Jiangsu become sister regions",
              ),
            },
          ],
        },
        {
          label: say("2014年度", "2014年度", "FY2014"),
          events: [
            {
              id: "t2",
              ...consultation,
              date: say("9月1～3日", "9月1～3日", "1–3 September"),
              title: say("江蘇省での部局長級協議", "在江苏省进行局长级协商", "Director-general level talks in Jiangsu"),
              href: "#t2",
              status: nameStatus(sample, "done"),
            },
            {
              id: "t3",
              kind: "training",
              kindLabel: say("訪日研修", "访日研修", "Training"),
              date: say("11月11～21日", "11月11～21日", "11–21 November"),
              title: say("技術者5名の受入", "接待5名技术人员", "Five engineers visit Fukuoka"),
              href: "#t3",
              note: say("11日間", "11天", "11 days"),
            },
          ],
        },
        {
          label: say("2015年度", "2015年度", "FY2015"),
          events: [
            {
              id: "t4",
              kind: "agreement",
              kindLabel: say("覚書", "备忘录", "Memorandum"),
              date: say("3月6日", "3月6日", "6 March"),
              title: say("両プラットフォームの覚書", "双方平台机构签署备忘录", "Memorandum of the two platforms"),
              href: "#t4",
            },
            {
              id: "t5",
              kind: "project",
              kindLabel: say("モデル事業", "样板工程", "Model project"),
              date: say("2016年3月頃？", "2016年3月左右？", "around March 2016 (uncertain)"),
              title: say(
                "紡織染色工場の大気対策モデル事業の現地調査",
                "纺织印染厂大气治理样板工程实地调查",
                "Site survey for the model project at dyeing works",
              ),
              href: "#t5",
              status: nameStatus(sample, "planned"),
            },
          ],
        },
        {
          label: say("2016年度", "2016年度", "FY2016"),
          note: say(
            "記録はなく、公表値のみがあります。",
            "无记录，仅有公布值。",
            "No records; published figures only.",
          ),
          events: [],
        },
      ]}
    />
  );
}

function CalendarSample({ sample }: { sample: Sample }) {
  const { say } = sample;
  const entry = (id: string, start: string, end: string, dateLabel: string, title: string) => ({
    id,
    start,
    end,
    dateLabel,
    title,
    href: `#${id}`,
    status: nameStatus(sample, "done"),
  });
  return (
    <MonthCalendar
      label={say("2015年10月", "2015年10月", "October 2015")}
      month="2015-10"
      weekdays={
        say("日月火水木金土", "一二三四五六日", "")
          ? [...say("日月火水木金土", "一二三四五六日", "")]
          : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
      }
      firstWeekday={sample.language === "ja" ? 7 : 1}
      emptyText={say("この月の活動の記録はありません。", "该月无活动记录。", "No activities on record this month.")}
      entries={[
        entry(
          "c1",
          "2015-10-13",
          "2015-10-17",
          say("10月13～17日", "10月13～17日", "13–17 October"),
          say("日中センター代表団の招聘", "邀请中日中心代表团", "Delegation of the Sino-Japan Center"),
        ),
        entry(
          "c2",
          "2015-10-18",
          "2015-11-07",
          say("10月18日～11月7日", "10月18日～11月7日", "18 October – 7 November"),
          say("瀋陽市の技術者研修（川崎市）", "沈阳市技术人员研修（川崎市）", "Engineers from Shenyang in Kawasaki"),
        ),
        entry(
          "c3",
          "2015-10-22",
          "2015-10-23",
          say("10月22～23日", "10月22～23日", "22–23 October"),
          say("北九州市・上海市の協議", "北九州市与上海市协商", "Kitakyushu–Shanghai talks"),
        ),
        entry(
          "c4",
          "2015-10-28",
          "2015-11-06",
          say("10月28日～11月6日", "10月28日～11月6日", "28 October – 6 November"),
          say("上海市の行政実務者研修", "上海市行政业务人员研修", "Administrators from Shanghai"),
        ),
        entry(
          "c5",
          "2015-10-30",
          "2015-10-30",
          say("10月30日", "10月30日", "30 October"),
          say("南京セミナー", "南京研讨会", "Nanjing seminar"),
        ),
      ]}
      undated={{
        title: say("日の決まっていない活動", "日期未定的活动", "Days not settled"),
        entries: [
          {
            id: "u1",
            dateLabel: say("10月頃", "10月左右", "around October"),
            title: writeOverlongName(sample).slice(0, 80),
            href: "#u1",
            status: nameStatus(sample, "adjusting"),
          },
        ],
      }}
    />
  );
}
