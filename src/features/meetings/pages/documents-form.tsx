import { languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { meetingDocuments } from "../documents/kinds.ts";
import { letterDocuments, letterFormats } from "../letter.ts";
import { IssueForm } from "./issue-form.tsx";
import { IssuedLetters } from "./issued-letters.tsx";
import type { MeetingPage } from "./meeting-words.ts";

export const formatNames = { docx: "Word", pdf: "PDF" } as const;

/** What went out, the form that issues more, and the documents that are made anew each time. */
export function DocumentsForm({ page }: { page: MeetingPage }) {
  const { language, found, letters } = page;
  const isLetter = (document: string) => letterDocuments.some((one) => one === document);
  return (
    <Section id="documents" title={message(language, "meeting.documents.documents")}>
      {(letters.length > 0 || found.manages) && (
        <>
          <h3>{message(language, "meeting.letters.issued")}</h3>
          <IssuedLetters page={page} />
        </>
      )}
      <div class="meeting-documents no-print">
        {found.manages && <IssueForm page={page} />}
        <h3>{message(language, "meeting.letters.current")}</h3>
        <p class="quiet">{message(language, "meeting.letters.currentLead")}</p>
        <ul class="meeting-document-list">
          {meetingDocuments
            .filter((document) => found.manages || !isLetter(document))
            .map((document) => (
              <DocumentLine key={document} page={page} document={document} isDraft={isLetter(document)} />
            ))}
        </ul>
      </div>
    </Section>
  );
}

function DocumentLine({
  page: { language, found },
  document,
  isDraft,
}: {
  page: MeetingPage;
  document: (typeof meetingDocuments)[number];
  isDraft: boolean;
}) {
  const name = message(language, `meeting.documents.${document}`);
  const title = isDraft ? message(language, "meeting.letters.draftOf", { document: name }) : name;
  return (
    <li>
      <span class="meeting-document-name">{title}</span>
      {languages.map((of) => (
        <span key={of} class="meeting-document-files">
          <span class="quiet">{message(language, `meeting.language.${of}`)}</span>
          {letterFormats.map((ending) => (
            <a
              key={ending}
              rel="nofollow"
              href={links.meetingDocument(of, found.meeting.id, document, ending)}
              aria-label={[title, message(language, `meeting.language.${of}`), formatNames[ending]].join(" ")}
            >
              {formatNames[ending]}
            </a>
          ))}
        </span>
      ))}
    </li>
  );
}
