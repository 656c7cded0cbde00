import { writeCsv } from "../../documents/csv.ts";
import type { Partnership } from "../partnerships/partnership.ts";
import { type DeepeningRow, type DeepeningYear, deepeningSteps } from "./draft.ts";

const header = [
  ...["partnership", "home", "partner", "fiscal_year", "stated", "step", "basis", "times", "people"],
  ...["records", "document", "place"],
];

/** A line a partnership, fiscal year and step; a year that only a document names has one without a step. */
export function writeDeepeningCsv(rows: readonly DeepeningRow[], partnerships: readonly Partnership[]): string {
  const pairs = new Map(partnerships.map((partnership) => [partnership.id, partnership]));
  return writeCsv([
    header,
    ...rows.flatMap(({ partnership, years }) => {
      const { home = "", partner = "" } = pairs.get(partnership) ?? {};
      return years.flatMap((year) => listCells(year).map((cells) => [partnership, home, partner, ...cells]));
    }),
  ]);
}

type Cell = string | number | null;

function listCells({ fiscalYear, stated, steps, published = [] }: DeepeningYear): Cell[][] {
  const head = [fiscalYear, stated];
  const lines: Cell[][] = deepeningSteps.flatMap((step) => {
    const records = steps[step] ?? [];
    const list = records.map(({ kind, id }) => `${kind}/${id}`).join(";");
    return records.length === 0 ? [] : [[...head, step, "records", records.length, null, list, null, null]];
  });
  for (const { step, times, people, place } of published)
    lines.push([...head, step, "published", times, people, null, place.document, place.place]);
  return lines.length > 0 || stated === null ? lines : [[...head, ...Array<null>(7).fill(null)]];
}
