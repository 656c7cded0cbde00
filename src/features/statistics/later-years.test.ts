import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { approveRecord, trainingOf } from "../../testing/approve-record.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { getProgramme } from "../programme/service.ts";
import { closeYear, publishYear } from "../records/years.ts";
import { getTable, listTables } from "./service.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

const ministry = createActor("ministry", "moe-japan");

async function yearsOf(table: string): Promise<number[]> {
  return (await listTables(context, "en")).find(({ id }) => id === table)?.fiscalYears ?? [];
}

test("a year after those of the sources exists in the tables once something of it is public", async () => {
  expect(await getProgramme(context)).toMatchObject({ lastFiscalYear: 2018, asOf: "2018-06-30" });
  expect(await yearsOf("trainings")).toEqual([2014, 2015, 2017]);
  await approveRecord(context, trainingOf(2025));
  expect(await yearsOf("trainings")).toEqual([2014, 2015, 2017]);
  expect((await getTable(context, "overview", { language: "en" })).asOf).toBe("2018-06-30");

  await publishYear(context, createActor("coordination", "iges"), 2025);

  expect(await getProgramme(context)).toMatchObject({ lastFiscalYear: 2025, asOf: "2026-11-22" });
  expect(await yearsOf("trainings")).toEqual([2014, 2015, 2017, 2025]);
  expect(await yearsOf("seminars")).toEqual([2015, 2017]);
  const overview = await getTable(context, "overview", { language: "en" });
  expect(overview.columns.map(({ key }) => key)).toEqual(["2014", "2015", "2016", "2017", "2018", "2025", "total"]);
  const row = overview.rows.find(({ key }) => key === "trainings");
  expect(row?.cells["2025"]).toMatchObject({
    figures: [{ unit: "times", value: 1, basis: "records", claim: null }, {}],
  });
  // The printed total ends with the years that its document knew.
  expect(row?.cells.total).toMatchObject({ figures: [{ unit: "times", claim: null }, {}] });
  const table = await getTable(context, "trainings", { language: "en" });
  expect(table).toMatchObject({ fiscalYear: 2025, asOf: "2026-11-22" });
  expect(table.rows.map(({ status }) => status)).toEqual(["done"]);
});

test("the day of the tables is never after today, and moves with a closing that changes no record", async () => {
  const tomorrow = { ...context, clock: { ...context.clock, now: () => new Date("2026-11-23T03:00:00Z") } };
  const before = context.cache.revision;
  await closeYear(tomorrow, ministry, 2025, "");
  expect(context.cache.revision).toBeGreaterThan(before);
  expect(await getProgramme(context)).toMatchObject({ asOf: "2026-11-23" });
  expect((await getTable(context, "overview", { language: "en" })).asOf).toBe("2026-11-22");
});

test("a mistyped year does not lengthen the tables", async () => {
  await approveRecord(context, trainingOf(2107));
  await publishYear(context, createActor("coordination", "iges"), 2107);
  expect(await getProgramme(context)).toMatchObject({ lastFiscalYear: 2025 });
  expect(await yearsOf("trainings")).not.toContain(2107);
});
