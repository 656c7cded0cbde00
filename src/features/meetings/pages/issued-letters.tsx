import { formatMoment } from "../../../core/format-moment.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { isSuperseded, type Letter, letterFormats } from "../letter.ts";
import { formatNames } from "./documents-form.tsx";
import { type MeetingPage, nameOrganisation } from "./meeting-words.ts";

/** Letters and lists of names as they went out, newest first: to whom, in which language, when, by whom. */
export function IssuedLetters({ page }: { page: MeetingPage }) {
  const { language, letters } = page;
  if (letters.length === 0) return <p class="quiet">{message(language, "meeting.letters.none")}</p>;
  return (
    <ul class="meeting-letters">
      {letters.map((letter) => (
        <LetterLine key={letter.id} page={page} letter={letter} />
      ))}
    </ul>
  );
}

function LetterLine({ page, letter }: { page: MeetingPage; letter: Letter }) {
  const { language, letters, found } = page;
  const { document, issue, recipients, untranslated } = letter;
  const name = message(language, `meeting.documents.${document}`);
  const in_ = message(language, `meeting.language.${letter.language}`);
  const isOld = isSuperseded(letter, letters);
  const by = letter.issuedByName;
  const to =
    letter.addressee === null
      ? message(language, "meeting.documents.everybody")
      : nameOrganisation(page, letter.addressee);
  const marks = [
    in_,
    message(language, "meeting.letters.number", { issue }),
    ...(document === "invitation" ? [message(language, "meeting.letters.to", { name: to })] : []),
  ];
  const facts = [
    formatMoment(language, letter.issuedAt, "minute"),
    ...(by === null ? [] : [message(language, "meeting.letters.by", { name: by })]),
    message(language, document === "invitation" ? "meeting.letters.organisations" : "meeting.letters.people", {
      count: recipients,
    }),
    ...(untranslated > 0 ? [message(language, "meeting.letters.untranslated", { count: untranslated })] : []),
  ];
  return (
    <li class={isOld ? "is-superseded" : undefined}>
      <p>
        <strong>{name}</strong> {marks.join(message(language, "list.separator"))}{" "}
        {isOld && <span class="tag">{message(language, "meeting.letters.superseded")}</span>}
      </p>
      <p class="quiet">{facts.join(message(language, "list.separator"))}</p>
      {letter.isErased ? (
        <p class="quiet">{message(language, "meeting.letters.erased")}</p>
      ) : (
        <p class="meeting-document-files no-print">
          {letterFormats.map((format) => (
            <a
              key={format}
              rel="nofollow"
              href={links.meetingLetter(language, found.meeting.id, letter.id, format)}
              aria-label={[name, in_, message(language, "meeting.letters.number", { issue }), formatNames[format]].join(
                " ",
              )}
            >
              {formatNames[format]}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}
