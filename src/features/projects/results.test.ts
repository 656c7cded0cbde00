import { describe, expect, test } from "vitest";
import type { Milestone, Project } from "./project.ts";
import {
  chainOf,
  findDueMilestones,
  findOverdueMilestones,
  type ProjectResult,
  progressOf,
  responsibleFor,
  summariseResults,
} from "./results.ts";
import { layOutTimeline } from "./timeline-layout.ts";

const source = { document: "b-2015", place: "表1", row: null };

function result(change: Partial<ProjectResult>): ProjectResult {
  return {
    number: 1,
    stage: "output",
    state: "achieved",
    date: null,
    dateText: null,
    text: { ja: "成果" },
    policy: null,
    policyText: {},
    indicator: {},
    unit: null,
    baseline: null,
    target: null,
    actuals: [],
    method: {},
    uncertainty: {},
    verifiedBy: null,
    verifiedText: {},
    source,
    ...change,
  };
}

function milestone(position: number, status: string, dateFrom: string | null, dateTo: string | null): Milestone {
  return {
    position,
    date: null,
    dateText: null,
    dateFrom,
    dateTo,
    status,
    phase: null,
    responsible: null,
    text: {},
    source,
  };
}

function project(id: string, change: Partial<Project>): Project {
  return {
    id,
    kind: "joint-research",
    status: "running",
    title: { ja: id },
    content: {},
    period: null,
    periodText: null,
    periodFrom: null,
    periodTo: null,
    partnership: null,
    funding: "programme",
    budgetReference: null,
    agreement: null,
    method: {},
    data: {},
    topics: [],
    parties: [],
    phases: [],
    milestones: [],
    sites: [],
    results: [],
    source,
    ...change,
  };
}

const value = (number: number, year: string) => ({
  value: number,
  period: year,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});
const measured = result({
  stage: "effect",
  indicator: { ja: "VOC排出量" },
  unit: "t/年",
  baseline: value(120, "2015"),
  target: value(90, "2018"),
  actuals: [
    { ...value(112, "2016"), periodText: null, uncertainty: 6, source },
    { ...value(105, "2017"), periodText: null, uncertainty: null, source },
  ],
});

describe("the results chain", () => {
  test("every link is there, and an effect without values is told, not measured", () => {
    const told = project("told", { results: [result({}), result({ number: 2, stage: "effect" })] });
    expect(chainOf(told).map(({ stage, standing }) => [stage, standing])).toEqual([
      ["output", "achieved"],
      ["uptake", "none"],
      ["effect", "stated"],
      ["benefit-home", "none"],
    ]);
    const known = project("known", {
      results: [measured, result({ number: 2, stage: "effect", state: "not-measured" })],
    });
    expect(chainOf(known)[2]?.standing).toBe("measured");
    expect(progressOf(measured)).toBe(0.5);
    expect(progressOf(result({ ...measured, target: null }))).toBeNull();
  });

  test("each project is counted once a stage, by the farthest that it has come", () => {
    const hoped = result({ number: 3, stage: "effect", state: "expected" });
    const none = result({ number: 2, stage: "effect", state: "not-measured" });
    const { stages } = summariseResults([
      project("measured", { results: [hoped, measured, none] }),
      project("expected", { results: [none, hoped] }),
      project("unmeasured", { results: [none] }),
      project("silent", {}),
    ]);
    const ids = Object.fromEntries(
      Object.entries(stages.effect).map(([standing, projects]) => [standing, projects.map(({ id }) => id)]),
    );
    expect(ids).toEqual({
      measured: ["measured"],
      achieved: [],
      stated: [],
      expected: ["expected"],
      "not-measured": ["unmeasured"],
      none: ["silent"],
    });
  });
});

describe("milestones", () => {
  const own = project("own", {
    parties: [
      { organisation: "kawasaki", role: "lead", description: {} },
      { organisation: "iges", role: "support", description: {} },
    ],
    milestones: [
      milestone(1, "planned", "2026-11-01", "2026-11-21"),
      milestone(2, "planned", "2026-11-01", "2026-11-22"),
      milestone(3, "planned", "2026-04-01", "2027-01-21"),
      milestone(4, "planned", "2026-04-01", "2027-01-22"),
      milestone(5, "planned", "2016-04-01", null),
      milestone(6, "done", "2016-01-01", "2016-01-31"),
      milestone(7, "cancelled", "2016-01-01", "2016-01-31"),
      milestone(8, "planned", "2016-03-01", "2016-03-31"),
    ],
  });

  test("are overdue once their last possible day is past, the oldest first; today itself is still due", () => {
    const found = findOverdueMilestones([own], "2026-11-22").map(({ milestone: { position }, days }) => [
      position,
      days,
    ]);
    expect(found).toEqual([
      [8, 3888],
      [1, 1],
    ]);
    const due = findDueMilestones([own], "2026-11-22", 60).map(({ milestone: { position }, days }) => [position, days]);
    expect(due).toEqual([
      [2, 0],
      [3, 60],
    ]);
  });

  test("are answered for by whom they name, else by those who lead", () => {
    const [first] = own.milestones;
    if (!first) throw new Error("no milestone");
    expect(responsibleFor(own, first)).toEqual(["kawasaki"]);
    expect(responsibleFor(own, { ...first, responsible: "iges" })).toEqual(["iges"]);
  });
});

describe("the line of time", () => {
  const calendar = { startMonth: 4, startDay: 1, namedBy: "first", label: { ja: "{year}年度" } } as const;
  const research = project("research", {
    periodFrom: "2016-04-01",
    phases: [
      { number: 1, name: {}, period: null, periodText: null, periodFrom: null, periodTo: null, status: "done", source },
    ],
    milestones: [
      { ...milestone(1, "done", "2015-10-01", "2015-10-01"), phase: 1 },
      milestone(2, "planned", "2017-03-01", "2017-03-31"),
      milestone(3, "planned", null, null),
    ],
  });

  test("years of nothing before today are a break, and nothing is drawn beyond it", () => {
    const timeline = layOutTimeline([research], calendar, "2026-11-22");
    if (!timeline) throw new Error("no timeline");
    const { scale, rows } = timeline;
    expect(scale.years.map(({ year }) => year)).toEqual([2015, 2016]);
    expect(scale.breakAt).toBe(0.94);
    expect(scale.today).toBeGreaterThan(0.94);
    const [row] = rows;
    expect(row?.period).toMatchObject({ isStated: true, openStart: false, openEnd: true });
    expect((row?.period?.at ?? 0) + (row?.period?.length ?? 0)).toBeCloseTo(0.94);
    // Only one of its steps is known of the phase: it stands where that was.
    expect(row?.phases[0]?.at).toBeCloseTo(row?.marks[0]?.at ?? 0, 2);
    expect(row?.marks.map(({ state }) => state)).toEqual(["done", "overdue"]);
    expect(row?.undated).toBe(1);
    // 2017-03-31 is the last day of FY2016.
    expect(row?.marks[1]?.at).toBeCloseTo(0.94, 2);
  });

  test("reaches to today while the records do, and is nothing where nobody states a day", () => {
    const timeline = layOutTimeline([research], calendar, "2018-05-01");
    expect(timeline?.scale.breakAt).toBeNull();
    expect(timeline?.scale.years.at(-1)?.year).toBe(2018);
    expect(timeline?.scale.today).toBeCloseTo((366 + 365 + 365 + 30) / (366 + 365 * 3), 3);
    expect(layOutTimeline([project("silent", {})], calendar, "2018-05-01")).toBeNull();
  });
});
