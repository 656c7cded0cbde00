import { fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import { type Basis, yearsOfProject } from "../basis.ts";
import { jointWorkKinds } from "../count-types.ts";
import type { Draft, Evidence } from "../draft.ts";
import { joinNames, sayInAll, textIn } from "../say.ts";
import { yearOf } from "./achievements.ts";

/** Cities that must ask for the same before it is called a common need. */
const fewestCities = 3;

/** What is left to do: concerns without an end, needs of many cities for the same, promises past their day, results without use. */
export function draftTasks(years: readonly number[], basis: Basis): Draft[] {
  return [
    ...draftConcerns(years, basis),
    ...draftCommonNeeds(years, basis),
    ...draftOverdue(years, basis),
    ...draftWithoutUse(years, basis),
  ];
}

/** One that was raised again is counted once, in its latest form. */
function draftConcerns(years: readonly number[], { concerns, calendar }: Basis): Draft[] {
  const open = concerns.filter(
    ({ state, isContinued, raisedFrom }) =>
      !isContinued && state !== "solved" && isBy(raisedFrom, years.at(-1), calendar),
  );
  if (open.length === 0) return [];
  return [
    {
      ...head("concerns"),
      figures: { count: open.length },
      text: sayInAll("evaluation.draft.concerns", () => ({ count: open.length })),
      evidence: open.map(({ id }) => ({ kind: "concern" as const, id })),
    },
  ];
}

/** 「喫緊のニーズが共通して特定のテーマに絞られてきている」 (D, 2 (3)): by what partners ask for and what their projects work on. */
function draftCommonNeeds(years: readonly number[], basis: Basis): Draft[] {
  const asked: { topic: string; city: string; evidence: Evidence }[] = [
    ...basis.needs
      .filter((need) => !["met", "withdrawn", "changed"].includes(need.state))
      .filter((need) => (yearOf(need, basis) ?? 0) <= (years.at(-1) ?? 0))
      .flatMap(({ id, topics, organisation }) =>
        topics.map((topic) => ({
          topic,
          city: basis.directory.find(organisation)?.government ?? organisation,
          evidence: { kind: "need" as const, id },
        })),
      ),
    ...basis.projects.flatMap(({ id, topics, partnership, status }) => {
      const partner = basis.partnerships.find((one) => one.id === partnership)?.partner;
      return partner === undefined || status === "ended"
        ? []
        : topics.map((topic) => ({ topic, city: partner, evidence: { kind: "project" as const, id } }));
    }),
  ];
  const common = [...Map.groupBy(asked, ({ topic }) => topic)]
    .map(([topic, asks]) => ({ topic, asks, cities: new Set(asks.map(({ city }) => city)).size }))
    .filter(({ cities }) => cities >= fewestCities)
    .toSorted((a, b) => b.cities - a.cities || a.topic.localeCompare(b.topic))
    .slice(0, 4);
  if (common.length === 0) return [];
  return [
    {
      ...head("needs"),
      figures: Object.fromEntries(common.map(({ topic, cities }) => [topic, cities])),
      text: sayInAll("evaluation.draft.commonNeeds", (language) => ({
        list: joinNames(
          common.map(({ topic, cities }) =>
            textIn(
              sayInAll("evaluation.draft.commonNeed", (one) => ({
                topic: textIn(basis.topics.get(topic) ?? {}, one) || topic,
                cities,
              })),
              language,
            ),
          ),
          language,
        ),
      })),
      evidence: common.flatMap(({ asks }) => asks.map(({ evidence }) => evidence)).filter(isFirst),
    },
  ];
}

/** Planned for a day that has passed, and nobody has said that they were reached. */
function draftOverdue(years: readonly number[], { projects, asOf, calendar }: Basis): Draft[] {
  const late = projects
    .map(({ id, milestones }) => ({
      id,
      count: milestones.filter(
        ({ status, dateTo }) =>
          status === "planned" && dateTo !== null && dateTo < asOf && isBy(dateTo, years.at(-1), calendar),
      ).length,
    }))
    .filter(({ count }) => count > 0);
  const figures = { count: late.reduce((sum, { count }) => sum + count, 0), projects: late.length };
  if (figures.count === 0) return [];
  return [
    {
      ...head("milestones"),
      figures,
      text: sayInAll("evaluation.draft.overdue", () => figures),
      evidence: late.map(({ id }) => ({ kind: "project" as const, id })),
    },
  ];
}

/** 「結果がどのように政策決定プロセスに生かされるか…を明らかにして実施することが必要」 (D, 2 (3)). */
function draftWithoutUse(years: readonly number[], basis: Basis): Draft[] {
  const atWork = basis.projects.filter(
    (project) =>
      jointWorkKinds.includes(project.kind) &&
      project.partnership !== null &&
      yearsOfProject(project, basis).some((year) => years.includes(year)),
  );
  const without = atWork.filter(
    ({ id }) =>
      !basis.results.some(({ project, stage, isReached }) => project === id && stage !== "benefit" && isReached),
  );
  if (without.length === 0) return [];
  const figures = { count: atWork.length, without: without.length };
  return [
    {
      ...head("use"),
      figures,
      text: sayInAll("evaluation.draft.withoutUse", () => figures),
      evidence: without.map(({ id }) => ({ kind: "project" as const, id })),
    },
  ];
}

/** Of a day after the last year that is judged, this evaluation says nothing. */
function isBy(day: string, lastYear: number | undefined, calendar: Basis["calendar"]): boolean {
  return lastYear === undefined || (fiscalYearsOf(calendar, { from: day, to: day })[0] ?? lastYear) <= lastYear;
}

function isFirst(one: Evidence, index: number, all: readonly Evidence[]): boolean {
  return all.findIndex(({ kind, id }) => kind === one.kind && id === one.id) === index;
}

function head(matter: string) {
  return {
    key: `task/${matter}`,
    origin: "records" as const,
    section: "task" as const,
    organisation: null,
    withoutEvidence: null,
  };
}
