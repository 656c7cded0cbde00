import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../../../core/language.ts";
import { writeDataCsv } from "../../../documents/data-csv.ts";
import type { DataTable, DataValue } from "../../../documents/data-table.ts";
import { checkCsv } from "../../../documents/machine-readability/check-csv.ts";
import { checkXlsx } from "../../../documents/machine-readability/check-xlsx.ts";
import { writeDataXlsx } from "../../../documents/xlsx/write-data.ts";
import type { Context } from "../../../platform/context.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { listTables } from "../service.ts";
import { getDataTables } from "./data-tables.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

test.each(languages)("no published table breaks a check that a program can judge: %s", async (language) => {
  let files = 0;
  for (const tables of await everyTable(language)) {
    const checked = await checkXlsx(await writeDataXlsx(tables, { date: "2016-01-19" }), `${tables[0]?.id}.xlsx`);
    expect(checked.findings).toEqual([]);
    expect(checked.checks.filter(({ status }) => status === "not-decidable").map(({ id }) => id)).toEqual(["L3-07"]);
    for (const table of tables) {
      const bytes = new TextEncoder().encode(writeDataCsv(table));
      expect(checkCsv(bytes, `${table.id}.csv`).findings).toEqual([]);
      files += 1;
    }
  }
  expect(files).toBeGreaterThan(60);
});

test("fields and codes stay the same from year to year and in every language", async () => {
  const shapes = new Map<string, string>();
  for (const language of languages)
    for (const table of (await everyTable(language)).flat()) {
      const shape = JSON.stringify([
        table.fields.map(({ name, type, codeList }) => [name, type, codeList]),
        table.codeLists
          .filter(({ id }) => id !== "category")
          .map(({ id, codes }) => [id, codes.map(({ code }) => code)]),
      ]);
      expect(shapes.get(table.id) ?? shape).toBe(shape);
      shapes.set(table.id, shape);
    }
});

test("a field is described in its language, a number has its unit, and a code stands in its list", async () => {
  for (const language of languages)
    for (const { fields, rows, codeLists } of (await everyTable(language)).flat())
      for (const [index, { name, title, description, type, unit, codeList }] of fields.entries()) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect([title, description].every((text) => text.length > 0 && !text.includes("{"))).toBe(true);
        if (language !== "ja") expect(title + description).not.toMatch(/[ぁ-ん]/);
        expect((type === "integer") === (unit !== undefined)).toBe(true);
        const values = rows.map((row) => row[index]).filter((value) => value !== null);
        if (type === "integer") expect(values.every((value) => typeof value === "number")).toBe(true);
        const codes = codeLists.find(({ id }) => id === codeList)?.codes.map(({ code }) => code);
        if (codeList !== undefined) expect(values.filter((value) => !codes?.includes(String(value)))).toEqual([]);
      }
});

test("a register gives activities, parties and people a row each, as of the day", async () => {
  const [activities, parties, people] = await read("trainings", { fiscalYear: 2015, asOf: "2016-01-19" });
  expect(activities).toHaveLength(13);
  expect(activities?.[1]).toMatchObject({
    fiscal_year: 2015,
    activity_id: "b-tra-2015-02",
    number: "2",
    kind_code: "delegation",
    kind_label: "招へい",
    status_code: "done",
    date_edtf: "2015-10-13/2015-10-17",
    date_from: "2015-10-13",
    date_to: "2015-10-17",
    days: 5,
    level_code: null,
    place_area_code: "401005",
    place_area_code_system_code: "japan",
    unnamed_parties_code: "no",
  });
  expect(activities?.filter(({ status_code }) => status_code === "planned")).not.toEqual([]);
  expect(parties?.find(({ organisation_id }) => organisation_id === "shenyang")).toMatchObject({
    role_code: "sender",
    organisation_name: "瀋陽市",
    organisation_area_code: "210100",
    organisation_area_code_system_code: "china",
    country_code: "CN",
  });
  expect(people?.find(({ activity_id }) => activity_id === "b-tra-2015-02")).toMatchObject({
    category_code: "executive+practitioner",
    category_label: "幹部と実務者",
    count: 4,
    unit_code: "people",
    approximate_code: "no",
  });
});

test("figures say what they rest on, and nothing is not zero", async () => {
  const [rows, totals] = await read("overview", {});
  const find = (measure: string, year: number, unit: string) =>
    rows?.find((row) => row.measure_id === measure && row.fiscal_year === year && row.unit_code === unit);
  expect(find("consultations", 2015, "times")).toMatchObject({
    value: 22,
    basis_code: "claim",
    records_value: 15,
    claim_value: 22,
    difference: -7,
    coverage_code: "partial",
    source_document_id: "c-2018",
  });
  expect(find("policy-reports", 2014, "pages")).toMatchObject({ value: null, basis_code: "none", records_value: null });
  expect(totals?.find((row) => row.measure_id === "trainings" && row.unit_code === "people")).toMatchObject({
    scope_code: "years",
    first_fiscal_year: 2014,
    last_fiscal_year: 2018,
    value: 248,
  });
});

test("figures by city stand apart from their totals", async () => {
  const [rows, totals] = await read("research-visits", {});
  expect(rows?.every(({ group_id }) => group_id !== null)).toBe(true);
  expect(totals?.find(({ scope_code }) => scope_code === "all")).toMatchObject({ value: 42 });
  const [, groups] = await read("research-trainings", {});
  expect(groups?.find(({ group_id, fiscal_year }) => group_id === "shanghai" && fiscal_year === 2015)).toMatchObject({
    claim_value: 1,
    group_area_code: "310000",
  });
  const parts = await getDataTables(context, "overview", { language: "en" });
  expect(parts.map(({ id }) => id)).toEqual(["overview", "overview-totals", "overview-places"]);
});

test("plans, achievements and partnerships in long form", async () => {
  const [plans, partners] = await read("next-year-plan", { fiscalYear: 2015 });
  expect(plans?.[0]).toMatchObject({ plan_id: "plan-2015-saitama", organisation_area_code: "110001" });
  expect(partners?.filter(({ plan_id }) => plan_id === "plan-2015-saitama")).toMatchObject([{ partner_id: "shanxi" }]);
  const [achievements] = await read("achievements", {});
  expect(achievements?.[0]).toMatchObject({ type_code: "A", date_from: "2014-04-01", date_to: "2017-03-31" });
  const [years] = await read("partnership-matrix", { fiscalYear: 2016 });
  expect(new Set(years?.map(({ fiscal_year }) => fiscal_year))).toEqual(new Set([2016]));
  expect(years?.[0]).toMatchObject({ home_id: "saitama", partner_id: "shanxi", type_code: "A" });
});

test("says beside the table what it is", async () => {
  const [table] = await getDataTables(context, "overview", { language: "zh", asOf: "2018-06-30" });
  const about = table?.about.map(({ term, text }) => `${term} ${text}`).join("\n");
  for (const text of [
    "定义",
    "每件计1次",
    "截至",
    "基准日 2018-06-30",
    "UTF-8（带BOM）",
    "CC BY 4.0",
    "2018年度截至6月底",
  ])
    expect(about).toContain(text);
});

test("a table or year that is not there is not found", async () => {
  await expect(getDataTables(context, "nothing", { language: "ja" })).rejects.toMatchObject({ code: "not-found" });
  await expect(getDataTables(context, "seminars", { language: "ja", fiscalYear: 1999 })).rejects.toMatchObject({
    code: "not-found",
  });
});

async function everyTable(language: Language): Promise<DataTable[][]> {
  const all: DataTable[][] = [];
  for (const { id, yearly, fiscalYears } of await listTables(context, language))
    for (const fiscalYear of yearly ? fiscalYears : [undefined])
      all.push(await getDataTables(context, id, { fiscalYear, language }));
  return all;
}

async function read(
  id: string,
  request: { fiscalYear?: number; asOf?: string },
): Promise<Record<string, DataValue>[][]> {
  const tables = await getDataTables(context, id, { ...request, language: "ja" });
  return tables.map(({ fields, rows }) =>
    rows.map((row) => Object.fromEntries(fields.map(({ name }, index) => [name, row[index] ?? null]))),
  );
}
