import { formatMoment } from "../../core/format-moment.ts";
import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { Notice } from "../../web/components/notices.tsx";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Comment } from "./comment.ts";
import { TalkBody } from "./talk-body.tsx";

interface EntryRemarksProps {
  comments: readonly Comment[];
  directory: OrganisationDirectory;
  language: Language;
}

/** What was said about what somebody enters, before it is decided on: it stands above, so that nobody decides without it. */
export function EntryRemarks({ comments, directory, language }: EntryRemarksProps) {
  const said = comments.flatMap(({ body, ...comment }) => (body === null ? [] : [{ ...comment, body }]));
  if (said.length === 0) return null;
  return (
    <Notice tone="warning" title={message(language, "comment.remarks")}>
      <ol class="talk">
        {said.map((comment) => {
          const { id, author, organisation, at } = comment;
          return (
            <li key={id}>
              <TalkBody comment={comment} language={language} />
              <p class="talk-byline">
                <span>{directory.find(organisation) ? directory.name(organisation, language) : organisation}</span>
                <span>{author ?? message(language, "comment.formerMember")}</span>
                <time dateTime={at.toISOString()}>{formatMoment(language, at)}</time>
              </p>
            </li>
          );
        })}
      </ol>
    </Notice>
  );
}
