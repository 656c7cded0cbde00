import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { createDirectory, getDirectory } from "../organisations/directory.ts";
import { assembleMap } from "../partnerships/assemble-map.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { getBooks } from "./books.ts";
import { gatherHistory } from "./pages/history.ts";
import { gatherKeyFigures } from "./pages/home-figures.ts";
import { assembleRoles } from "./pages/platform-roles.ts";
import { assembleLevels } from "./pages/structure-levels.ts";
import { getFramework, getGlossary, getProgramme, getRecordCounts } from "./service.ts";

let context: Context;

beforeAll(async () => {
  context = await createLoadedContext();
});

afterAll(() => context.database.close());

test("every record that cites is counted under one document of the books", async () => {
  const counts = await getRecordCounts(context);
  const { documents } = await getBooks(context);
  const known = new Set(documents.map(({ id }) => id));
  for (const { sheet, records, byDocument } of counts) {
    expect(
      Object.keys(byDocument).every((id) => known.has(id)),
      sheet,
    ).toBe(true);
    const cited = Object.values(byDocument).reduce((sum, count) => sum + count, 0);
    expect([0, records], sheet).toContain(cited);
  }
  const activities = counts.find(({ sheet }) => sheet === "activities");
  expect(activities?.records).toBeGreaterThan(150);
  expect(activities?.byDocument["b-2015"]).toBeGreaterThan(100);
  expect(counts.find(({ sheet }) => sheet === "glossary")?.records).toBe((await getGlossary(context)).length);
  expect(counts.some(({ sheet }) => sheet === "findings")).toBe(false);
});

test("the figure's boxes carry the names that their source knew", async () => {
  const input = {
    framework: await getFramework(context),
    books: await getBooks(context),
    directory: await getDirectory(context),
    programme: await getProgramme(context),
    language: "ja" as const,
  };
  const [central, platform, local] = assembleLevels(input);
  expect(central?.partner.map(({ name }) => name)).toEqual(["環境保護部"]);
  expect(central?.between).toEqual(["政策対話・政府間調整"]);
  expect(platform?.home[0]).toMatchObject({
    href: "/ja/organisations/iges",
    role: { text: "総合調整プラットフォーム" },
  });
  expect(local?.home[0]).toMatchObject({ href: "#local-japan", role: "11機関" });
  expect(local?.downwards?.home).toBe("調整・紹介");
});

test("one body in one part is one entry with all its years", async () => {
  const { platforms } = await getFramework(context);
  const [coordination] = assembleRoles(platforms, await getDirectory(context), await getProgramme(context), "en");
  expect(coordination?.items.map(({ href }) => href)).toEqual(["/en/organisations/iges", "/en/organisations/sjcenter"]);
  expect(coordination?.items[0]?.note).toContain("FY2014–FY2018; set up June 2015");
});

test("a line for each pair with two places; the others are named", async () => {
  const { all } = await getDirectory(context);
  const draw = async (organisations: typeof all) =>
    assembleMap(await getPartnerships(context), createDirectory(organisations), await getProgramme(context), "en");
  expect(await draw(all)).toMatchObject({ map: { lines: { length: 20 } }, undrawn: [] });

  const nowhere = all.map((entry) => (entry.id === "jesc" ? { ...entry, position: null } : entry));
  const { map, undrawn } = await draw(nowhere);
  expect(map.lines).toHaveLength(16);
  expect(map.list).toHaveLength(20);
  expect(map.points.filter(({ side }) => side === "home")).toHaveLength(11);
  expect(undrawn).toHaveLength(1);
  for (const city of ["Chongqing", "Xi’an", "Xiamen", "Zhuhai"]) expect(undrawn[0]).toContain(city);
});

test("key figures are those of the tables, each with its basis and its table", async () => {
  const figures = await gatherKeyFigures(context, await getProgramme(context), "en");
  const shown = figures.map(({ value, note, basis, href }) => [href?.split("/").at(-1), value, note, basis?.basis]);
  expect(shown).toEqual([
    ["partnerships", "20", "Japan 12, China 17", "records"],
    ["overview", "114", undefined, "claim"],
    ["overview", "7", undefined, "claim"],
    ["overview", "13", undefined, "claim"],
    ["overview", "10", undefined, "claim"],
    ["overview", "40", expect.stringContaining("248"), "claim"],
    ["overview", "35", expect.stringContaining("1,480"), "claim"],
    ["research-visits", "42", undefined, "claim"],
    ["model-city-visits", "29", undefined, "claim"],
  ]);
});

test("the history is what the ministries' own ledger holds, oldest first", async () => {
  const history = await gatherHistory(context);
  expect(history[0]?.id).toBe("e-min-1");
  expect(history.every(({ ledger }) => ledger === "ministries")).toBe(true);
  const days = history.map(({ dateFrom }) => dateFrom ?? "9999");
  expect(days).toEqual([...days].sort());
});
