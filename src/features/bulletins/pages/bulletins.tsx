import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { sayIssue } from "../say.ts";
import { type BulletinMonth, listMonths } from "../service.ts";

/** The months of which there is a bulletin, newest first. */
export const showBulletins: PageHandler = async ({ context, language }) => {
  const months = await listMonths(context, null);
  const years = [...Map.groupBy(months, ({ month }) => month.slice(0, 4))];
  const title = message(language, "bulletin.title");
  const lead = message(language, "bulletin.lead");
  return {
    title,
    description: lead,
    area: "policies",
    trail: [{ text: message(language, "policy.title"), href: links.policies(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          lead={lead}
          links={[{ text: message(language, "policy.title"), href: links.policies(language) }]}
        />
        {months.length === 0 && (
          <EmptyState
            title={message(language, "bulletin.none")}
            text={message(language, "bulletin.noneText")}
            links={[{ text: message(language, "policy.title"), href: links.policies(language) }]}
          />
        )}
        {years.map(([year, own]) => (
          <Section key={year} id={`year-${year}`} title={message(language, "bulletin.year", { year })}>
            <ul class="bulletin-months">
              {own.map((month) => (
                <li key={month.month} class={month.numbers.length > 0 ? "is-approved" : undefined}>
                  <a href={links.bulletin(language, month.month)}>{sayIssue(month.month, language)}</a>
                  <span>{describeMonth(month, language)}</span>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </>
    ),
  };
};

/** 「初版・48ページ」, or that it comes from the records. */
export function describeMonth({ numbers: [newest], entries }: BulletinMonth, language: Language): string {
  return newest
    ? message(language, "bulletin.row.approved", { number: newest.number, pages: newest.pages })
    : message(language, "bulletin.row.records", { count: entries });
}
