import { writeEdtf } from "../../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import type { Language } from "../../../../core/language.ts";
import { localize } from "../../../../core/localized.ts";
import { message } from "../../../../messages/message.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { Words } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../../web/page.ts";
import { getProgramme } from "../../../programme/service.ts";
import { type EarlyClosing, findEarlyClosing } from "../../early-closing.ts";
import { getYearOutlook, type YearOutlook } from "../../year-outlook.ts";
import { NoteField, StepForm } from "./years-steps.tsx";
import { describeMemberYear, readFiscalYear } from "./years-year.tsx";

export const confirmClosing: PageHandler<MemberRequest> = (request) => describeClosing(request, null);

/** What closing does, said before it is done; `failed` is a form without the tick that an early closing needs. */
export async function describeClosing(request: MemberRequest, failed: { note: string } | null): Promise<PageContent> {
  const { context, language, actor } = request;
  const fiscalYear = readFiscalYear(request);
  const outlook = await getYearOutlook(context, actor, fiscalYear, language);
  const { year, stamp } = outlook;
  // Nothing to confirm any more: the page says how the year stands.
  if (year.state === "closed") return describeMemberYear(request, null);
  const early = await findEarlyClosing(context, actor, fiscalYear);
  const name = fiscalYearLabel((await getProgramme(context)).calendar, fiscalYear, language);
  const title = message(language, "year.step.close.title", { year: name });
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "year.list.title"), href: links.memberYears(language) },
      { text: name, href: links.memberYear(language, fiscalYear) },
    ],
    body: (
      <div class="year-confirm">
        <PageHeading title={title} lead={message(language, "year.step.close.text")} />
        <Consequences outlook={outlook} language={language} />
        {early && <EarlyNotice early={early} language={language} />}
        {year.waiting > 0 && (
          <Notice tone="error">
            <p>{message(language, "year.error.entries-waiting", { waiting: year.waiting })}</p>
          </Notice>
        )}
        <StepForm step="close" year={year} language={language} name={name} isAlone>
          <input type="hidden" name="seen" value={stamp} />
          <NoteField id="close-note" label={message(language, "year.field.closing")} value={failed?.note} />
          {early && <EarlyTick early={early} isMissing={failed !== null} language={language} />}
        </StepForm>
        <p>
          <a href={links.memberYear(language, fiscalYear)}>{message(language, "year.confirm.back")}</a>
        </p>
      </div>
    ),
  };
}

function Consequences({ outlook: { items, year }, language }: { outlook: YearOutlook; language: Language }) {
  const count = (change: string) => items.filter((item) => item.change === change).length;
  const records = { added: count("new"), changed: count("changed"), gone: count("gone") };
  return (
    <Notice tone="warning" title={message(language, "year.confirm.title")}>
      <ul>
        <li>{message(language, "year.confirm.records", records)}</li>
        <li>{message(language, "year.confirm.locked")}</li>
        {year.unfinished > 0 && <li>{message(language, "year.confirm.unfinished", { count: year.unfinished })}</li>}
        <li>{message(language, "year.confirm.mail")}</li>
      </ul>
    </Notice>
  );
}

/** Activities that are to come could not be entered any more, nor what became of those that are planned. */
function EarlyNotice({ early: { lastDay, planned, total }, language }: { early: EarlyClosing; language: Language }) {
  const others = total - planned.length;
  return (
    <Notice tone="warning" title={message(language, "year.early.title", { date: writeEdtf(lastDay, language) })}>
      <p>{message(language, total === 0 ? "year.early.none" : "year.early.planned", { count: total })}</p>
      {planned.length > 0 && (
        <ul>
          {planned.map(({ id, title, date }) => (
            <li key={id}>
              {date !== null && `${writeEdtf(date, language, { style: "short" })} `}
              <a href={links.memberRecord(language, "activity", id)}>
                <Words value={localize(title, language)} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <p>{message(language, "year.early.others", { count: others })}</p>}
    </Notice>
  );
}

function EarlyTick({ early, isMissing, language }: { early: EarlyClosing; isMissing: boolean; language: Language }) {
  return (
    <div class="check-field">
      <label>
        <input
          type="checkbox"
          id="close-early"
          name="early"
          value="yes"
          required
          aria-invalid={isMissing}
          aria-describedby={isMissing ? "close-early-error" : undefined}
        />
        <span>
          {message(language, "year.early.tick", { date: writeEdtf(early.lastDay, language) })}
          {isMissing && (
            <span class="field-error" id="close-early-error" role="alert">
              {message(language, "year.early.missing")}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
