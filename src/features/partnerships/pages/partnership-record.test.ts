import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../../platform/context.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import { getActivityPage } from "../../activities/service.ts";
import { tallyOrganisation, tallyPartnership, tallyPartnerships } from "../../activities/tally.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { citeSources } from "../../programme/cite-sources.ts";
import { getTable } from "../../statistics/service.ts";
import { getPartnerships } from "../service.ts";
import { assembleMatrix, cutIntoGrids } from "./assemble-matrix.ts";
import { assembleChronicle } from "./partnership-chronicle.ts";
import { assembleFigures } from "./partnership-figures.ts";
import { readPartnershipRecord } from "./partnership-record.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

describe("the record of a partnership", () => {
  test("counts an event of two ledgers once", async () => {
    const record = await readPartnershipRecord(context, "kitakyushu-shanghai", "en");
    const trainings = record.activities.filter(({ kind }) => kind === "training");
    expect(trainings).toHaveLength(7);
    // Two of them stand in the coordination platform's list and in Kitakyushu's own.
    const figures = assembleFigures(record);
    expect(figures.map(({ value }) => value)).toEqual(["7", "5", "29", "1", "1"]);
    const tally = (await tallyPartnerships(context)).get("kitakyushu-shanghai");
    const sum = (await tallyPartnership(context, "kitakyushu-shanghai")).reduce((total, { held }) => total + held, 0);
    expect(tally?.held).toBe(sum);
  });

  test("tells an event of two ledgers once, and names the other", async () => {
    const record = await readPartnershipRecord(context, "kitakyushu-shanghai", "en");
    const events = assembleChronicle(record).flatMap((year) => year.events);
    const same = events.filter(
      ({ date, kindLabel }) => date === "28 October – 6 November 2015" && kindLabel === "Training in Japan",
    );
    expect(same).toHaveLength(1);
    expect(same[0]?.note).toContain("Work of each local government");
  });

  test("lets a milestone be the content of its activity instead of telling it twice", async () => {
    const record = await readPartnershipRecord(context, "kitakyushu-shanghai", "en");
    const events = assembleChronicle(record).flatMap((year) => year.events);
    const research = events.filter(({ date }) => date === "12 November 2015");
    expect(research).toHaveLength(1);
    expect(research[0]?.note).toContain("Talks with the EPB and the monitoring center");
  });

  test("says of a year that nothing is on record", async () => {
    const record = await readPartnershipRecord(context, "fukuoka-jiangsu", "en");
    const years = assembleChronicle(record);
    expect(years.map(({ label }) => label)).toEqual(["FY2014", "FY2015", "FY2016", "FY2017", "FY2018"]);
    const empty = years.find(({ label }) => label === "FY2017");
    expect(empty?.events).toEqual([]);
    expect(empty?.note).toBe("The sources carry no single activity of this year.");
  });

  test("exists for the designated cities", async () => {
    const record = await readPartnershipRecord(context, "jesc-xian", "zh");
    expect(record.names.partner).toBe("西安市");
    expect(record.projects.map(({ id }) => id)).toEqual(["designated-xian"]);
  });

  test("refuses an unknown id", async () => {
    await expect(readPartnershipRecord(context, "nobody-nowhere", "ja")).rejects.toMatchObject({ code: "not-found" });
  });
});

test("an organisation's tally and the list of its activities agree", async () => {
  const tally = await tallyOrganisation(context, "kitakyushu");
  const page = { limit: 1, after: null, order: "newest" } as const;
  const { total } = await getActivityPage(context, { organisation: "kitakyushu" }, page);
  expect(tally.reduce((sum, { held, expected }) => sum + held + expected, 0)).toBe(total);
});

describe("the matrix", () => {
  test("marks every pair with its furthest type, and in a year with that year's", async () => {
    const directory = await getDirectory(context);
    const partnerships = await getPartnerships(context);
    const mark = async (fiscalYear: number | undefined, row: string, column: string) => {
      const table = await getTable(context, "partnership-matrix", { fiscalYear, language: "en" });
      const { cells } = assembleMatrix(table.rows, table, partnerships, directory, "en");
      return cells.find((cell) => cell.row === row && cell.column === column)?.mark;
    };
    expect(await mark(undefined, "saitama", "shanxi")).toBe("A");
    expect(await mark(2014, "saitama", "shanxi")).toBe("○");
    expect(await mark(2016, "tokyo", "beijing")).toBe("B");
    expect(await mark(2014, "tokyo", "beijing")).toBeUndefined();
  });

  test("is cut into grids of at most 60 pairs", () => {
    const rows = Array.from({ length: 5 }, (_, index) => ({
      key: `h${index}`,
      cells: {},
      records: Array.from({ length: 25 }, (_, pair) => `${index}-${pair}`),
    }));
    expect(cutIntoGrids(rows).map((grid) => grid.length)).toEqual([2, 2, 1]);
  });
});

test("sources stand once, with the rows of a place together and in order", async () => {
  const { books } = await readPartnershipRecord(context, "saitama-shanxi", "en");
  const source = (place: string, row: string | null) => ({ document: "b-2015", place, row });
  const cited = citeSources(
    [source("表1", "10"), source("表1", "9"), source("表1", "9"), source("Ⅲ.6", null)],
    books,
    "en",
  );
  expect(cited.map(({ place }) => place)).toEqual([{ text: "表1, no. 9, 10, Ⅲ.6", language: "ja" }]);
});
