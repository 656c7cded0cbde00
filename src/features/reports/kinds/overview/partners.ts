import { fiscalYearRange } from "../../../../core/fiscal-calendar.ts";
import type { PrintTable } from "../../../../documents/print-table.ts";
import { findMessageKey, message } from "../../../../messages/message.ts";
import { type Partnership, strongestType } from "../../../partnerships/partnership.ts";
import { getPartnerships } from "../../../partnerships/service.ts";
import type { Study } from "../../compose/study.ts";
import { hasBegun, isTold } from "../known-on.ts";
import { timelessTable } from "../plain-table.ts";

/** The pairs of the day, each with the years that had begun and that somebody has told of by then. */
export async function findPartnershipsOn(study: Study): Promise<Partnership[]> {
  const { asOf, programme } = study;
  const hasCome = (year: number) => fiscalYearRange(programme.calendar, year).from <= asOf;
  return (await getPartnerships(study.context))
    .map((partnership) => ({
      ...partnership,
      years: partnership.years.filter(({ fiscalYear, source }) => hasCome(fiscalYear) && isTold(source, study)),
    }))
    .filter(({ since, source, years }) => hasBegun(since, source, study) || years.length > 0);
}

/** One row for each body of the home side with all its partners. */
export function layOutPartners(partnerships: readonly Partnership[], study: Study): PrintTable {
  const { language } = study;
  const homes = [...new Set(partnerships.map(({ home }) => home))];
  return timelessTable(study, {
    id: "partners",
    title: message(language, "partnerships.matrixTitle"),
    columns: [
      { key: "home", label: message(language, "table.column.home"), share: 0.34 },
      { key: "partners", label: message(language, "table.column.partner"), share: 0.66 },
    ],
    rows: homes.map((home) => ({
      key: home,
      cells: [
        study.name(home),
        partnerships
          .filter((partnership) => partnership.home === home)
          .map((partnership) => describePartner(partnership, study))
          .join(message(language, "list.separator")),
      ],
    })),
    notes: [
      message(language, "table.typeNote.A"),
      message(language, "table.typeNote.B"),
      message(language, "table.matrixNote"),
      message(language, "table.matrixAllYears"),
    ],
  });
}

function describePartner(partnership: Partnership, study: Study): string {
  const { language } = study;
  const type = strongestType(partnership);
  const key = type === null ? null : findMessageKey(`partnership.typeMark.${type}`);
  const name = study.name(partnership.partner);
  return key === null
    ? name
    : `${name}${message(language, "report.letter.brackets", { text: message(language, key) })}`;
}
