import { AppError } from "../../../../core/errors.ts";
import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import type { Language } from "../../../../core/language.ts";
import { choiceMessage, findMessageKey, message } from "../../../../messages/message.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import type { ActionHandler, MemberRequest, Outcome, PageContent, PageHandler } from "../../../../web/page.ts";
import { getProgramme } from "../../../programme/service.ts";
import { nothingUpcoming, stampYear } from "../../upcoming.ts";
import { getYearOutlook } from "../../year-outlook.ts";
import { closeYear, proposeClosing, publishYear, reopenYear } from "../../years.ts";
import { NoteField, StepForm, type YearStep } from "./years-steps.tsx";
import { describeMemberYear, readFiscalYear } from "./years-year.tsx";

type StepRequest = Parameters<ActionHandler>[0];

export const publishNow: ActionHandler = (request) =>
  take(request, "publish", async (fiscalYear) => {
    await requireSeen(request, fiscalYear);
    await publishYear(request.context, request.actor, fiscalYear);
  });

export const askForClosing: ActionHandler = (request) =>
  take(request, "propose", (fiscalYear, note) => proposeClosing(request.context, request.actor, fiscalYear, note));

export const closeNow: ActionHandler = (request) =>
  take(request, "close", async (fiscalYear, note) => {
    await requireSeen(request, fiscalYear);
    await closeYear(request.context, request.actor, fiscalYear, note);
  });

export const reopenNow: ActionHandler = (request) =>
  take(request, "reopen", (fiscalYear, note) => reopenYear(request.context, request.actor, fiscalYear, note));

/** What closing does, said before it is done. */
export const confirmClosing: PageHandler<MemberRequest> = async (request): Promise<PageContent> => {
  const { context, language, actor } = request;
  const fiscalYear = readFiscalYear(request);
  const { year, items, stamp } = await getYearOutlook(context, actor, fiscalYear, language);
  // Nothing to confirm any more: the page says how the year stands.
  if (year.state === "closed") return describeMemberYear(request, null);
  const name = await nameYear(request, fiscalYear);
  const count = (change: string) => items.filter((item) => item.change === change).length;
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
        <Notice tone="warning" title={message(language, "year.confirm.title")}>
          <ul>
            <li>
              {message(language, "year.confirm.records", {
                added: count("new"),
                changed: count("changed"),
                gone: count("gone"),
              })}
            </li>
            <li>{message(language, "year.confirm.locked")}</li>
            {year.unfinished > 0 && <li>{message(language, "year.confirm.unfinished", { count: year.unfinished })}</li>}
            <li>{message(language, "year.confirm.mail")}</li>
          </ul>
        </Notice>
        {year.waiting > 0 && (
          <Notice tone="error">
            <p>{message(language, "year.error.entries-waiting", { waiting: year.waiting })}</p>
          </Notice>
        )}
        <StepForm step="close" year={year} language={language} name={name} isAlone>
          <input type="hidden" name="seen" value={stamp} />
          <NoteField id="close-note" label={message(language, "year.field.closing")} />
        </StepForm>
        <p>
          <a href={links.memberYear(language, fiscalYear)}>{message(language, "year.confirm.back")}</a>
        </p>
      </div>
    ),
  };
};

/** Does the step and leads back; what stands in its way is said on the year's page, with what was typed. */
async function take(
  request: StepRequest,
  step: YearStep,
  work: (fiscalYear: number, note: string) => Promise<void>,
): Promise<Outcome> {
  const fiscalYear = readFiscalYear(request);
  const field = request.form.get("note");
  const note = typeof field === "string" ? field.replaceAll("\r\n", "\n").trim().slice(0, 2_000) : "";
  try {
    await work(fiscalYear, note);
  } catch (error) {
    const text = explain(error, request.language, await nameYear(request, fiscalYear));
    if (text === null) throw error;
    const isMissing = error instanceof AppError && error.code === "invalid-input";
    return { page: await describeMemberYear(request, { text, note }), status: isMissing ? 422 : 409 };
  }
  return { redirect: links.memberYear(request.language, fiscalYear, { done: step }) };
}

/** Throws where other records would become public than those that the page showed. */
async function requireSeen({ context, form }: StepRequest, fiscalYear: number): Promise<void> {
  const present = await stampYear(context, fiscalYear);
  if (present !== nothingUpcoming && present !== form.get("seen")) throw new AppError("conflict", { reason: "unseen" });
}

function explain(error: unknown, language: Language, year: string): string | null {
  if (!(error instanceof AppError) || !["conflict", "invalid-input"].includes(error.code)) return null;
  const { reason, waiting, kind, record } = error.details;
  const key = findMessageKey(`year.error.${String(reason)}`);
  if (key === null) return null;
  return message(language, key, {
    year,
    waiting: Number(waiting ?? 0),
    record: record === undefined ? "" : `${choiceMessage(language, "record.kind", String(kind), 1)} ${String(record)}`,
  });
}

async function nameYear({ context, language }: MemberRequest, fiscalYear: number): Promise<string> {
  return fiscalYearLabel((await getProgramme(context)).calendar, fiscalYear, language);
}
