import { writeEdtf } from "../../../core/edtf-format.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type DocumentFormat, type DocumentSummary, documentFormats } from "../document.ts";
import { formatSize, nameKind } from "./kind-words.ts";

interface RowsProps {
  documents: readonly DocumentSummary[];
  language: Language;
  hrefOf(document: DocumentSummary): string;
  fileHrefOf(document: DocumentSummary, format: DocumentFormat): string;
  /** for members: where it stands and whose it is */
  detail?: ((document: DocumentSummary) => string[]) | undefined;
}

/** Kept documents, one a line: what it is, as of when, and its files. */
export function DocumentRows({ documents, language, hrefOf, fileHrefOf, detail }: RowsProps) {
  return (
    <ul class="document-rows">
      {documents.map((document) => (
        <li key={document.id}>
          <div class="document-row-main">
            <p class="document-row-kind">
              {nameKind(language, document.kind)}
              <span class="document-row-language" lang={languageTags[document.language]}>
                {message(language, `language.${document.language}`)}
              </span>
              {detail && <VisibilityMark document={document} language={language} />}
            </p>
            <p class="document-row-title">
              <a href={hrefOf(document)} lang={languageTags[document.language]}>
                {document.title}
              </a>
            </p>
            <p class="document-row-facts">
              <span>{message(language, "library.row.asOf", { date: writeEdtf(document.asOf, language) })}</span>
              <span>{message(language, "library.row.pages", { count: document.pages })}</span>
              <span>
                {message(language, "library.row.made", { date: formatMoment(language, document.madeAt, "day") })}
              </span>
              {detail?.(document).map((text) => (
                <span key={text}>{text}</span>
              ))}
            </p>
          </div>
          <FileLinks document={document} language={language} hrefOf={(format) => fileHrefOf(document, format)} />
        </li>
      ))}
    </ul>
  );
}

export function VisibilityMark({
  document: { visibility },
  language,
}: {
  document: Pick<DocumentSummary, "visibility">;
  language: Language;
}) {
  return <span class={`tag visibility-${visibility}`}>{message(language, `library.visibility.${visibility}`)}</span>;
}

/** PDF first: most people want to read. */
export function FileLinks({
  document,
  language,
  hrefOf,
}: {
  document: Pick<DocumentSummary, "files" | "title" | "language">;
  language: Language;
  hrefOf(format: DocumentFormat): string;
}) {
  return (
    <ul class="document-files">
      {documentFormats.toReversed().map((format) => (
        <li key={format}>
          <a class={`document-file document-file-${format}`} href={hrefOf(format)}>
            <span class="document-file-format">{message(language, `library.format.${format}`)}</span>{" "}
            <span class="document-file-size">{formatSize(language, document.files[format].size)}</span>
            <span class="visually-hidden" lang={languageTags[document.language]}>
              {" "}
              {document.title}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
