import { languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { meetingDocuments } from "../documents/kinds.ts";
import { type MeetingPage, nameOrganisation } from "./meeting-words.ts";

/** Every document in every language; the letter also for one organisation. */
export function DocumentsForm({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const { meeting, manages, own } = found;
  const addressees = manages ? meeting.invited : meeting.invited.filter((id) => own.includes(id));
  return (
    <Section id="documents" title={message(language, "meeting.documents.documents")}>
      <div class="meeting-documents no-print">
        <table class="data-table">
          <thead>
            <tr>
              <th scope="col">{message(language, "meeting.documents.document")}</th>
              {languages.map((of) => (
                <th key={of} scope="col">
                  {message(language, `meeting.language.${of}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meetingDocuments.map((document) => (
              <tr key={document}>
                <th scope="row">{message(language, `meeting.documents.${document}`)}</th>
                {languages.map((of) => (
                  <td key={of}>
                    {(["docx", "pdf"] as const).map((ending) => (
                      <a
                        key={ending}
                        class="download"
                        rel="nofollow"
                        href={links.meetingDocument(of, meeting.id, document, ending)}
                        aria-label={`${message(language, `meeting.documents.${document}`)} ${message(language, `meeting.language.${of}`)} ${ending === "docx" ? "Word" : "PDF"}`}
                      >
                        {ending === "docx" ? "Word" : "PDF"}
                      </a>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
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
                {message(language, "meeting.documents.make", { format: ending === "docx" ? "Word" : "PDF" })}
              </button>
            ))}
          </form>
        )}
      </div>
    </Section>
  );
}
