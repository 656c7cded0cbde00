import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import type { ChartContent } from "../chart.ts";
import { chartRecords } from "../record-chart.ts";
import { getTable } from "../service.ts";
import { chartTable } from "../table-charts.ts";
import { ChartFigure } from "./chart-figure.tsx";
import { linkChartFiles } from "./table-charts.tsx";

interface Entry {
  id: string;
  title: string;
  chart: ChartContent;
}

/** The programme in pictures: every chart with the same numbers as its table. */
export const showFigures: PageHandler = async ({ context, language }) => {
  const title = message(language, "figures.title");
  const lead = message(language, "figures.lead");
  const entries = await listCharts(context, language);
  return {
    title,
    description: lead,
    area: "figures",
    trail: [],
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        {entries.map(({ id, title: heading, chart }) => (
          <Section
            key={id}
            id={`section-${id}`}
            title={heading}
            more={
              chart.table === null
                ? undefined
                : { text: message(language, "figures.toTable"), href: links.table(language, chart.table) }
            }
          >
            <ChartFigure id={id} chart={chart} language={language} files={linkChartFiles(chart, {}, language)} />
          </Section>
        ))}
      </>
    ),
  };
};

/** What the overview's units count, in a few words. */
const overviewTitles = { times: "activities", people: "people", pages: "reports" } as const;

async function listCharts(context: Context, language: Language): Promise<Entry[]> {
  const overview = await chartTableOf(context, "overview", language);
  const fromOverview = overview.flatMap((chart): Entry[] => {
    const [, name] = Object.entries(overviewTitles).find(([unit]) => unit === chart.id) ?? [];
    return name === undefined ? [] : [{ id: name, title: message(language, `figures.${name}.title`), chart }];
  });
  const visits = await Promise.all(
    ["research-visits", "model-city-visits"].map(async (table) => {
      const { title } = await getTable(context, table, { language });
      const charts = await chartTableOf(context, table, language);
      return charts.map((chart): Entry => ({ id: table, title, chart }));
    }),
  );
  const records = await chartRecords(context, language);
  return [
    ...fromOverview,
    ...visits.flat(),
    { id: "records", title: message(language, "figures.records.title"), chart: records },
  ];
}

async function chartTableOf(context: Context, table: string, language: Language): Promise<ChartContent[]> {
  return chartTable(context, await getTable(context, table, { language }));
}
