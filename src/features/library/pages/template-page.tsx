import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { builtInPlaceholders } from "../../../documents/docx/built-in-placeholders.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { getDirectory } from "../../organisations/directory.ts";
import type { Placeholder, ReportKindId } from "../../reports/report-kind.ts";
import type { TemplateCheck } from "../check-template-upload.ts";
import { documentFormats } from "../document.ts";
import type { OwnTemplate } from "../store-templates.ts";
import type { TemplateFinding } from "../template-file.ts";
import { getTemplate } from "../templates.ts";
import { nameKind } from "./kind-words.ts";

interface Outcome {
  check?: TemplateCheck;
  failure?: string;
}

/** The template of a kind in a language: the one in use, what may stand in it, and how to use another. */
export async function describeTemplate(request: MemberRequest, of: Language, outcome: Outcome): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const { kind, own } = await getTemplate(context, actor, params.kind ?? "", of);
  const directory = await getDirectory(context);
  const title = message(language, "library.template.title", {
    kind: nameKind(language, kind.id),
    language: message(language, `language.${of}`),
  });
  const done = (["used", "dropped"] as const).find((name) => name === readText(url, "done"));
  const office =
    own && directory.find(own.organisation) ? directory.name(own.organisation, language) : own?.organisation;
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "library.members.title"), href: links.memberDocuments(language) },
      { text: message(language, "library.templates.title"), href: links.templates(language) },
    ],
    body: (
      <>
        <PageHeading
          kicker={message(language, "library.templates.title")}
          title={nameKind(language, kind.id)}
          meta={[{ term: message(language, "library.field.language"), value: message(language, `language.${of}`) }]}
        />
        {done && (
          <Notice tone="success">
            <p>{message(language, `library.template.done.${done}`)}</p>
          </Notice>
        )}
        {outcome.failure !== undefined && (
          <Notice tone="error" title={message(language, "library.template.refused")}>
            <p>{outcome.failure}</p>
          </Notice>
        )}
        {outcome.check && <CheckReport check={outcome.check} kind={kind.id} of={of} language={language} />}
        <InUse own={own} office={office ?? ""} kind={kind.id} of={of} language={language} />
        <Section id="upload" title={message(language, "library.template.upload")}>
          <form method="post" encType="multipart/form-data" action={links.template(language, kind.id, of)}>
            <LabelledField
              id="template-file"
              name="file"
              label={message(language, "library.template.file")}
              hint={message(language, "library.template.fileHint")}
              control={{ kind: "file", accept: ".docx" }}
            />
            <button type="submit" name="intent" value="check">
              {message(language, "library.template.check")}
            </button>
          </form>
        </Section>
        <Section
          id="placeholders"
          title={message(language, "library.template.placeholders")}
          lead={message(language, "library.template.placeholdersLead")}
        >
          <PlaceholderTable placeholders={kind.placeholders} language={language} />
        </Section>
      </>
    ),
  };
}

interface InUseProps {
  own: OwnTemplate | null;
  office: string;
  kind: ReportKindId;
  of: Language;
  language: Language;
}

function InUse({ own, office, kind, of, language }: InUseProps) {
  return (
    <Section id="in-use" title={message(language, "library.template.inUse")}>
      <p>
        {own
          ? message(language, "library.template.ownText", {
              organisation: office,
              date: formatMoment(language, own.addedAt, "day"),
              name: own.name,
            })
          : message(language, "library.template.renkeiText")}
      </p>
      <p>
        <a class="command" href={links.templateFile(language, kind, of)}>
          {message(language, "library.template.download")}
        </a>
      </p>
      {own && (
        <form method="post" action={links.template(language, kind, of)}>
          <button type="submit" name="intent" value="drop" class="quiet-button">
            {message(language, "library.template.back")}
          </button>
        </form>
      )}
    </Section>
  );
}

interface CheckProps {
  check: TemplateCheck;
  kind: ReportKindId;
  of: Language;
  language: Language;
}

function CheckReport({ check, kind, of, language }: CheckProps) {
  const { name, errors, remarks, trial, checked } = check;
  if (!checked)
    return (
      <Notice tone="error" title={message(language, "library.template.refused")}>
        <p>{message(language, "library.template.refusedText")}</p>
        <Findings findings={errors} />
        {trial.state === "failed" && (
          <p>
            {message(language, "library.template.failed.trial", {
              reason: trial.places.length > 0 ? trial.places.join(" / ") : message(language, "library.render.failed"),
            })}
          </p>
        )}
      </Notice>
    );
  return (
    <>
      <Notice tone="success" title={message(language, "library.template.sound")}>
        <p>
          {trial.state === "made"
            ? message(language, "library.template.soundText", { name, pages: trial.pages })
            : message(language, "library.template.noSample")}
        </p>
        <form method="post" action={links.template(language, kind, of)} class="document-actions">
          <input type="hidden" name="sha256" value={checked.sha256} />
          <input type="hidden" name="name" value={checked.name} />
          <input type="hidden" name="seal" value={checked.seal} />
          {trial.state === "made" &&
            documentFormats.toReversed().map((format) => (
              <button key={format} type="submit" name="intent" value={`sample-${format}`} class="button-second">
                {message(language, "library.template.sample", {
                  format: message(language, `library.format.${format}`),
                })}
              </button>
            ))}
          <button type="submit" name="intent" value="use">
            {message(language, "library.template.use")}
          </button>
        </form>
      </Notice>
      {remarks.length > 0 && (
        <Notice tone="warning" title={message(language, "library.template.remarks")}>
          <Findings findings={remarks} />
        </Notice>
      )}
    </>
  );
}

function Findings({ findings }: { findings: readonly TemplateFinding[] }) {
  return (
    <ul class="document-gaps">
      {findings.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function PlaceholderTable({ placeholders, language }: { placeholders: readonly Placeholder[]; language: Language }) {
  // Every template may name these, whatever its kind.
  const builtIn = builtInPlaceholders
    .filter(({ name }) => !placeholders.some((placeholder) => placeholder.name === name))
    .map((placeholder) => ({ ...placeholder, description: `library.template.builtIn.${placeholder.name}` as const }));
  return (
    <DataTable
      id="placeholder-table"
      caption={message(language, "library.template.placeholders")}
      captionHidden
      columns={[
        { key: "name", label: message(language, "library.template.name") },
        { key: "meaning", label: message(language, "library.template.meaning"), width: "wide" },
        { key: "gives", label: message(language, "library.template.gives") },
        { key: "needed", label: message(language, "library.template.needed") },
      ]}
      rows={[...placeholders, ...builtIn].map(({ name, gives, required, description }) => ({
        key: name,
        cells: {
          name: <code>{`{{${name}}}`}</code>,
          meaning: message(language, description),
          gives: message(language, `library.template.gives-${gives}`),
          needed: message(language, required ? "library.template.yes" : "library.template.no"),
        },
      }))}
      scrollHint={message(language, "tables.scrollHint")}
      emptyText=""
    />
  );
}
