import { fiscalYearsOf } from "../../../core/fiscal-calendar.ts";
import type { Basis } from "../basis.ts";
import type { Draft } from "../draft.ts";
import { sayInAll } from "../say.ts";

/**
 * Milestones that fell due within the judged years, by the day of counting, and of which nobody wrote whether they were reached.
 * That is a gap in the records, and no task of the programme.
 */
export function draftUnrecordedMilestones(years: readonly number[], { projects, asOf, calendar }: Basis): Draft[] {
  const isWithin = (day: string) => years.includes(fiscalYearsOf(calendar, { from: day, to: day })[0] ?? 0);
  const unrecorded = projects
    .map(({ id, milestones }) => ({
      id,
      count: milestones.filter(
        ({ status, dateTo }) => status === "planned" && dateTo !== null && dateTo < asOf && isWithin(dateTo),
      ).length,
    }))
    .filter(({ count }) => count > 0);
  const figures = { count: unrecorded.reduce((sum, { count }) => sum + count, 0), projects: unrecorded.length };
  if (figures.count === 0) return [];
  return [
    {
      key: "progress/milestones",
      origin: "records",
      section: "progress",
      organisation: null,
      figures,
      text: sayInAll("evaluation.draft.milestonesUnrecorded", () => figures),
      evidence: unrecorded.map(({ id }) => ({ kind: "project" as const, id })),
      withoutEvidence: null,
    },
  ];
}
