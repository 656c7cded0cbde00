import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MeetingPapers } from "../meeting.ts";
import { findUninformed } from "../send-invitations.ts";
import type { MeetingPage } from "./meeting-words.ts";

/** The steps of a meeting, for who runs it. */
export function ManageSection({ page }: { page: MeetingPage }) {
  const { language, found } = page;
  const { meeting, papers } = found;
  const action = links.meeting(language, meeting.id);
  const waiting = findUninformed(meeting, papers.participants).length;
  const hasMembers = meeting.invited.length > 0;
  return (
    <div class="no-print">
      <Section
        id="manage"
        title={message(language, "meeting.manage.title")}
        lead={message(language, "meeting.manage.lead")}
      >
        <div class="meeting-steps">
          {meeting.state === "planned" && (
            <form method="post" action={action}>
              <p>{message(language, `meeting.manage.${waiting > 0 ? "sendText" : whyNone(papers)}`)}</p>
              {hasMembers && <p>{message(language, "meeting.manage.sendMembers")}</p>}
              {(waiting > 0 || hasMembers) && (
                <button type="submit" name="intent" value="send">
                  {waiting > 0
                    ? message(language, "meeting.manage.send", { count: waiting })
                    : message(language, "meeting.manage.sendToMembers")}
                </button>
              )}
            </form>
          )}
          {meeting.activity === null && (
            <form method="post" action={action}>
              <p>{message(language, "meeting.manage.draftText")}</p>
              <button type="submit" name="intent" value="draft" class="button-second">
                {message(language, "meeting.manage.draft")}
              </button>
            </form>
          )}
          {meeting.state !== "cancelled" && (
            <form method="post" action={action}>
              <button
                type="submit"
                name="intent"
                value={meeting.state === "held" ? "planned" : "held"}
                class="button-second"
              >
                {message(language, meeting.state === "held" ? "meeting.manage.planned" : "meeting.manage.held")}
              </button>
            </form>
          )}
          {meeting.state === "planned" && (
            <details>
              <summary>{message(language, "meeting.manage.cancel")}</summary>
              <form method="post" action={action} class="entry-form">
                <p>{message(language, "meeting.manage.cancelText")}</p>
                <div class="form-field">
                  <label for="cancel-reason">{message(language, "meeting.manage.reason")}</label>
                  <textarea id="cancel-reason" name="reason" rows={2} />
                </div>
                <p>
                  <button type="submit" name="intent" value="cancel">
                    {message(language, "meeting.manage.cancel")}
                  </button>
                </p>
              </form>
            </details>
          )}
        </div>
      </Section>
    </div>
  );
}

/** Why nobody is written to: nobody is entered, nobody has an address, or everybody knows. */
function whyNone({
  participants,
}: Pick<MeetingPapers, "participants">): "noParticipants" | "noAddresses" | "allInformed" {
  const coming = participants.filter(({ answer, erased }) => answer !== "declined" && !erased);
  if (coming.length === 0) return "noParticipants";
  return coming.every(({ email }) => email === null) ? "noAddresses" : "allInformed";
}
