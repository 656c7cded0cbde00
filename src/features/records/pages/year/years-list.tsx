import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import { formatMoment } from "../../../../core/format-moment.ts";
import { message } from "../../../../messages/message.ts";
import { EmptyState } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../../web/page.ts";
import { getProgramme } from "../../../programme/service.ts";
import { listYears } from "../../years.ts";
import { describeYear, YearLegend, YearPicture, YearStateTag } from "./years-picture.tsx";

/** Every fiscal year of which there are records: how far each has come, and what is still to do. */
export const showMemberYears: PageHandler<MemberRequest> = async ({ context, language }) => {
  const years = await listYears(context);
  const { calendar } = await getProgramme(context);
  const title = message(language, "year.list.title");
  const lead = message(language, "year.list.lead");
  return {
    title,
    description: lead,
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading
          title={title}
          lead={lead}
          links={[{ text: message(language, "preview.list.title"), href: links.memberTables(language) }]}
        />
        {years.length === 0 ? (
          <EmptyState title={message(language, "year.list.empty")} />
        ) : (
          <>
            <YearLegend language={language} />
            <ul class="year-list">
              {years.map((year) => (
                <li key={year.fiscalYear}>
                  <h2>
                    <a href={links.memberYear(language, year.fiscalYear)}>
                      {fiscalYearLabel(calendar, year.fiscalYear, language)}
                    </a>{" "}
                    <YearStateTag state={year.state} language={language} />
                  </h2>
                  <div>
                    <YearPicture year={year} language={language} />
                    <p>{describeYear(year, language)}</p>
                    {year.publishedAt && (
                      <p class="quiet">
                        {message(language, "year.publishedOn", {
                          date: formatMoment(language, year.publishedAt, "day"),
                        })}
                      </p>
                    )}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  };
};
