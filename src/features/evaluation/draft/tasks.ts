import { fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import { type Basis, yearsOfProject } from "../basis.ts";
import { jointWorkKinds } from "../count-types.ts";
import type { Draft, Evidence } from "../draft.ts";
import { joinNames, sayInAll, sayYears, textIn } from "../say.ts";

/** Cities that must ask for the same before it is called a common need. */
const fewestCities = 3;

/** More topics than these are no common one. */
const mostTopics = 4;

/** What is left to do: concerns without an end, needs of many cities for the same, results without use. */
export function draftTasks(years: readonly number[], basis: Basis): Draft[] {
  return [...draftConcerns(years, basis), ...draftCommonNeeds(years, basis), ...draftWithoutUse(years, basis)];
}

/** One that was raised again is counted once, in its latest form. */
function draftConcerns(years: readonly number[], { concerns, calendar }: Basis): Draft[] {
  const open = concerns.filter(
    ({ state, isContinued, raisedFrom }) =>
      !isContinued && state !== "solved" && isBy(raisedFrom, years.at(-1), calendar),
  );
  if (open.length === 0) return [];
  const figures = { count: open.length, partly: open.filter(({ state }) => state === "partly-solved").length };
  return [
    {
      ...head("concerns"),
      figures,
      text: sayInAll("evaluation.draft.concerns", () => figures),
      evidence: open.map(({ id }) => ({ kind: "concern" as const, id })),
    },
  ];
}

/**
 * 「喫緊のニーズが共通して特定のテーマに絞られてきている」 (D, 2 (3)): by what cities have asked for of late and not been given. A need
 * of a ministry or a province is no city's, and one that is met presses nobody.
 */
function draftCommonNeeds(years: readonly number[], basis: Basis): Draft[] {
  const late = years.slice(-2);
  const asked: { topic: string; city: string; evidence: Evidence }[] = basis.needs
    .filter((need) => !["met", "withdrawn", "changed"].includes(need.state))
    .filter((need) => late.includes(learntIn(need, basis) ?? 0))
    .flatMap(({ id, topics, organisation }) => {
      const city = basis.directory.find(organisation)?.government ?? organisation;
      if (basis.directory.find(city)?.tier !== "city") return [];
      return topics.map((topic) => ({ topic, city, evidence: { kind: "need" as const, id } }));
    });
  const all = [...Map.groupBy(asked, ({ topic }) => topic)]
    .map(([topic, asks]) => ({ topic, asks, cities: new Set(asks.map(({ city }) => city)).size }))
    .filter(({ cities }) => cities >= fewestCities)
    .toSorted((a, b) => b.cities - a.cities || b.asks.length - a.asks.length || a.topic.localeCompare(b.topic));
  // Those that as many cities ask for as for the last one named stay beside it.
  const fewest = all[mostTopics - 1]?.cities ?? fewestCities;
  const common = all.filter(({ cities }) => cities >= fewest);
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
                topic: inSentence(textIn(basis.topics.get(topic) ?? {}, one) || topic),
                cities,
              })),
              language,
            ),
          ),
          language,
        ),
        years: sayYears(basis, late, language),
      })),
      evidence: common.flatMap(({ asks }) => asks.map(({ evidence }) => evidence)).filter(isFirst),
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
      text: sayInAll(
        without.length === atWork.length ? "evaluation.draft.withoutUseAll" : "evaluation.draft.withoutUse",
        () => figures,
      ),
      evidence: without.map(({ id }) => ({ kind: "project" as const, id })),
    },
  ];
}

/** A topic's name begins with a capital where it stands alone. */
function inSentence(name: string): string {
  return name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** Undated needs are of no year: that they press now is not known. */
function learntIn({ learntFrom, fiscalYear }: Basis["needs"][number], { calendar }: Basis): number | null {
  return learntFrom === null ? fiscalYear : (fiscalYearsOf(calendar, { from: learntFrom, to: learntFrom })[0] ?? null);
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
