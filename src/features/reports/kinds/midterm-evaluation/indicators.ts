import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import type { PrintTable } from "../../../../documents/print-table.ts";
import { message } from "../../../../messages/message.ts";
import type { Partnership } from "../../../partnerships/partnership.ts";
import type { Study } from "../../compose/study.ts";
import { timelessTable } from "../plain-table.ts";

/** How many took part in each fiscal year: pairs at work, not those that only a plan names. */
export function layOutParticipation(
  partnerships: readonly Partnership[],
  judged: readonly number[],
  study: Study,
): PrintTable {
  const { language, programme, notebook } = study;
  // Of later years the sources name some of the pairs only; a fall that is none must not be read out of the table.
  const years = [...new Set(judged)].toSorted((a, b) => a - b);
  const rows = years.map((fiscalYear) => {
    const atWork = partnerships.filter((partnership) =>
      partnership.years.some((year) => year.fiscalYear === fiscalYear && year.type !== "planned"),
    );
    const counts = {
      home: new Set(atWork.map(({ home }) => home)).size,
      partner: new Set(atWork.map(({ partner }) => partner)).size,
      pairs: atWork.length,
    };
    return { fiscalYear, label: fiscalYearLabel(programme.calendar, fiscalYear, language), counts };
  });
  const parts = ["home", "partner", "pairs"] as const;
  for (const { before, after } of findFalls(rows))
    notebook.lack(
      message(language, "report.midterm.gap.fall", {
        year: after.label,
        before: before.label,
      }),
    );
  for (const { fiscalYear, label, counts } of rows)
    for (const part of parts)
      notebook.figure(
        `participation/${fiscalYear}/${part}`,
        `${label} ${message(language, `report.midterm.column.${part}`)}`,
        String(counts[part]),
      );
  return timelessTable(study, {
    id: "participation",
    title: message(language, "report.midterm.participation"),
    columns: [
      { key: "year", label: message(language, "report.midterm.column.year"), share: 0.25, align: "center" },
      ...parts.map((part) => ({
        key: part,
        label: message(language, `report.midterm.column.${part}`),
        share: 0.25,
        align: "center" as const,
      })),
    ],
    rows: rows
      .filter(({ counts }) => counts.pairs > 0)
      .map(({ fiscalYear, label, counts }) => ({
        key: String(fiscalYear),
        cells: [label, ...parts.map((part) => String(counts[part]))],
      })),
    notes: [message(language, "report.midterm.participationNote"), ...noteFalls(rows, study)],
  });
}

interface YearCounts {
  fiscalYear: number;
  label: string;
  counts: Record<"home" | "partner" | "pairs", number>;
}

/** Of late years the sources name some of the pairs only: a smaller number is said to be one of names, not of an end. */
function noteFalls(rows: readonly YearCounts[], study: Study): string[] {
  return findFalls(rows).map(({ before, after }) =>
    message(study.language, "report.midterm.fallNote", {
      year: after.label,
      before: before.label,
      date: study.date(study.asOf),
    }),
  );
}

function findFalls(rows: readonly YearCounts[]): { before: YearCounts; after: YearCounts }[] {
  return rows.slice(1).flatMap((after, index) => {
    const before = rows[index];
    if (!before || before.counts.pairs === 0) return [];
    const parts = ["home", "partner", "pairs"] as const;
    return parts.some((part) => after.counts[part] < before.counts[part]) ? [{ before, after }] : [];
  });
}
