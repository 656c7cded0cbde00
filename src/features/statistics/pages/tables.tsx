import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getProgramme } from "../../programme/service.ts";
import { listTables } from "../service.ts";

const sections = ["coordination", "technical", "partners"] as const;

/** The index of all published tables, by who keeps the records behind them. */
export const showTables: PageHandler = async ({ context, language }) => {
  const tables = await listTables(context, language);
  const { calendar } = await getProgramme(context);
  const title = message(language, "tables.title");
  const describeYears = (years: number[]) =>
    [...new Set([years[0], years.at(-1)])]
      .filter((year) => year !== undefined)
      .map((year) => fiscalYearLabel(calendar, year, language))
      .join(message(language, "list.range"));
  return {
    title,
    description: message(language, "tables.lead", { count: tables.length }),
    area: "tables",
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "tables.lead", { count: tables.length })}
          links={[{ text: message(language, "tables.toLibrary"), href: links.library(language) }]}
        />
        {sections.map((section) => (
          <Section key={section} id={section} title={message(language, `tables.section.${section}`)}>
            <LinkList
              items={tables
                .filter((table) => table.section === section)
                .map((table) => ({
                  text: table.title,
                  href: links.table(language, table.id),
                  note: describeYears(table.fiscalYears),
                }))}
            />
          </Section>
        ))}
      </>
    ),
  };
};
