import { AppError } from "../../../core/errors.ts";
import { RenderError } from "../../../documents/render.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { isFormKey, makeFormKey } from "../../comments/form-key.ts";
import { reportKind } from "../../reports/kinds/registry.ts";
import type { ReportKind } from "../../reports/report-kind.ts";
import {
  type CheckedForm,
  checkDocumentForm,
  type DocumentForm,
  type DocumentProblems,
  fillDocumentForm,
  readDocumentForm,
} from "../document-form.ts";
import { makeDocument } from "../make-document.ts";
import { previewDocument } from "../service.ts";
import { describeKind, describeNeeds, nameKind } from "./kind-words.ts";
import { gatherChoices, MakeForm } from "./make-form.tsx";
import { describePreview } from "./make-preview.tsx";

/** The form of one kind of document. `?subject=` names a partnership or an activity from elsewhere. */
export const showMakeDocument: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language, params, url } = request;
  const kind = reportKind(params.kind ?? "");
  const form = await fillDocumentForm(context, actor, kind, language);
  return describeForm(request, kind, { ...form, subject: readText(url, "subject") ?? "" }, new Map());
};

/** Looks first, makes then: `check` shows what it will be, `make` keeps it, `change` goes back to the form. */
export const submitMakeDocument: ActionHandler = async (request) => {
  const { context, actor, language, params, form: fields } = request;
  const kind = reportKind(params.kind ?? "");
  const form = readDocumentForm(kind, fields);
  if (fields.get("intent") === "change")
    return { page: await describeForm(request, kind, form, new Map()), status: 200 };
  const checked = await checkDocumentForm(context, actor, kind, form);
  if (checked instanceof Map) return { page: await describeForm(request, kind, form, checked), status: 422 };
  try {
    if (fields.get("intent") === "make")
      return { redirect: await make(request, checked, String(fields.get("form_key"))) };
    const preview = await previewDocument(context, actor, checked.request);
    const page = describePreview({ request, kind, form, preview, formKey: makeFormKey() });
    return { page: await page, status: 200 };
  } catch (error) {
    // A year that nobody recorded, an activity that was taken back meanwhile: what the form chose is not there.
    if (error instanceof AppError && error.code === "not-found") {
      const problem = kind.subject === "year" ? (["fiscalYear", "year"] as const) : (["subject", "subject"] as const);
      return { page: await describeForm(request, kind, form, new Map([problem])), status: 422 };
    }
    const wrong = findWrongInputs(error);
    if (wrong) return { page: await describeForm(request, kind, form, wrong), status: 422 };
    if (!(error instanceof RenderError)) throw error;
    const preview = await previewDocument(context, actor, checked.request);
    const page = describePreview({ request, kind, form, preview, formKey: makeFormKey() });
    return { page: await page, status: 422 };
  }

  async function make({ context, actor }: MemberRequest, { request, visibility, note }: CheckedForm, formKey: string) {
    if (!isFormKey(formKey)) throw new AppError("invalid-input", { reason: "form" });
    const id = await makeDocument(context, actor, request, { visibility, note, formKey });
    return links.memberDocument(language, id, { done: "made" });
  }
};

/** What somebody has to write, or has written as no date: known only once the document is put together. */
function findWrongInputs(error: unknown): DocumentProblems | null {
  if (!(error instanceof AppError)) return null;
  const { reason, inputs } = error.details;
  const problem = reason === "missing-inputs" ? "missing" : reason === "wrong-inputs" ? "date" : null;
  if (problem === null) return null;
  return new Map(Array.isArray(inputs) ? inputs.map((name) => [`written.${String(name)}` as const, problem]) : []);
}

async function describeForm(
  request: MemberRequest,
  kind: ReportKind,
  form: DocumentForm,
  problems: DocumentProblems,
): Promise<PageContent> {
  const { language } = request;
  const name = nameKind(language, kind.id);
  const title = message(language, "library.make.title", { kind: name });
  const choices = await gatherChoices(request, kind, form.subject);
  return {
    title,
    description: describeKind(language, kind.id),
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "library.members.title"), href: links.memberDocuments(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, "library.make.kicker")}
          title={name}
          lead={describeKind(language, kind.id)}
        />
        <Notice tone="information">
          <p>
            {message(language, "library.kindNeeds")} {describeNeeds(language, kind.id)}
          </p>
        </Notice>
        <MakeForm kind={kind} form={form} choices={choices} problems={problems} language={language} />
      </>
    ),
  };
}
