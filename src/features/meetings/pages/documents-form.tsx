import { languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { meetingDocuments } from "../documents/kinds.ts";
import { type MeetingPage, nameOrganisation } from "./meeting-words.ts";

const names = { docx: "Word", pdf: "PDF" } as const;

/** Every document in every language; the letter also for one organisation. */
export function DocumentsForm({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const { meeting, manages, own } = found;
  const addressees = manages ? meeting.invited : meeting.invited.filter((id) => own.includes(id));
  return (
    <Section id="documents" title={message(language, "meeting.documents.documents")}>
      <div class="meeting-documents no-print">
        <ul class="meeting-document-list">
          {meetingDocuments.map((document) => (
            <li key={document}>
              <span class="meeting-document-name">{message(language, `meeting.documents.${document}`)}</span>
              {languages.map((of) => (
                <span key={of} class="meeting-document-files">
                  <span class="quiet">{message(language, `meeting.language.${of}`)}</span>
                  {(["docx", "pdf"] as const).map((ending) => (
                    <a
                      key={ending}
                      rel="nofollow"
                      href={links.meetingDocument(of, meeting.id, document, ending)}
                      aria-label={[
                        message(language, `meeting.documents.${document}`),
                        message(language, `meeting.language.${of}`),
                        names[ending],
                      ].join(" ")}
                    >
                      {names[ending]}
                    </a>
                  ))}
                </span>
              ))}
            </li>
          ))}
        </ul>
        {addressees.length > 0 && (
          <form
            method="get"
            action={links.meetingDocument(language, meeting.id, "invitation", "docx")}
            class="meeting-inline"
          >
            <label>
              {message(language, "meeting.documents.addressee")}
              <select name="organisation">
                {addressees.map((id) => (
                  <option key={id} value={id}>
                    {nameOrganisation(page, id)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {message(language, "meeting.documents.in")}
              <select name="in">
                {languages.map((of) => (
                  <option key={of} value={of} selected={of === language}>
                    {message(language, `meeting.language.${of}`)}
                  </option>
                ))}
              </select>
            </label>
            {(["docx", "pdf"] as const).map((ending) => (
              <button
                key={ending}
                type="submit"
                class="button-second"
                formaction={links.meetingDocument(language, meeting.id, "invitation", ending)}
              >
                {message(language, "meeting.documents.make", { format: names[ending] })}
              </button>
            ))}
          </form>
        )}
      </div>
    </Section>
  );
}
