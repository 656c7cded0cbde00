import { writeEdtf } from "../../core/edtf-format.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { DataTable } from "../../documents/data-table.ts";
import type { TableDocument } from "../../documents/table.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { drawChartPicture, pictureHeight, pictureWidth } from "../../web/components/chart-picture.tsx";
import { getBooks } from "../programme/books.ts";
import { getProgramme } from "../programme/service.ts";
import { getCatalogue } from "./catalogue.ts";
import { type ChartContent, markOf } from "./chart.ts";
import { composeChartData } from "./chart-data.ts";
import { chartTable } from "./table-charts.ts";

/** A chart to paste into slides, with its numbers and what it shows in words. */
export interface ChartFile {
  id: string;
  title: string;
  /** alternative text: a sentence with the main numbers */
  description: string;
  /** standalone drawing that needs no style sheet */
  svg: string;
  /** units of the drawing */
  width: number;
  height: number;
  /** the same numbers for machines */
  data: DataTable;
}

/** The charts of a published table, one for each unit of its numbers; none for a table of texts. */
export async function getTableCharts(context: Context, table: TableDocument, language: Language): Promise<ChartFile[]> {
  const contents = await chartTable(context, table);
  return Promise.all(contents.map((content) => drawChart(context, content, { asOf: table.asOf, language })));
}

/** A chart as a file. `asOf`: the day of its numbers. */
export async function drawChart(
  context: Context,
  content: ChartContent,
  { asOf, language }: { asOf: string; language: Language },
): Promise<ChartFile> {
  const { id, title, description, series, mode, notes, years, table } = content;
  const svg = drawChartPicture({
    ...{ title, description, series, mode, notes, language },
    id: `chart-${id}`,
    categories: years.map(({ label }) => label),
    marks: years.map((year) => markOf(year, language)),
    formatNumber: (value) => writeNumber(value, language),
    subtitle: message(language, "chart.subtitle", { date: writeEdtf(asOf, language) }),
    source: await citeSource(context, table, language),
  });
  const data = await composeChartData(context, content, { asOf, language });
  return { id, title, description, svg, width: pictureWidth, height: pictureHeight, data };
}

export function writeNumber(value: number, language: Language): string {
  return value.toLocaleString(languageTags[language]);
}

/** The documents that print the table; the records themselves for a chart of none. */
async function citeSource(context: Context, table: string | null, language: Language): Promise<string> {
  const programme = localize((await getProgramme(context)).name, language).text;
  const definition = (await getCatalogue(context)).tables.find(({ id }) => id === table);
  if (!definition || definition.documents.length === 0) return message(language, "chart.sourceRecords", { programme });
  const books = await getBooks(context);
  const documents = definition.documents
    .map((id) => localize(books.document(id).title, language).text)
    .join(message(language, "list.separator"));
  return message(language, "chart.source", { documents, programme });
}
