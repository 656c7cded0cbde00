import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import type { FigureCell, TableDocument } from "../../documents/table.ts";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { reconcileClaims } from "./reconcile.ts";
import { getTable, listTables } from "./service.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

function values(table: TableDocument, row: string, unit: string): (number | null)[] {
  const found = table.rows.find(({ key }) => key === row);
  return table.columns.map(({ key }) => figure(found?.cells[key] as FigureCell | undefined, unit)?.value ?? null);
}

function figure(cell: FigureCell | undefined, unit: string) {
  return cell?.figures.find((candidate) => candidate.unit === unit);
}

describe("overview", () => {
  test("gives the figures that the programme has published", async () => {
    const table = await getTable(context, "overview", { language: "ja" });
    expect(table.columns.map(({ key }) => key)).toEqual(["2014", "2015", "2016", "2017", "2018", "total"]);
    expect(values(table, "consultations", "times")).toEqual([13, 22, 36, 35, 8, 114]);
    expect(values(table, "joint-meetings", "times")).toEqual([null, 1, 3, 2, 1, 7]);
    expect(values(table, "local-seminars", "times")).toEqual([2, 6, 2, 2, 1, 13]);
    expect(values(table, "domestic-meetings", "times")).toEqual([2, 1, 4, 2, 1, 10]);
    expect(values(table, "trainings", "times")).toEqual([8, 11, 10, 10, 1, 40]);
    expect(values(table, "trainings", "people")).toEqual([46, 71, 55, 71, 5, 248]);
    expect(values(table, "policy-reports", "months")).toEqual([null, 11, 12, 12, null, 35]);
    expect(values(table, "policy-reports", "pages")).toEqual([null, 305, 532, 643, null, 1480]);
  });

  test("says where each figure comes from", async () => {
    const table = await getTable(context, "overview", { language: "ja" });
    const row = table.rows.find(({ key }) => key === "consultations");
    expect(figure(row?.cells["2014"] as FigureCell, "times")).toMatchObject({
      basis: "records",
      records: 13,
      claim: 13,
      difference: 0,
    });
    expect(figure(row?.cells["2015"] as FigureCell, "times")).toMatchObject({
      basis: "claim",
      records: 15,
      claim: 22,
      difference: -7,
    });
    expect(figure(row?.cells["2016"] as FigureCell, "times")).toMatchObject({
      basis: "claim",
      records: null,
      difference: null,
    });
    expect(row?.records).toContain("e-con-2014-01");
    const seminars = table.rows.find(({ key }) => key === "local-seminars");
    expect(seminars?.cells["2016"]).toMatchObject({ places: ["大連", "唐山"] });
  });

  test("stands as the records alone give it where no document had spoken yet", async () => {
    const table = await getTable(context, "overview", { language: "en", asOf: "2015-10-31" });
    const row = table.rows.find(({ key }) => key === "consultations");
    expect(figure(row?.cells["2015"] as FigureCell, "times")).toMatchObject({
      value: 10,
      basis: "records",
      claim: null,
    });
  });
});

test("what has no date counts as held only since its source says so", async () => {
  const held = async (asOf: string) => {
    const table = await getTable(context, "overview", { language: "en", asOf });
    return (
      figure(table.rows.find(({ key }) => key === "joint-meetings")?.cells["2016"] as FigureCell, "times")?.records ??
      null
    );
  };
  expect(await held("2016-01-19")).toBe(null);
  expect(await held("2018-06-30")).toBe(1);
});

test("research and model-city tables add up to the published totals", async () => {
  const research = await getTable(context, "research-visits", { language: "en" });
  expect(figure(research.totals?.cells.total as FigureCell, "times")?.value).toBe(42);
  const cities = await getTable(context, "model-city-visits", { language: "en" });
  expect(figure(cities.totals?.cells.total as FigureCell, "times")?.value).toBe(29);
  const trainings = await getTable(context, "research-trainings", { language: "en" });
  expect(["times", "people"].map((unit) => figure(trainings.totals?.cells[unit] as FigureCell, unit)?.value)).toEqual([
    8, 30,
  ]);
  const modelCity = await getTable(context, "model-city-trainings", { language: "en" });
  expect(["times", "people"].map((unit) => figure(modelCity.totals?.cells[unit] as FigureCell, unit)?.value)).toEqual([
    7, 58,
  ]);
});

test("a register shows its rows as they stood on a day", async () => {
  const printed = await getTable(context, "consultations", { language: "ja", fiscalYear: 2015, asOf: "2016-01-19" });
  expect(printed.rows.map(({ no }) => no)).toEqual(Array.from({ length: 21 }, (_, index) => String(index + 1)));
  expect(printed.rows.filter(({ status }) => status === "planned").map(({ no }) => no)).toEqual([
    "16",
    "17",
    "18",
    "19",
    "20",
    "21",
  ]);
  expect(printed.rows[15]?.cells.date).toMatchObject({ edtf: "2015-01?~", text: "2015年1月頃？" });
  expect(printed.notes[0]).toContain("16～21");
  expect(printed.notes[0]).toContain("2016年1月19日現在の予定");
  const today = await getTable(context, "consultations", { language: "ja", fiscalYear: 2015 });
  expect(today.asOf).toBe("2018-06-30");
  expect(today.notes[0]).toContain("元資料の時点（2016年1月19日）");
  expect(printed.rows[1]?.cells.counterpart).toEqual({ text: "環境保護局等との部局長級協議等" });
  expect(printed.rows[18]?.cells.counterpart).toMatchObject({ text: expect.stringContaining("環境保護局との") });
  const earlier = await getTable(context, "consultations", { language: "ja", fiscalYear: 2015, asOf: "2015-08-31" });
  expect(earlier.rows.filter(({ status }) => status === "done")).toHaveLength(6);
});

test("every table exists in every language and year, with a label on every column", async () => {
  for (const language of languages) {
    for (const { id, fiscalYears, yearly } of await listTables(context, language)) {
      for (const fiscalYear of yearly ? fiscalYears : [undefined]) {
        const table = await getTable(context, id, { language, fiscalYear });
        expect(table.rows.length, `${id} ${fiscalYear}`).toBeGreaterThan(0);
        for (const column of table.columns) expect(column.label, `${id} ${column.key}`).not.toBe("");
      }
    }
  }
});

test("unknown tables and years are not found", async () => {
  await expect(getTable(context, "nothing", { language: "ja" })).rejects.toMatchObject({ code: "not-found" });
  await expect(getTable(context, "consultations", { language: "ja", fiscalYear: 1999 })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("every claim is reconciled as of its own day", async () => {
  const claims = await reconcileClaims(context, "ja");
  const find = (id: string) => claims.find(({ claim }) => claim.id === id);
  expect(claims.length).toBeGreaterThan(200);
  expect(find("b-consultations-held-2015")).toMatchObject({ computed: 15, difference: 1 });
  expect(find("b-consultations-held-2015")?.explanation).toBeTruthy();
  expect(find("c-consultations-2014")).toMatchObject({ computed: 13, difference: 0 });
  expect(find("c-model-city-visits-2015")).toMatchObject({ computed: 4, difference: 0 });
  expect(find("c-consultations-2017")).toMatchObject({ computed: null, difference: null });
  expect(find("c-consultations-total")).toMatchObject({ computed: null, difference: null });
  expect(find("c-consultations-2015")).toMatchObject({ difference: -7, partial: true });
});
