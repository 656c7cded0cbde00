import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { openContext } from "../src/cli/open-context.ts";
import type { DataField, DataValue } from "../src/documents/data-table.ts";
import { writeReportPdf } from "../src/documents/pdf/write-report.ts";
import { render } from "../src/documents/render.ts";
import { type Block, fillOutline, type Report } from "../src/documents/report.ts";
import { type StreamedTable, streamDataXlsx } from "../src/documents/xlsx/stream-data.ts";
import { interimReport } from "../src/features/reports/kinds/interim-report.ts";
import { listTables, type TableSummary } from "../src/features/statistics/service.ts";
import { readConfig } from "../src/platform/config.ts";
import { openBrowser } from "../src/testing/browser.ts";
import { startServer } from "../test/faults/start-server.ts";

/** Documents: all tables of one year in three forms, a long report, a long sheet; beside a browser that prints the same pages. */
const folder = await mkdtemp(join(tmpdir(), "renkei-documents-"));
const data = join(folder, "data");
const server = await startServer(data);
const fiscalYear = 2015;
const asOf = "2016-01-19";
try {
  const context = await openContext(readConfig({ RENKEI_DATA: data, RENKEI_LOG: "silent" }), { purpose: "command" });
  const tables = (await listTables(context, "ja")).filter(
    ({ yearly, fiscalYears }) => !yearly || fiscalYears.includes(fiscalYear),
  );
  // The day is another one for each run, so that no finished file is at hand.
  const cold = await time(() => fetchAll(tables, ["pdf", "docx", "xlsx"], asOf));
  const warm = await time(() => fetchAll(tables, ["pdf", "docx", "xlsx"], "2016-01-18"));
  const pdf = await time(() => fetchAll(tables, ["pdf"], "2016-01-17"));
  const docx = await time(() => fetchAll(tables, ["docx"], "2016-01-16"));
  const xlsx = await time(() => fetchAll(tables, ["xlsx"], "2016-01-15"));
  const printed = await printPages(tables);
  const report = await measureReport(context);
  const sheet = await measureSheet();
  const result = {
    measuredOn: Temporal.Now.plainDateISO().toString(),
    machine: { processor: cpus()[0]?.model, cores: availableParallelism() },
    tables: {
      count: tables.length,
      allThreeFormsFirstMs: cold,
      allThreeFormsMs: warm,
      pdfMs: pdf,
      docxMs: docx,
      xlsxMs: xlsx,
      chromiumStartMs: printed.startMs,
      chromiumPrintsSamePagesMs: printed.printMs,
      chromiumToTypst: ratio(printed.printMs, pdf),
    },
    report,
    sheet,
    serverPeakMemoryMb: await readPeakMemoryMb(server.child.pid ?? 0),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  await context.database.close();
} finally {
  server.child.kill("SIGTERM");
  if (server.child.exitCode === null) await once(server.child, "exit");
  await rm(folder, { recursive: true, force: true });
}

async function fetchAll(tables: readonly TableSummary[], endings: readonly string[], day: string): Promise<void> {
  for (const table of tables) {
    for (const ending of endings) {
      const response = await fetch(addressOf(table, `.${ending}`, day));
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      await response.arrayBuffer();
    }
  }
}

function addressOf(table: TableSummary, ending: string, day: string): string {
  const year = table.yearly ? `fiscalYear=${fiscalYear}&` : "";
  return `${server.address}/ja/tables/${table.id}${ending}?${year}asOf=${day}`;
}

/** The peer: the site's own pages, printed by headless Chromium. */
async function printPages(tables: readonly TableSummary[]): Promise<{ startMs: number; printMs: number }> {
  const started = performance.now();
  const browser = await openBrowser();
  const page = await browser.newPage();
  const startMs = Math.round(performance.now() - started);
  const printMs = await time(async () => {
    for (const table of tables) {
      await page.goto(addressOf(table, "", "2016-01-14"));
      await page.pdf({ format: "A4", tagged: true });
    }
  });
  await browser.close();
  return { startMs, printMs };
}

/** The interim report, its municipalities' part as often as it takes to fill sixty pages. */
async function measureReport(context: Awaited<ReturnType<typeof openContext>>) {
  const language = "ja";
  const request = { context, language, asOf, fiscalYear, subject: null, calendar: "gregorian", maker: "iges" } as const;
  const composeStarted = performance.now();
  const composition = await interimReport.compose({ ...request, written: {}, photographsOf: async () => [] });
  const composeMs = Math.round(performance.now() - composeStarted);
  const outline = interimReport.outline(language);
  const longest = Object.entries(composition.values).reduce(
    (found, [name, value]) =>
      "blocks" in value && value.blocks.length > found.blocks.length ? { name, blocks: value.blocks } : found,
    { name: "", blocks: [] as Block[] },
  );
  const { title, maker, values } = composition;
  const report: Report = { title, maker, language, date: asOf, images: [], values };
  const grown: Report = { ...report, values: { ...values } };
  const own = await writeReportPdf(report, fillOutline(outline, report.values), new Map());
  let pages = own.pages;
  for (let times = 2; pages < 60; times += 1) {
    grown.values[longest.name] = { blocks: Array.from({ length: times }, () => longest.blocks).flat() };
    pages = (await writeReportPdf(grown, fillOutline(outline, grown.values), new Map())).pages;
  }
  const write = (format: "pdf" | "docx") =>
    render({ is: "report", format, report: grown, outline, template: null, images: new Map() });
  await write("pdf");
  const pdfMs = await time(() => write("pdf"));
  const docxMs = await time(() => write("docx"));
  return { interimReportPages: own.pages, composeMs, pages, pdfMs, docxMs };
}

async function measureSheet() {
  const rows = 100_000;
  const fields: DataField[] = ["id", "title", "city", "date_from", "people"].map((name) => ({
    name,
    title: name,
    description: name,
    type: name === "people" ? "integer" : "text",
  }));
  async function* produce(): AsyncGenerator<DataValue[]> {
    for (let row = 0; row < rows; row += 1)
      yield [`a-${row}`, `大気環境改善のための協議（第${row}回）`, "邯郸市", "2015-10-30", row % 90];
  }
  const table: StreamedTable = {
    ...{ id: "long", title: "long", language: "ja", fields, rows: produce() },
    codeLists: [],
    about: [],
  };
  const file = join(folder, "long.xlsx");
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const ms = await time(() => streamDataXlsx([table], createWriteStream(file), { date: null }));
  clearInterval(watch);
  const { size } = await stat(file);
  return { rows, ms, memoryRiseMb: Math.round((most - before) / 1024 / 1024), sizeMb: Math.round(size / 1024 / 1024) };
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}

function ratio(peer: number, own: number): number {
  return Math.round((peer / own) * 10) / 10;
}

/** The kernel's high-water mark of the resident memory. Linux only; null elsewhere. */
async function readPeakMemoryMb(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
