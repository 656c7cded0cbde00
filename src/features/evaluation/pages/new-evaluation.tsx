import { AppError } from "../../../core/errors.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { makeFormKey } from "../../comments/form-key.ts";
import { getProgramme } from "../../programme/service.ts";
import { createEvaluation } from "../evaluations.ts";

interface Typed {
  kind: string;
  firstYear: string;
  lastYear: string;
  formKey: string;
}

export const showNewEvaluation: PageHandler<MemberRequest> = async (request) => {
  const { firstFiscalYear, lastFiscalYear } = await getProgramme(request.context);
  return describeForm(request, {
    kind: "mid-term",
    firstYear: String(firstFiscalYear),
    lastYear: String(Math.min(firstFiscalYear + 2, lastFiscalYear)),
    formKey: makeFormKey(),
  });
};

export const submitNewEvaluation: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const typed: Typed = {
    kind: text("kind"),
    firstYear: text("first_year"),
    lastYear: text("last_year"),
    formKey: text("form_key"),
  };
  try {
    const id = await createEvaluation(context, actor, {
      kind: typed.kind === "yearly" ? "yearly" : "mid-term",
      firstYear: Number(typed.firstYear),
      lastYear: Number(typed.lastYear),
      formKey: typed.formKey,
      beside: form.get("beside") === "yes",
    });
    return { redirect: links.memberEvaluation(language, id, { done: "drafted" }) };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict" && error.details.reason === "exists")
      return { page: await describeForm(request, typed, "", String(error.details.id)), status: 409 };
    if (!(error instanceof AppError) || error.code !== "invalid-input") throw error;
    return { page: await describeForm(request, typed, String(error.details.field)), status: 422 };
  }
};

async function describeForm(
  { context, language }: MemberRequest,
  typed: Typed,
  problem = "",
  existing: string | null = null,
): Promise<PageContent> {
  const { calendar, firstFiscalYear, lastFiscalYear } = await getProgramme(context);
  const years = Array.from({ length: lastFiscalYear - firstFiscalYear + 1 }, (_, index) => firstFiscalYear + index);
  const options = years.map((year) => ({ value: String(year), text: fiscalYearLabel(calendar, year, language) }));
  const isYear = problem === "first_year" || problem === "last_year";
  const error = isYear ? message(language, "evaluation.problem.last_year") : undefined;
  const title = message(language, "evaluation.new.title");
  return {
    title,
    description: message(language, "evaluation.new.lead"),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "memberBar.evaluations"), href: links.evaluations(language) }],
    body: (
      <>
        <PageHeading title={title} lead={message(language, "evaluation.new.lead")} />
        {error && (
          <ErrorSummary
            id="errors"
            title={message(language, "evaluation.notSaved")}
            errors={[{ text: error, href: "#last-year" }]}
          />
        )}
        {existing !== null && (
          <Notice tone="warning" title={message(language, "evaluation.new.exists")}>
            <p>
              <a href={links.memberEvaluation(language, existing)}>{message(language, "evaluation.new.existing")}</a>
            </p>
          </Notice>
        )}
        <form method="post" action={links.newEvaluation(language)} class="evaluation-form">
          <input type="hidden" name="form_key" value={typed.formKey} />
          <LabelledField
            id="kind"
            name="kind"
            label={message(language, "evaluation.new.kind")}
            control={{
              kind: "select",
              value: typed.kind,
              options: (["mid-term", "yearly"] as const).map((kind) => ({
                value: kind,
                text: message(language, `evaluation.kind.${kind}`),
              })),
            }}
          />
          <LabelledField
            id="first-year"
            name="first_year"
            label={message(language, "evaluation.new.firstYear")}
            control={{ kind: "select", value: typed.firstYear, options }}
          />
          <LabelledField
            id="last-year"
            name="last_year"
            label={message(language, "evaluation.new.lastYear")}
            hint={message(language, "evaluation.new.lastYearHint")}
            error={error}
            control={{ kind: "select", value: typed.lastYear, options }}
          />
          {existing !== null && (
            <label class="finish-confirm">
              <input type="checkbox" id="beside" name="beside" value="yes" required />{" "}
              {message(language, "evaluation.new.beside")}
            </label>
          )}
          <button type="submit">{message(language, "evaluation.new.submit")}</button>
        </form>
      </>
    ),
  };
}
