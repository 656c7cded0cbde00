import { AppError } from "../../../../core/errors.ts";
import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import { formatMoment } from "../../../../core/format-moment.ts";
import { findMessageKey, message } from "../../../../messages/message.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../../web/page.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { getProgramme } from "../../../programme/service.ts";
import { getYearOutlook } from "../../year-outlook.ts";
import type { YearState } from "../../years.ts";
import { YearChanges, YearOwners, YearTables } from "./years-outlook.tsx";
import { describeYear, YearLegend, YearPicture, YearStateTag } from "./years-picture.tsx";
import { YearSteps } from "./years-steps.tsx";

/** What became of a step that somebody tried: the words for it, and what was typed. */
export interface FailedStep {
  text: string;
  note: string;
}

export const showMemberYear: PageHandler<MemberRequest> = (request) => describeMemberYear(request, null);

/** Where a year stands, what its closing would change, who is still at work, and what can be done now. */
export async function describeMemberYear(request: MemberRequest, failed: FailedStep | null): Promise<PageContent> {
  const { context, language, actor, url } = request;
  const fiscalYear = readFiscalYear(request);
  const outlook = await getYearOutlook(context, actor, fiscalYear, language);
  const { year } = outlook;
  const name = fiscalYearLabel((await getProgramme(context)).calendar, fiscalYear, language);
  const title = message(language, "year.page.title", { year: name });
  const done = findMessageKey(`year.done.${url.searchParams.get("done") ?? ""}`);
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "year.list.title"), href: links.memberYears(language) }],
    body: (
      <>
        <PageHeading
          title={title}
          meta={[
            {
              term: message(language, "year.page.state"),
              value: <YearStateTag state={year.state} language={language} />,
            },
            ...describeMoments(year, language),
          ]}
        />
        {done && !failed && (
          <Notice tone="success">
            <p role="status">{message(language, done, { year: name })}</p>
          </Notice>
        )}
        {failed && (
          <Notice tone="error" title={message(language, "year.error.title")}>
            <p>{failed.text}</p>
          </Notice>
        )}
        <div class="year-summary">
          <YearPicture year={year} language={language} />
          <p>{describeYear(year, language)}</p>
          <YearLegend language={language} />
        </div>
        {year.note !== null && (
          <Notice tone="information" title={message(language, `year.note.${year.state}`)}>
            <p class="year-note">{year.note}</p>
          </Notice>
        )}
        <YearChanges outlook={outlook} language={language} />
        <YearTables outlook={outlook} language={language} />
        <YearOwners outlook={outlook} language={language} directory={await getDirectory(context)} />
        <YearSteps year={year} stamp={outlook.stamp} actor={actor} language={language} name={name} failed={failed} />
      </>
    ),
  };
}

/** Throws `not-found` for what is no year. */
export function readFiscalYear({ params }: Pick<MemberRequest, "params">): number {
  const text = params.year ?? "";
  if (!/^\d{4}$/.test(text)) throw new AppError("not-found", { kind: "fiscal-year", fiscalYear: text });
  return Number(text);
}

function describeMoments(year: YearState, language: MemberRequest["language"]) {
  const write = (moment: Date) => formatMoment(language, moment);
  return [
    ...(year.publishedAt ? [{ term: message(language, "year.page.published"), value: write(year.publishedAt) }] : []),
    ...(year.changedAt && year.changedAt.getTime() !== year.publishedAt?.getTime()
      ? [{ term: message(language, "year.page.changed"), value: write(year.changedAt) }]
      : []),
  ];
}
