import { formatMoment } from "../../core/format-moment.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { Notice } from "../../web/components/notices.tsx";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Comment } from "./comment.ts";

interface EntryRemarksProps {
  comments: readonly Comment[];
  directory: OrganisationDirectory;
  language: Language;
}

/** What was said about what somebody enters, before it is decided on: it stands above, so that nobody decides without it. */
export function EntryRemarks({ comments, directory, language }: EntryRemarksProps) {
  const said = comments.filter(({ body }) => body !== null);
  if (said.length === 0) return null;
  return (
    <Notice tone="warning" title={message(language, "comment.remarks")}>
      <ol class="talk">
        {said.map(({ id, author, organisation, language: spoken, body, at }) => (
          <li key={id}>
            <p class="talk-body" lang={languageTags[spoken]}>
              {body}
            </p>
            <p class="talk-byline">
              <span>{directory.find(organisation) ? directory.name(organisation, language) : organisation}</span>
              <span>{author ?? message(language, "comment.formerMember")}</span>
              <time dateTime={at.toISOString()}>{formatMoment(language, at)}</time>
            </p>
          </li>
        ))}
      </ol>
    </Notice>
  );
}
