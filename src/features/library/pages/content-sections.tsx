import type { Language } from "../../../core/language.ts";
import type { Localized } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import type { DocumentContent, DocumentRecord } from "../document.ts";
import { FigureTable, RecordList } from "./content-parts.tsx";

interface ContentSectionsProps {
  content: Pick<DocumentContent, "figures" | "records">;
  language: Language;
  documentLanguage: Language;
  titles: ReadonlyMap<string, Localized>;
  hrefOf(record: DocumentRecord): string | null;
  recordsLead?: string | undefined;
}

/** The numbers of a document and the records that it rests on; a part without any has no heading. */
export function ContentSections({
  content,
  language,
  documentLanguage,
  titles,
  hrefOf,
  recordsLead,
}: ContentSectionsProps) {
  const { figures, records } = content;
  return (
    <>
      {figures.length > 0 && (
        <Section id="figures" title={message(language, "library.preview.figuresTitle")}>
          <FigureTable figures={figures} language={language} documentLanguage={documentLanguage} />
        </Section>
      )}
      {records.length > 0 && (
        <Section id="records" title={message(language, "library.preview.recordsTitle")} lead={recordsLead}>
          <RecordList records={records} titles={titles} language={language} hrefOf={hrefOf} />
        </Section>
      )}
    </>
  );
}
