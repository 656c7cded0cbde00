import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { memberDocumentId } from "../../../records/member-source.ts";
import { type CitedDocument, SourceList } from "../../../web/components/source-list.tsx";

/** What the documents say is told in the programme's own words: the documents' text is where this leads. */
export function SourceOfWords({ documents, language }: { documents: CitedDocument[]; language: Language }) {
  return (
    <>
      {documents.some(({ id }) => id !== memberDocumentId) && (
        <p class="quiet">{message(language, "needs.ownWords")}</p>
      )}
      <SourceList documents={documents} />
    </>
  );
}
