import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { languageTags } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { BarChart } from "../../../web/components/bar-chart.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { gatherKnowledge, type Knowledge } from "../filter-knowledge.ts";
import { chartWords, heldAndExpected } from "../year-chronicle.ts";
import { getYearsOnRecord, type YearOnRecord } from "../year-extent.ts";

/** Every fiscal year on record, with what it holds. */
export const showYears: PageHandler = async ({ context, language }) => {
  const knowledge = await gatherKnowledge(context, language);
  const years = await getYearsOnRecord(context, knowledge.programme);
  const name = (year: number) => fiscalYearLabel(knowledge.programme.calendar, year, language);
  const title = message(language, "years.title");
  return {
    title,
    description: message(language, "years.description"),
    area: "years",
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "years.lead")}
          links={[{ text: message(language, "years.overview"), href: links.table(language, "overview") }]}
        />
        <BarChart
          id="years-chart"
          title={message(language, "years.yearChart")}
          description={message(language, "years.yearChartDescription")}
          categories={years.map(({ fiscalYear }) => String(fiscalYear))}
          categoryLabel={message(language, "years.fiscalYear")}
          series={heldAndExpected(language).map(({ key, label }) => ({
            key,
            label,
            values: years.map((year) =>
              year.extent === "figures-only" ? null : key === "held" ? year.held : year.expected,
            ),
          }))}
          {...chartWords(language)}
        />
        <Section id="years" title={message(language, "years.every")}>
          <LinkList
            items={years.map((year) => ({
              text: name(year.fiscalYear),
              href: links.year(language, year.fiscalYear),
              note: describeYear(year, knowledge),
            }))}
          />
        </Section>
      </>
    ),
  };
};

/** 「協議47件、訪日研修34件…」, or why there is little. */
function describeYear({ extent, total, kinds }: YearOnRecord, { language }: Knowledge): string {
  if (extent === "figures-only") return message(language, "years.note.figures-only");
  const number = new Intl.NumberFormat(languageTags[language]);
  const shown = kinds.slice(0, 4).map(({ kind, count }) =>
    message(language, "years.kindCount", {
      kind: choiceMessage(language, "activity.kind", kind),
      count: number.format(count),
    }),
  );
  const sentences = [
    message(language, kinds.length > shown.length ? "years.note.totalAndMore" : "years.note.total", {
      total,
      kinds: shown.join(message(language, "list.separator")),
    }),
  ];
  if (extent !== "full") sentences.push(message(language, `years.note.${extent}`));
  return sentences.join(message(language, "activities.sentenceJoint"));
}
