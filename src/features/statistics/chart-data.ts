import type { Language } from "../../core/language.ts";
import type { DataTable } from "../../documents/data-table.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import { getCatalogue } from "./catalogue.ts";
import type { ChartContent, ChartYear } from "./chart.ts";
import { describeTable } from "./data/about.ts";
import {
  choiceColumns,
  composeTable,
  type DataColumn,
  type DataRequest,
  listedColumns,
  numberColumn,
  yearColumn,
} from "./data/columns.ts";

interface Bar {
  year: ChartYear;
  series: string;
  value: number | null;
  approximate: boolean;
}

/** The numbers of a chart for machines: one row a bar, or a part of one. */
export async function composeChartData(
  context: Context,
  content: ChartContent,
  settled: { asOf: string; language: Language },
): Promise<DataTable> {
  const { id, table, title, series, years, unit, notes } = content;
  const request = await gatherRequest(context, content, settled);
  const { language } = settled;
  const codes = {
    id: "series",
    title: message(language, "chart.seriesField"),
    codes: series.map(({ key, label }) => ({ code: key, label })),
  };
  const columns: DataColumn<Bar>[] = [
    yearColumn(request, ({ year }) => year.year),
    ...choiceColumns<Bar>(
      request,
      "extent",
      { choices: ["whole", "partial", "planned"], group: "chart.extent" },
      ({ year }) => year.extent,
    ),
    ...listedColumns<Bar>(language, "series", codes, ({ series: key }) => key),
    numberColumn(request, "value", unit, ({ value }) => value),
    ...choiceColumns<Bar>(request, "approximate", { choices: ["yes", "no"], group: "dataTable.yesNo" }, (bar) =>
      bar.value === null ? null : bar.approximate ? "yes" : "no",
    ),
  ];
  const about = describeTable(request, {
    definition: [title],
    method: message(language, table === null ? "dataTable.method.records" : "dataTable.method.figures"),
    documents: [],
    notes,
  });
  return composeTable(
    { id: table === null ? id : `${table}-${id}`, title, language, about },
    columns,
    listBars(content, years),
  );
}

function listBars({ series }: ChartContent, years: readonly ChartYear[]): Bar[] {
  return years.flatMap((year, index) =>
    series.map(({ key, values, texts }) => ({
      year,
      series: key,
      value: values[index] ?? null,
      approximate: texts?.[index] != null,
    })),
  );
}

async function gatherRequest(
  context: Context,
  { table, id, title }: ChartContent,
  { asOf, language }: { asOf: string; language: Language },
): Promise<DataRequest> {
  const catalogue = await getCatalogue(context);
  const definition = catalogue.tables.find((one) => one.id === table) ?? {
    ...{ id, section: "", layout: "", register: null, measures: [], columns: [], fiscalYears: [], documents: [] },
    title: { [language]: title },
  };
  return {
    ...{ context, definition, fiscalYear: null, calendar: "gregorian", asOf, language, catalogue },
    programme: await getProgramme(context),
    directory: await getDirectory(context),
    books: await getBooks(context),
  };
}
