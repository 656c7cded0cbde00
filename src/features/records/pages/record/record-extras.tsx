import { formatMoment } from "../../../../core/format-moment.ts";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import type { Context } from "../../../../platform/context.ts";
import { Section } from "../../../../web/components/section.tsx";
import { links } from "../../../../web/links.ts";
import type { Actor } from "../../../accounts/actor.ts";
import { MemberPhotographs } from "../../../attachments/photograph-list.tsx";
import { type AttachmentShelf, getAttachments } from "../../../attachments/service.ts";
import type { Comment } from "../../../comments/comment.ts";
import { findTalk } from "../../../comments/service.ts";
import type { OrganisationDirectory } from "../../../organisations/directory.ts";
import { countParticipants } from "../../../participants/service.ts";
import type { RecordSummary } from "../../record.ts";
import { nameOrganisation } from "../../record-state.ts";

/** What hangs on a record besides its content, as far as it is the reader's. */
export interface Extras {
  /** null where the talk is not for the reader */
  comments: Comment[] | null;
  shelf: AttachmentShelf;
  /** null where no people are listed by name */
  participants: { count: number; mayKeep: boolean } | null;
}

export async function readExtras(context: Context, actor: Actor, { kind, id }: RecordSummary): Promise<Extras> {
  const talk = await findTalk(context, actor, kind, id);
  return {
    comments: talk?.comments ?? null,
    shelf: await getAttachments(context, actor, kind, id),
    participants: kind === "activity" ? await countParticipants(context, actor, id) : null,
  };
}

export function RecordExtras({
  record: { kind, id },
  extras: { comments, shelf, participants },
  directory,
  language,
}: {
  record: RecordSummary;
  extras: Extras;
  directory: OrganisationDirectory;
  language: Language;
}) {
  const showsShelf = shelf.attachments.length > 0 || shelf.mayAdd;
  return (
    <>
      {participants && (participants.mayKeep || participants.count > 0) && (
        <Section id="participants" title={message(language, "record.participants")}>
          <p>{message(language, "record.participantsText", { count: participants.count })}</p>
          {/* Names are for those who organise the training; everybody else has the bare number, and no way to them. */}
          {participants.mayKeep && (
            <p>
              <a href={links.activityParticipants(language, id)}>{message(language, "record.participantsLink")}</a>
            </p>
          )}
        </Section>
      )}
      {showsShelf && (
        <Section id="attachments" title={message(language, "record.attachments")}>
          <MemberPhotographs shelf={shelf} language={language} />
          {shelf.attachments.length === 0 ? (
            <p class="quiet">{message(language, "record.noAttachments")}</p>
          ) : (
            <ul class="link-list">
              {shelf.attachments.map((attachment) => (
                <li key={attachment.id}>
                  <a href={links.attachment(language, attachment.id)}>{attachment.name}</a>
                  <span class="link-list-note">
                    {[
                      attachment.note,
                      nameOrganisation(directory, attachment.owner, language),
                      formatMoment(language, attachment.addedAt, "day"),
                    ]
                      .filter((part) => part !== null && part !== "")
                      .join(message(language, "list.slash"))}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {shelf.mayAdd && (
            <p>
              <a href={links.recordAttachments(language, kind, id)}>{message(language, "record.attachmentsLink")}</a>
            </p>
          )}
        </Section>
      )}
      {comments !== null && (
        <Section id="comments" title={message(language, "record.comments")}>
          <LastComment comments={comments} directory={directory} language={language} />
          <p>
            <a href={links.recordComments(language, kind, id)}>
              {message(language, "record.commentsLink", { count: comments.length })}
            </a>
          </p>
        </Section>
      )}
    </>
  );
}

/** The newest one, so that a reader sees whether the talk has gone on. */
function LastComment({
  comments,
  directory,
  language,
}: {
  comments: readonly Comment[];
  directory: OrganisationDirectory;
  language: Language;
}) {
  const last = comments.findLast(({ body }) => body !== null);
  if (!last) return <p class="quiet">{message(language, "record.noComments")}</p>;
  return (
    <figure class="last-comment">
      <figcaption>
        {[last.author, nameOrganisation(directory, last.organisation, language), formatMoment(language, last.at)]
          .filter((part) => part !== null)
          .join(message(language, "list.slash"))}
      </figcaption>
      <blockquote lang={last.language === "zh" ? "zh-Hans" : last.language} class="free-text">
        {last.body}
      </blockquote>
    </figure>
  );
}
