import { sql } from "kysely";
import { openContext } from "../../src/cli/open-context.ts";
import { read } from "../../src/db/transaction.ts";
import { countMeasure } from "../../src/features/statistics/count.ts";
import { readMeasures } from "../../src/features/statistics/store.ts";
import { readConfig } from "../../src/platform/config.ts";

export interface CountComparison {
  renkeiMs: number;
  /** load all rows, count in JavaScript */
  plainMs: number;
  ratio: number;
}

/** The overview's first measure, counted in the database as Renkei does and by the straightforward way. */
export async function compareCounting(dataDirectory: string): Promise<CountComparison> {
  const context = await openContext(readConfig({ RENKEI_DATA: dataDirectory, RENKEI_LOG: "silent" }), {
    purpose: "command",
  });
  try {
    const measures = await read(context.database, readMeasures);
    const measure = measures.find(({ registers }) => registers.length > 0);
    if (!measure) throw new Error("no measure counts records");
    const renkeiMs = await medianOf(5, () =>
      read(context.database, (transaction) => countMeasure(transaction, measure, { asOf: "2026-06-30", merged: true })),
    );
    const plainMs = await medianOf(5, () =>
      read(context.database, async (transaction) => {
        const { rows } = await sql<Record<string, string | number | null>>`SELECT * FROM activities`.execute(
          transaction,
        );
        const counted = rows.filter(
          ({ register, kind, status, funding, date_from: from }) =>
            measure.registers.includes(String(register)) &&
            (measure.kinds.length === 0 || measure.kinds.includes(String(kind))) &&
            (measure.fundings.length === 0 || measure.fundings.includes(String(funding))) &&
            measure.statuses.includes(String(status)) &&
            (from === null || String(from) <= "2026-06-30"),
        );
        return Map.groupBy(counted, ({ fiscal_year: year }) => year);
      }),
    );
    return { renkeiMs, plainMs, ratio: Math.round((plainMs / renkeiMs) * 10) / 10 };
  } finally {
    await context.database.close();
  }
}

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const measured: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await work();
    measured.push(performance.now() - started);
  }
  return Math.round((measured.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0) * 10) / 10;
}
