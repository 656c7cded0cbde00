import { fiscalYearLabel, fiscalYearsOf } from "../../../../core/fiscal-calendar.ts";
import type { PrintTable } from "../../../../documents/print-table.ts";
import type { Block } from "../../../../documents/report.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { ActivityTally } from "../../../activities/tally.ts";
import { writeFiscalYears } from "../../../programme/write-fiscal-years.ts";
import type { Study } from "../../compose/study.ts";
import { firstDay, isKnown, lastDay } from "../known-on.ts";
import { timelessTable } from "../plain-table.ts";
import type { PairRecord } from "./gather.ts";

/** Which kinds stand together under one figure; what is left over is counted as other work. */
const groups = [
  { name: "consultations", kinds: ["consultation", "policy-dialogue"] },
  { name: "trainings", kinds: ["training", "delegation"] },
  { name: "seminars", kinds: ["seminar", "joint-meeting"] },
] as const;
const named: readonly string[] = groups.flatMap(({ kinds }) => kinds);

interface Sum {
  held: number;
  people: number;
  approximate: boolean;
}

/** What was held over all years, in large numbers. */
export function composeFigures({ tally, projects }: PairRecord, { language, notebook }: Study): Block[] {
  const figure = (key: "consultations" | "trainings" | "people" | "seminars" | "projects", value: string) => ({
    key,
    label: message(language, `partnershipPage.figure.${key}`),
    value,
  });
  const times = (kinds: readonly string[]) =>
    message(language, "report.partnership.times", { count: sum(tally, kinds).held });
  const [consultations, trainings, seminars] = groups;
  const items = [
    figure("consultations", times(consultations.kinds)),
    figure("trainings", times(trainings.kinds)),
    figure("people", writePeople(sum(tally, trainings.kinds), language)),
    figure("seminars", times(seminars.kinds)),
    figure("projects", message(language, "report.partnership.items", { count: projects.length })),
  ].filter(({ value }) => value !== "");
  for (const { key, label, value } of items) notebook.figure(`total/${key}`, label, value);
  return [{ is: "key-figures", items: items.map(({ value, label }) => ({ value, label })) }];
}

/** Type and number of what was held in each year that is on record. */
export function layOutYears(record: PairRecord, study: Study): PrintTable {
  const { language, programme, notebook } = study;
  const { partnership, tally } = record;
  const held = tally.filter((entry) => entry.held > 0).map(({ fiscalYear }) => fiscalYear);
  const years = [...new Set([...partnership.years.map(({ fiscalYear }) => fiscalYear), ...held])].toSorted(
    (a, b) => a - b,
  );
  const columns = ["year", "type", "consultations", "trainings", "people", "seminars", "other"] as const;
  const label = (key: (typeof columns)[number]) => message(language, `report.partnership.column.${key}`);
  return timelessTable(study, {
    id: "years",
    title: message(language, "report.partnership.heading.years"),
    columns: columns.map((key) => ({
      key,
      label: label(key),
      share: shares[key],
      align: key === "type" ? "start" : "center",
    })),
    rows: years.map((fiscalYear) => {
      const own = tally.filter((entry) => entry.fiscalYear === fiscalYear);
      const type = partnership.years.find((year) => year.fiscalYear === fiscalYear)?.type;
      const counts = {
        ...Object.fromEntries(groups.map(({ name, kinds }) => [name, writeCount(sum(own, kinds).held)])),
        people: writePeople(sum(own, groups[1].kinds), language),
        other: writeCount(own.filter(({ kind }) => !named.includes(kind)).reduce((all, { held: n }) => all + n, 0)),
      } as Record<string, string>;
      const year = fiscalYearLabel(programme.calendar, fiscalYear, language);
      for (const [key, value] of Object.entries(counts))
        notebook.figure(`${fiscalYear}/${key}`, `${year} ${label(key as (typeof columns)[number])}`, value || "0");
      const texts: Record<string, string> = {
        ...counts,
        year,
        type: type === undefined ? "" : choiceMessage(language, "partnership.type", type),
      };
      return {
        key: String(fiscalYear),
        cells: columns.map((key) => texts[key] || message(language, "report.partnership.none")),
      };
    }),
    notes: [message(language, "report.partnership.yearsNote"), ...noteSteps(record, new Set(held), study)],
  });
}

/** Years of which no activity is on record one by one, though the steps of a project tell of visits in them. */
function noteSteps({ partnership, projects }: PairRecord, held: ReadonlySet<number>, study: Study): string[] {
  const { calendar } = study.programme;
  const steps = projects
    .flatMap(({ milestones }) => milestones)
    .filter(({ date, status, source }) => date !== null && status === "done" && isKnown(date, source, study))
    .flatMap(({ date }) => fiscalYearsOf(calendar, { from: firstDay(date ?? ""), to: lastDay(date ?? "") }));
  const years = partnership.years
    .map(({ fiscalYear }) => fiscalYear)
    .filter((year) => !held.has(year) && steps.includes(year));
  if (years.length === 0) return [];
  const named = writeFiscalYears(study.programme, years, study.language);
  return [message(study.language, "report.partnership.stepsNote", { years: named })];
}

const shares = {
  year: 0.14,
  type: 0.3,
  consultations: 0.1,
  trainings: 0.12,
  people: 0.12,
  seminars: 0.12,
  other: 0.1,
} as const;

function sum(tally: readonly ActivityTally[], kinds: readonly string[]): Sum {
  const own = tally.filter(({ kind }) => kinds.includes(kind));
  return {
    held: own.reduce((all, { held }) => all + held, 0),
    people: own.reduce((all, { people }) => all + people, 0),
    approximate: own.some(({ approximate }) => approximate),
  };
}

function writeCount(count: number): string {
  return count === 0 ? "" : String(count);
}

function writePeople({ people, approximate }: Sum, language: Study["language"]): string {
  if (people === 0) return "";
  return message(language, `report.partnership.${approximate ? "peopleAbout" : "people"}`, { count: people });
}
