import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { type CitedDocument, SourceList } from "../../../web/components/source-list.tsx";

/** Plans and concerns of the documents are told anew here: who wants the documents' own text is led to it. */
export function OwnWords({ documents, language }: { documents: CitedDocument[]; language: Language }) {
  if (documents.length === 0) return null;
  return (
    <div class="survey-own-words">
      <p class="form-help">{message(language, "surveyResults.ownWords")}</p>
      <SourceList documents={documents} />
    </div>
  );
}
