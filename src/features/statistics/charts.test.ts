import { XmlDocument } from "libxml2-wasm";
import { parseHTML } from "linkedom";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../core/language.ts";
import type { Figure, TableDocument } from "../../documents/table.ts";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { createApp } from "../../web/app.ts";
import { prepareAssets } from "../../web/assets.ts";
import { links } from "../../web/links.ts";
import { type ChartFile, getTableCharts } from "./charts.ts";
import { getTable } from "./service.ts";

let context: Context;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  context = await createLoadedContext();
  app = createApp(context, await prepareAssets());
}, 60_000);
afterAll(() => context.database.close());

const numeric = [
  ["overview", ["times", "people", "months", "pages"]],
  ["research-visits", ["times"]],
  ["research-trainings", ["times", "people"]],
  ["research-seminars", ["times"]],
  ["model-city-visits", ["times"]],
  ["model-city-trainings", ["times", "people"]],
  ["model-city-seminars", ["times"]],
] as const;

const drawTable = async (id: string, language: "ja" | "zh" | "en" = "ja", asOf?: string) => {
  const table = await getTable(context, id, { language, asOf });
  return { table, charts: await getTableCharts(context, table, language) };
};

/** Every figure of the table in this unit by year and series, without totals. */
function listFigures(table: TableDocument, unit: string): Figure[] {
  return table.rows.flatMap(({ cells }) =>
    table.columns
      .filter(({ key }) => key !== "total")
      .flatMap(({ key }) => {
        const cell = cells[key];
        return cell && "figures" in cell ? cell.figures.filter((figure) => figure.unit === unit) : [];
      }),
  );
}

function readSvg(svg: string): Document {
  using parsed = XmlDocument.fromString(svg);
  expect(parsed.root.name).toBe("svg");
  return parseHTML(`<html><body>${svg.replace(/^<\?xml[^>]*\?>/, "")}</body></html>`).document;
}

function texts(document: Document, selector: string): string[] {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
}

/** Height of every bar as a share of the axis, worked out again from the drawing: the ticks say what a unit is. */
function measureBars(document: Document): number[] {
  const ticks = [...document.querySelectorAll(".chart-axis > g")].map((tick) => ({
    y: Number(tick.querySelector("line")?.getAttribute("y1")),
    value: Number(tick.querySelector("text")?.textContent?.replaceAll(",", "")),
  }));
  const [zero, top] = [ticks[0], ticks.at(-1)];
  if (!zero || !top) throw new Error("no axis");
  const unit = (zero.y - top.y) / top.value;
  return [...document.querySelectorAll(".chart-bar")].map((bar) => Number(bar.getAttribute("height")) / unit);
}

describe.each(languages)("in %s", (language) => {
  test.each(numeric)("%s: the numbers of each drawing and of its data are those of the table", async (id, units) => {
    const { table, charts } = await drawTable(id, language);
    expect(charts.map((chart) => chart.id).sort()).toEqual([...units].sort());
    for (const chart of charts) {
      const figures = listFigures(table, chart.id);
      const document = readSvg(chart.svg);
      const isStacked = document.querySelector(".chart-part") !== null;
      const written = texts(document, isStacked ? ".chart-part text" : ".chart-value").filter((text) => text !== "—");
      const values = figures.map(({ value }) => value).filter((value) => !isStacked || value > 0);
      const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
      expect(sorted(written.map((text) => Number(text.replace(/[^\d.]/g, ""))))).toEqual(sorted(values));
      expect(sorted(measureBars(document).map(Math.round))).toEqual(sorted(values));
      const column = chart.data.fields.findIndex(({ name }) => name === "value");
      const numbers = chart.data.rows.map((row) => row[column]).filter((value) => typeof value === "number");
      expect(sorted(numbers)).toEqual(sorted(figures.map(({ value }) => value)));
      if (isStacked) {
        const totals = table.rows.map(({ cells }) => cells.total);
        const sums = totals.flatMap((cell) =>
          cell && "figures" in cell ? cell.figures.map(({ value }) => value) : [],
        );
        expect(texts(document, ".chart-value").map(Number)).toEqual(sums);
      }
    }
  });

  test("a drawing says what it is: language, title, main numbers, day and source", async () => {
    const { charts } = await drawTable("research-trainings", language);
    const people = charts.find(({ id }) => id === "people") as ChartFile;
    expect(people.svg).toContain(`xml:lang="${{ ja: "ja", zh: "zh-Hans", en: "en" }[language]}"`);
    const document = readSvg(people.svg);
    expect(document.querySelector("svg > title")?.textContent).toBe(people.title);
    expect(document.querySelector("svg > desc")?.textContent).toBe(people.description);
    const values = texts(document, ".chart-value").filter((text) => text !== "—");
    for (const value of values) expect(people.description).toContain(value);
    const all = texts(document, "text").join("\n");
    expect(all).toContain({ ja: "出典：", zh: "出处：", en: "Source: " }[language]);
    expect(all).toContain({ ja: "現在", zh: "截至", en: "As of" }[language]);
    expect(people.svg).not.toMatch(/class="[^"]*"[^>]*style="[^"]*var\(|<style|href=|url\((?!#)/);
  });
});

test("a year that the numbers do not reach the end of is marked; what is missing is no zero", async () => {
  const { charts } = await drawTable("overview");
  const pages = charts.find(({ id }) => id === "pages") as ChartFile;
  const times = charts.find(({ id }) => id === "times") as ChartFile;
  const document = readSvg(times.svg);
  expect(texts(document, ".chart-category")).toEqual(["2014年度", "2015年度", "2016年度", "2017年度", "2018年度※"]);
  expect(document.querySelectorAll(".chart-partial")).toHaveLength(1);
  expect(texts(document, "text")).toContain("※ 2018年度は2018年6月30日までの数値です。");
  expect(texts(readSvg(pages.svg), ".chart-value").filter((text) => text === "—")).toHaveLength(2);
  expect(texts(readSvg(pages.svg), "text")).toContain("「—」は資料に記載がないことを示し、0ではありません。");
  const column = (name: string) => pages.data.fields.findIndex((field) => field.name === name);
  const first = pages.data.rows.find((row) => row[column("fiscal_year")] === 2014);
  expect(first?.[column("value")]).toBeNull();
  expect(first?.[column("extent_code")]).toBe("whole");
});

test("as of an earlier day the numbers are those of that day, and its year is not whole", async () => {
  const { table, charts } = await drawTable("overview", "en", "2016-01-19");
  const times = charts.find(({ id }) => id === "times") as ChartFile;
  expect(listFigures(table, "times").length).toBeGreaterThan(0);
  expect(texts(readSvg(times.svg), ".chart-category")).toContain("FY2015*");
  expect(texts(readSvg(times.svg), "text").join("\n")).toContain("As of 19 January 2016");
});

test.each(["consultations", "trainings", "direct-cooperation", "next-year-plan", "achievements", "partnership-matrix"])(
  "%s is a table of texts and has no chart",
  async (id) => {
    expect((await drawTable(id)).charts).toEqual([]);
    for (const ending of ["svg", "png"] as const)
      expect((await app.request(links.tableFile("ja", id, ending))).status).toBe(404);
  },
);

describe("hostile words", () => {
  const hostile = [
    `</text><script>alert(1)</script>&amp;"'`,
    "都市".repeat(250),
    "\u202Eمدينة\u0000\u0007 עיר",
    "𠮷﨑郸辽 🏙️👩‍👩‍👧 \uD800",
  ];
  test("stay words: the file is well-formed, nothing leaves the drawing, and numbers stay as they are", async () => {
    const { table } = await drawTable("research-visits");
    const columns = table.columns.map((column, index) =>
      column.key === "total" ? column : { ...column, label: hostile[index % hostile.length] ?? "" },
    );
    const renamed = { ...table, title: hostile.join(""), columns };
    const [chart] = await getTableCharts(context, renamed, "ja");
    const document = readSvg(chart?.svg ?? "");
    expect(document.querySelector("script")).toBeNull();
    expect(chart?.svg.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
    expect(chart?.svg.isWellFormed()).toBe(true);
    expect(measureBars(document).map(Math.round)).toEqual(
      listFigures(table, "times")
        .map(({ value }) => value)
        .filter((value) => value > 0),
    );
    for (const text of document.querySelectorAll("text[x]")) {
      const widest = [...(text.textContent ?? "")].length;
      expect(widest).toBeLessThan(140);
    }
  });
});

describe("files", () => {
  test("are sent under their names, the PNG sharp enough for slides", async () => {
    const svg = await app.request(links.tableFile("zh", "overview", "svg", { chart: "people" }));
    expect(svg.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(svg.headers.get("content-disposition")).toMatch(/filename="overview-people-\d{4}-\d\d-\d\d\.svg"/);
    expect(await svg.text()).toContain('xml:lang="zh-Hans"');
    const png = await app.request(links.tableFile("zh", "overview", "png", { chart: "people" }));
    expect(png.headers.get("content-type")).toBe("image/png");
    const content = Buffer.from(await png.arrayBuffer());
    expect(await sharp(content).metadata()).toMatchObject({ format: "png", width: 1920, height: 1080 });
    const { data, info } = await sharp(content).raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
    expect(new Set(data.subarray(0, info.width * info.channels * 500)).size).toBeGreaterThan(20);
  });

  test("hold the numbers of one chart, and there is none under a name that is no unit", async () => {
    const csv = await (await app.request(links.chartData("en", "model-city-visits", { chart: "times" }))).text();
    expect(csv.split("\r\n")[0]).toBe(
      "fiscal_year,extent_code,extent_label,series_code,series_label,value,approximate_code,approximate_label",
    );
    expect(csv).toContain('2018,partial,"part of the year",zhuhai,');
    expect((await app.request(links.tableFile("en", "overview", "svg", { chart: "bananas" }))).status).toBe(404);
    expect((await app.request(links.tableFile("en", "no-such-table", "svg"))).status).toBe(404);
    expect((await app.request(links.tableFile("ja", "overview", "pdf", { calendar: "lunar" }))).status).toBe(400);
  });

  test("of the chart of records as well", async () => {
    const svg = await (await app.request(links.figureFile("ja", "records", "svg"))).text();
    expect(readSvg(svg).querySelectorAll(".chart-bar").length).toBeGreaterThan(10);
    expect((await app.request(links.figureFile("ja", "records", "png"))).status).toBe(200);
    for (const [ending, type] of [
      ["svg", "image/svg+xml"],
      ["csv", "text/csv"],
    ] as const)
      expect((await app.request(links.figureFile("ja", "records", ending))).headers.get("content-type")).toContain(
        type,
      );
    expect((await app.request("/ja/figures/others.svg")).status).toBe(404);
  });
});

test.each(languages)("pages of tables and of figures in %s show the charts with their files", async (language) => {
  for (const [path, count] of [
    [links.table(language, "overview"), 4],
    [links.table(language, "consultations"), 0],
    [links.figures(language), 6],
  ] as const) {
    const { document } = parseHTML(await (await app.request(path)).text());
    expect(document.querySelectorAll(".bar-chart")).toHaveLength(count);
    const files = [...document.querySelectorAll(".chart-files a")].map((link) => link.getAttribute("href") ?? "");
    expect(files).toHaveLength(count * 3);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files.filter((href) => !href.includes(".png")))
      expect((await app.request(file)).status).toBe(200);
  }
});
