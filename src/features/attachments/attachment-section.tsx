import { formatMoment } from "../../core/format-moment.ts";
import { type Language, languageTags } from "../../core/language.ts";
import { findMessageKey, message } from "../../messages/message.ts";
import type { FileSettings } from "../../platform/files/file-settings.ts";
import { LabelledField } from "../../web/components/labelled-field.tsx";
import { Notice } from "../../web/components/notices.tsx";
import { Section } from "../../web/components/section.tsx";
import { links, withQuery } from "../../web/links.ts";
import { makeFormKey } from "../comments/form-key.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import { type Attachment, acceptedEndings, longestNote, mediaTypes } from "./attachment.ts";
import { emptyDraft, type PhotographDraft, PhotographFields } from "./photograph-fields.tsx";
import { MemberPhotographs } from "./photograph-list.tsx";
import type { AttachmentShelf } from "./service.ts";

export interface AttachmentSectionProps {
  language: Language;
  shelf: AttachmentShelf;
  directory: OrganisationDirectory;
  settings: FileSettings;
  /** what a redirect says was done */
  done?: string | undefined;
  /** a form that came back */
  draft?: AttachmentDraft | undefined;
}

export interface AttachmentDraft {
  note: string;
  /** what is wrong with the file or with the whole */
  error: string | undefined;
  photograph: PhotographDraft;
}

/** The files of a record, and the form for one more where the reader may add one. */
export function AttachmentSection(props: AttachmentSectionProps) {
  const { language, shelf, done, draft } = props;
  const doneKey = findMessageKey(`attachment.done.${done ?? ""}`);
  return (
    <Section id="attachments" title={message(language, "attachment.title")} lead={message(language, "attachment.lead")}>
      {doneKey !== null && draft === undefined && (
        <Notice tone="success">
          <p role="status">{message(language, doneKey)}</p>
        </Notice>
      )}
      {shelf.attachments.length === 0 ? (
        <p>{message(language, "attachment.none")}</p>
      ) : (
        <>
          <MemberPhotographs shelf={shelf} language={language} />
          <ul class="attachment-list">
            {shelf.attachments.map((attachment) => (
              <AttachmentItem key={attachment.id} attachment={attachment} {...props} />
            ))}
          </ul>
        </>
      )}
      {shelf.mayAdd && shelf.room > 0 && <AttachmentForm {...props} />}
      {shelf.mayAdd && shelf.room === 0 && <p>{message(language, "attachment.full")}</p>}
    </Section>
  );
}

function AttachmentItem({
  attachment,
  language,
  shelf,
  directory,
  settings,
}: AttachmentSectionProps & { attachment: Attachment }) {
  const { id, name, note, owner, addedAt, size, mediaType, image, photograph, mayRemove } = attachment;
  const type = message(language, `attachment.type.${endingName(mediaType)}`);
  const organisation = directory.find(owner) ? directory.name(owner, language) : owner;
  const date = formatMoment(language, addedAt);
  return (
    <li>
      <a class="attachment-name" href={links.attachment(language, id)}>
        {name}
      </a>{" "}
      <span class="hint">
        {message(language, "attachment.facts", { type, size: formatSize(language, size) })}
        {" · "}
        {message(language, "attachment.added", { date, organisation })}
      </span>
      {note !== null && <p>{note}</p>}
      {mayRemove && image && (
        <p>
          <a href={withQuery(links.recordAttachments(language, shelf.record.kind, shelf.record.id), { edit: id })}>
            {message(language, photograph ? "photograph.editOf" : "photograph.useOf", { name })}
          </a>
        </p>
      )}
      {mayRemove && (
        <details>
          <summary aria-label={message(language, "attachment.removeOf", { name })}>
            {message(language, "attachment.remove")}
          </summary>
          <form method="post" action={links.recordAttachments(language, shelf.record.kind, shelf.record.id)}>
            <p class="hint">{message(language, "attachment.removeNote", { years: settings.removedAttachmentYears })}</p>
            <input type="hidden" name="attachment" value={id} />
            <button class="quiet-button" type="submit" name="intent" value="remove">
              {message(language, "attachment.removeOf", { name })}
            </button>
          </form>
        </details>
      )}
    </li>
  );
}

function AttachmentForm({ language, shelf, settings, draft }: AttachmentSectionProps) {
  const megabytes = Math.floor(settings.largestUploadBytes / 1024 / 1024);
  return (
    <details class="task" open={draft !== undefined}>
      <summary>{message(language, "attachment.add")}</summary>
      <form
        method="post"
        encType="multipart/form-data"
        action={links.recordAttachments(language, shelf.record.kind, shelf.record.id)}
      >
        <input type="hidden" name="form_key" value={makeFormKey()} />
        <LabelledField
          id="attachment-file"
          name="file"
          label={message(language, "attachment.file")}
          hint={message(language, "attachment.fileHint", { megabytes, room: shelf.room })}
          error={draft?.error}
          control={{ kind: "file", accept: acceptedEndings.map((ending) => `.${ending}`).join(",") }}
        />
        <LabelledField
          id="attachment-note"
          name="note"
          label={message(language, "attachment.note")}
          hint={message(language, "attachment.noteHint", { limit: longestNote })}
          control={{ kind: "text", value: draft?.note ?? "" }}
        />
        <PhotographFields language={language} record={shelf.record} draft={draft?.photograph ?? emptyDraft} />
        <button type="submit" name="intent" value="add">
          {message(language, "attachment.send")}
        </button>
      </form>
    </details>
  );
}

const endingNames = ["pdf", "docx", "xlsx", "pptx", "jpg", "png", "webp", "heic", "csv", "txt", "zip"] as const;

function endingName(mediaType: string): (typeof endingNames)[number] {
  // Accepted in former times.
  if (mediaType === "image/heic") return "heic";
  return endingNames.find((name) => name === mediaTypes[mediaType]?.[0]) ?? "txt";
}

function formatSize(language: Language, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const value = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000));
  const unit = { style: "unit", unit: isLarge ? "megabyte" : "kilobyte", unitDisplay: "short" } as const;
  return new Intl.NumberFormat(languageTags[language], { ...unit, maximumFractionDigits: 1 }).format(value);
}
