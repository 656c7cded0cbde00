import { formatMoment } from "../../core/format-moment.ts";
import { type Language, languages } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import { LabelledField } from "../../web/components/labelled-field.tsx";
import { Notice } from "../../web/components/notices.tsx";
import { Section } from "../../web/components/section.tsx";
import { links } from "../../web/links.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { type Comment, commentLimits } from "./comment.ts";
import { makeFormKey } from "./form-key.ts";
import type { Talk } from "./service.ts";
import { TalkBody } from "./talk-body.tsx";

export interface CommentSectionProps {
  language: Language;
  talk: Talk;
  directory: OrganisationDirectory;
  /** what a redirect says was done */
  done?: string | undefined;
  /** a form that came back */
  draft?: { body: string; language: Language; error: string } | undefined;
}

/** What the two sides say to each other about a record, each in its language. */
export function CommentSection(props: CommentSectionProps) {
  const { language, talk, directory, done, draft } = props;
  const doneKey = findMessageKey(`comment.done.${done ?? ""}`);
  return (
    <Section id="comments" title={message(language, "comment.title")} lead={message(language, "comment.lead")}>
      {doneKey !== null && draft === undefined && (
        <Notice tone="success">
          <p role="status">{message(language, doneKey)}</p>
        </Notice>
      )}
      {talk.comments.length === 0 ? (
        <p>{message(language, "comment.none")}</p>
      ) : (
        <ol class="talk">
          {talk.comments.map((comment) => (
            <CommentItem key={comment.id} comment={comment} {...{ language, talk, directory }} />
          ))}
        </ol>
      )}
      <CommentForm {...props} />
    </Section>
  );
}

function CommentItem({
  comment,
  language,
  talk,
  directory,
}: Pick<CommentSectionProps, "language" | "talk" | "directory"> & { comment: Comment }) {
  const { id, author, organisation, body, own, at } = comment;
  const date = formatMoment(language, at);
  return (
    <li id={`comment-${id}`}>
      <p class="talk-byline">
        <strong>{author ?? message(language, "comment.formerMember")}</strong>
        <span>{directory.find(organisation) ? directory.name(organisation, language) : organisation}</span>
        <time dateTime={at.toISOString()}>{date}</time>
      </p>
      {body === null ? (
        <p class="talk-gap">{message(language, "comment.takenBack")}</p>
      ) : (
        <TalkBody comment={{ ...comment, body }} language={language} />
      )}
      {own && (
        <form method="post" action={links.recordComments(language, talk.record.kind, talk.record.id)}>
          <input type="hidden" name="comment" value={id} />
          <button
            class="quiet-button"
            type="submit"
            name="intent"
            value="remove"
            aria-label={message(language, "comment.takeBackOf", { date })}
          >
            {message(language, "comment.takeBack")}
          </button>
        </form>
      )}
    </li>
  );
}

const ownNames: Record<Language, string> = { ja: "日本語", zh: "简体中文", en: "English" };

function CommentForm({ language, talk, draft }: CommentSectionProps) {
  return (
    <details class="task" open={draft !== undefined || talk.comments.length === 0}>
      <summary>{message(language, "comment.write")}</summary>
      <form method="post" action={links.recordComments(language, talk.record.kind, talk.record.id)}>
        <CommentFields language={language} draft={draft} />
        <button type="submit" name="intent" value="add">
          {message(language, "comment.send")}
        </button>
      </form>
    </details>
  );
}

/** What a comment is written in; `readComment` reads it. */
export function CommentFields({ language, draft }: Pick<CommentSectionProps, "language" | "draft">) {
  return (
    <>
      <input type="hidden" name="form_key" value={makeFormKey()} />
      <LabelledField
        id="comment-body"
        name="body"
        label={message(language, "comment.body")}
        hint={message(language, "comment.bodyHint", { limit: commentLimits.characters })}
        error={draft?.error}
        control={{
          kind: "area",
          rows: 5,
          value: draft?.body ?? "",
          lang: draft?.language ?? language,
          required: true,
        }}
      />
      <LabelledField
        id="comment-language"
        name="language"
        label={message(language, "comment.language")}
        control={{
          kind: "select",
          value: draft?.language ?? language,
          options: languages.map((value) => ({ value, text: ownNames[value], lang: value })),
        }}
      />
    </>
  );
}
