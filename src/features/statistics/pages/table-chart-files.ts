import { AppError } from "../../../core/errors.ts";
import { writeDataCsv } from "../../../documents/data-csv.ts";
import { render } from "../../../documents/render.ts";
import type { PageRequest, RawContent, RawHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { type ChartFile, getTableCharts } from "../charts.ts";
import { getRecordChart } from "../record-chart.ts";
import { getTable } from "../service.ts";
import { readTableQuery } from "./read-table-query.ts";

/** Sharp on slides of 1920 by 1080. */
const pngWidth = 1920;

export const downloadTableSvg: RawHandler = async (request) => sendSvg(await findTableChart(request, ".svg"));

export const downloadTablePng: RawHandler = async (request) => sendPng(await findTableChart(request, ".png"));

/** The numbers of one chart. */
export const downloadTableChartData: RawHandler = async (request) =>
  sendCsv(await findTableChart(request, ".chart.csv"));

/** The chart of the page of figures that belongs to no table. */
export const downloadRecordChart: RawHandler = async (request) => {
  const { context, language, params } = request;
  const [, id = "", ending = ""] = /^([a-z-]+)\.(svg|png|csv)$/.exec(params.file ?? "") ?? [];
  if (id !== "records") throw new AppError("not-found", { kind: "chart", id: params.file ?? "" });
  const chart = await getRecordChart(context, language);
  const found = { chart, name: `records-${chart.asOf}` };
  if (ending === "csv") return sendCsv(found);
  return ending === "svg" ? sendSvg(found) : sendPng(found);
};

interface FoundChart {
  chart: ChartFile;
  /** of the file, without its ending */
  name: string;
}

/** The chart that the query names, or the table's first. Throws `not-found` where the table has none. */
async function findTableChart(request: PageRequest, ending: string): Promise<FoundChart> {
  const { context, language, params, url } = request;
  const id = (params.file ?? "").slice(0, -ending.length);
  const wanted = readText(url, "chart") || readText(url, "measure");
  const table = await getTable(context, id, { ...readTableQuery(request), language });
  const charts = await getTableCharts(context, table, language);
  const chart = wanted ? charts.find((one) => one.id === wanted) : charts[0];
  if (!chart) throw new AppError("not-found", { kind: "chart", id, chart: wanted });
  const year = table.fiscalYear === null ? "" : `-${table.fiscalYear}`;
  return { chart, name: `${chart.data.id}${year}-${table.asOf}` };
}

function sendSvg({ chart, name }: FoundChart): RawContent {
  return { contentType: "image/svg+xml; charset=utf-8", content: chart.svg, fileName: `${name}.svg` };
}

async function sendPng({ chart, name }: FoundChart): Promise<RawContent> {
  const { bytes } = await render({ is: "png", svg: chart.svg, width: pngWidth });
  return { contentType: "image/png", content: bytes, fileName: `${name}.png` };
}

function sendCsv({ chart, name }: FoundChart): RawContent {
  return { contentType: "text/csv; charset=utf-8", content: writeDataCsv(chart.data), fileName: `${name}-chart.csv` };
}
