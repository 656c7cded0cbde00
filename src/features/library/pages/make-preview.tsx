import { writeEdtf } from "../../../core/edtf-format.ts";
import { fiscalYearLabel } from "../../../core/fiscal-calendar.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import type { ReportKind } from "../../reports/report-kind.ts";
import type { DocumentForm } from "../document-form.ts";
import { nameRecords } from "../record-titles.ts";
import type { DocumentPreview } from "../service.ts";
import { GapList } from "./content-parts.tsx";
import { ContentSections } from "./content-sections.tsx";
import { nameKind } from "./kind-words.ts";
import { Radios } from "./make-form.tsx";

interface PreviewProps {
  request: MemberRequest;
  kind: ReportKind;
  form: DocumentForm;
  preview: DocumentPreview;
  formKey: string;
}

/** What is going to be in the document, what is missing, and the button that makes it. */
export async function describePreview({ request, kind, form, preview, formKey }: PreviewProps): Promise<PageContent> {
  const { context, language, actor } = request;
  const { report, figures, records, gaps } = preview.content;
  const { calendar } = await getProgramme(context);
  const directory = await getDirectory(context);
  const titles = await nameRecords(context, actor, records);
  const meta = [
    { term: message(language, "library.fact.kind"), value: nameKind(language, kind.id) },
    { term: message(language, "library.field.asOf"), value: writeEdtf(form.asOf, language) },
    ...(kind.subject === "year"
      ? [
          {
            term: message(language, "library.field.fiscalYear"),
            value: fiscalYearLabel(calendar, Number(form.fiscalYear), language),
          },
        ]
      : []),
    { term: message(language, "library.field.maker"), value: directory.name(form.maker, language) },
    {
      term: message(language, "library.field.basis"),
      value: message(language, form.basis === "approved" ? "library.basis.approved" : "library.basis.public"),
    },
  ];
  const count = (label: string, value: number | null) => ({
    label,
    value: value === null ? "–" : String(value),
    unit: "",
  });
  return {
    title: message(language, "library.preview.title"),
    description: message(language, "library.preview.title"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "library.members.title"), href: links.memberDocuments(language) },
      { text: nameKind(language, kind.id), href: links.makeDocument(language, kind.id) },
    ],
    body: (
      <>
        <PageHeading
          kicker={message(language, "library.preview.title")}
          title={{ text: report.title, language: report.language }}
          meta={meta}
        />
        <Problem preview={preview} language={language} />
        <KeyFigures
          figures={[
            count(message(language, "library.preview.pages"), preview.pages),
            count(message(language, "library.preview.records"), records.length),
            count(message(language, "library.preview.figures"), figures.length),
            count(message(language, "library.preview.gaps"), gaps.length),
          ]}
        />
        <Warnings preview={preview} form={form} kind={kind} language={language} />
        <MakeStep
          action={`${request.url.pathname}${request.url.search}`}
          kind={kind}
          form={form}
          preview={preview}
          formKey={formKey}
          language={language}
        />
        {gaps.length > 0 && (
          <Section
            id="gaps"
            title={message(language, "library.preview.gapsTitle")}
            lead={message(language, "library.preview.gapsLead")}
          >
            <GapList
              gaps={gaps}
              records={records}
              titles={titles}
              language={language}
              documentLanguage={report.language}
            />
          </Section>
        )}
        <ContentSections
          content={{ figures, records }}
          language={language}
          documentLanguage={report.language}
          titles={titles}
          hrefOf={(record) => links.memberRecord(language, record.kind, record.id)}
        />
      </>
    ),
  };
}

function Problem({ preview: { problem }, language }: { preview: DocumentPreview; language: Language }) {
  if (!problem) return null;
  return (
    <Notice tone="error" title={message(language, `library.render.${problem.reason}`)}>
      <p>{message(language, `library.render.${problem.reason}Text`)}</p>
      {problem.places.length > 0 && (
        <ul class="document-gaps">
          {problem.places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function Warnings({
  preview: { template, leftOut },
  form,
  kind,
  language,
}: {
  preview: DocumentPreview;
  form: DocumentForm;
  kind: ReportKind;
  language: Language;
}) {
  const warnings = [
    ...(form.basis === "approved" ? [message(language, "library.preview.approved")] : []),
    ...(leftOut > 0 ? [message(language, "library.preview.leftOut", { count: leftOut })] : []),
    ...(template ? [message(language, "library.preview.ownTemplate", { name: template.name })] : []),
    ...(form.calendar === "wareki" && form.language !== "ja" && kind.languages.includes("ja")
      ? [message(language, "library.preview.noWareki")]
      : []),
  ];
  if (warnings.length === 0) return null;
  return (
    <Notice tone="information" title={message(language, "library.preview.notes")}>
      <ul class="document-gaps">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}

function MakeStep({
  action,
  kind,
  form,
  preview,
  formKey,
  language,
}: Omit<PreviewProps, "request"> & { action: string; language: Language }) {
  const { visibility, note, written, ...rest } = form;
  const mayBePublic = form.basis === "public";
  return (
    <form class="document-form document-make" method="post" action={action}>
      {Object.entries(rest).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {kind.inputs.map(({ name }) => (
        <textarea key={name} hidden name={`written.${name}`}>
          {`\n${written[name] ?? ""}`}
        </textarea>
      ))}
      <input type="hidden" name="form_key" value={formKey} />
      {preview.problem === null && (
        <>
          <Radios
            name="visibility"
            label={message(language, "library.field.visibility")}
            value={mayBePublic ? visibility : "members"}
            choices={[
              {
                value: "members",
                text: message(language, "library.visibility.members"),
                note: message(language, "library.visibility.membersNote"),
              },
              {
                value: "public",
                text: message(language, "library.visibility.public"),
                note: message(language, mayBePublic ? "library.visibility.publicNote" : "library.visibility.notPublic"),
                disabled: !mayBePublic,
              },
            ]}
          />
          <div class="labelled-field">
            <label for="document-note">{message(language, "library.field.note")}</label>
            <p class="hint" id="document-note-hint">
              {message(language, "library.field.noteHint")}
            </p>
            <input id="document-note" type="text" name="note" value={note} aria-describedby="document-note-hint" />
          </div>
        </>
      )}
      <div class="document-actions">
        {preview.problem === null && (
          <button type="submit" name="intent" value="make">
            {message(language, "library.preview.make")}
          </button>
        )}
        <button type="submit" name="intent" value="change" class="button-second">
          {message(language, "library.preview.change")}
        </button>
      </div>
    </form>
  );
}
