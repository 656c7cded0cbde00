import { writeEdtf } from "../../../core/edtf-format.ts";
import { languageTags } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { isRecordKindId } from "../../../records/kind.ts";
import { recordKind } from "../../../records/registry.ts";
import { DefinitionList } from "../../../web/components/definition-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { documentFormats, documentMediaTypes } from "../document.ts";
import { nameRecords } from "../record-titles.ts";
import { getDocument } from "../service.ts";
import { ContentSections } from "./content-sections.tsx";
import { describeFacts, Fingerprints } from "./document-facts.tsx";
import { FileLinks } from "./document-rows.tsx";
import { KindPicture } from "./kind-picture.tsx";
import { nameKind } from "./kind-words.ts";

/** A public document: what it is, its files, and how to name and check it. */
export const showLibraryDocument: PageHandler = async ({ context, language, params, url }) => {
  const document = await getDocument(context, null, params.id ?? "");
  const { content, title, asOf, parameters } = document;
  const directory = await getDirectory(context);
  const programme = await getProgramme(context);
  const titles = await nameRecords(context, null, content.records);
  const maker = directory.find(parameters.maker)
    ? directory.name(parameters.maker, document.language)
    : content.report.maker;
  const address = `${url.origin}${links.libraryDocument(document.language, document.id)}`;
  const citation = message(language, "library.citation.text", {
    maker,
    title,
    programme: localize(programme.name, language).text,
    date: writeEdtf(asOf, language),
    address,
  });
  return {
    title,
    description: message(language, "library.document.description", { title }),
    area: null,
    trail: [{ text: message(language, "library.public.title"), href: links.library(language) }],
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "Report",
      name: title,
      inLanguage: languageTags[document.language],
      datePublished: document.madeAt.toISOString().slice(0, 10),
      publisher: { "@type": "Organization", name: maker },
      url: address,
      encoding: documentFormats.map((format) => ({
        "@type": "MediaObject",
        encodingFormat: documentMediaTypes[format],
        contentUrl: `${url.origin}${links.libraryFile(document.language, document.id, format)}`,
        contentSize: String(document.files[format].size),
        sha256: document.files[format].sha256,
      })),
    },
    body: (
      <>
        <PageHeading
          kicker={nameKind(language, document.kind)}
          title={{ text: title, language: document.language }}
          meta={[
            { term: message(language, "library.field.asOf"), value: writeEdtf(asOf, language) },
            {
              term: message(language, "library.field.language"),
              value: message(language, `documents.languageName.${document.language}`),
            },
          ]}
        />
        <div class="document-sheet">
          <KindPicture kind={document.kind} />
          <div>
            <FileLinks
              document={document}
              language={language}
              hrefOf={(format) => links.libraryFile(language, document.id, format)}
            />
            {document.note !== null && <p class="document-note">{document.note}</p>}
          </div>
        </div>
        <Section id="facts" title={message(language, "library.document.facts")}>
          <DefinitionList items={await describeFacts(context, document, language)} />
        </Section>
        <ContentSections
          content={content}
          language={language}
          documentLanguage={document.language}
          titles={titles}
          hrefOf={({ kind, id }) => {
            const path = isRecordKindId(kind) ? recordKind(kind).publicPath(id) : null;
            return path === null ? null : `/${language}/${path}`;
          }}
          recordsLead={message(language, "library.document.recordsLead", { count: content.records.length })}
        />
        <Section id="citation" title={message(language, "library.citation.title")}>
          <p class="document-citation">{citation}</p>
          <p>{message(language, "library.citation.hashes")}</p>
          <Fingerprints document={document} language={language} />
        </Section>
      </>
    ),
  };
};
