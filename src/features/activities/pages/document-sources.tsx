import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { type CitedDocument, SourceList } from "../../../web/components/source-list.tsx";

/** The documents behind a list; nothing where the list is empty. */
export function DocumentSources({ documents, language }: { documents: CitedDocument[]; language: Language }) {
  if (documents.length === 0) return null;
  return (
    <Section id="sources" title={message(language, "activities.sources")}>
      <SourceList documents={documents} />
    </Section>
  );
}
