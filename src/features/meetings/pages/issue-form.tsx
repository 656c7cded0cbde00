import { randomUUID } from "node:crypto";
import { type Language, languages } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { links } from "../../../web/links.ts";
import { letterDocuments } from "../letter.ts";
import { findUntranslated, type Untranslated } from "../untranslated.ts";
import { type MeetingPage, nameOrganisation } from "./meeting-words.ts";

/** Issues a letter or list of names; before that it says what cannot be read in which language, and where that is written. */
export function IssueForm({ page }: { page: MeetingPage }) {
  const { language, found, problem } = page;
  const { meeting } = found;
  const typed = problem?.typed?.get("intent") === "issue" ? problem.typed : null;
  const value = (name: string, usual: string) => {
    const given = typed?.get(name);
    return typeof given === "string" ? given : usual;
  };
  const gaps = languages.map((of) => ({ of, gaps: findGaps(page, of) })).filter(({ gaps }) => gaps.length > 0);
  return (
    <form method="post" action={`${links.meeting(language, meeting.id)}#documents`} class="meeting-issue">
      <h3>{message(language, "meeting.letters.issueTitle")}</h3>
      <p>{message(language, "meeting.letters.issueLead")}</p>
      <input type="hidden" name="intent" value="issue" />
      <input type="hidden" name="form_key" value={randomUUID()} />
      {typed !== null && problem !== null && <p class="form-error">{problem.text}</p>}
      <div class="meeting-issue-fields">
        <LabelledField
          id="issue-document"
          name="document"
          label={message(language, "meeting.documents.document")}
          control={{
            kind: "select",
            value: value("document", "invitation"),
            options: letterDocuments.map((one) => ({
              value: one,
              text: message(language, `meeting.documents.${one}`),
            })),
          }}
        />
        <LabelledField
          id="issue-organisation"
          name="organisation"
          label={message(language, "meeting.documents.addressee")}
          control={{
            kind: "select",
            value: value("organisation", ""),
            options: [
              { value: "", text: message(language, "meeting.documents.everybody") },
              ...meeting.invited.map((id) => ({ value: id, text: nameOrganisation(page, id) })),
            ],
          }}
        />
        <LabelledField
          id="issue-in"
          name="in"
          label={message(language, "meeting.documents.in")}
          control={{
            kind: "select",
            value: value("in", language),
            options: languages.map((of) => ({ value: of, text: message(language, `meeting.language.${of}`) })),
          }}
        />
      </div>
      {gaps.length > 0 && <Gaps page={page} gaps={gaps} isAccepted={value("untranslated", "") === "yes"} />}
      <button type="submit">{message(language, "meeting.letters.issue")}</button>
    </form>
  );
}

/** Of both documents together; what an addressee is asked to bring counts once somebody is chosen. */
function findGaps({ found }: MeetingPage, of: Language): Untranslated[] {
  const all = [null, ...found.meeting.invited].flatMap((addressee) =>
    letterDocuments.flatMap((document) => findUntranslated(found, document, of, addressee)),
  );
  return all.filter(
    ({ part, field }, index) => all.findIndex((one) => one.part === part && one.field === field) === index,
  );
}

function Gaps({
  page: { language, found },
  gaps,
  isAccepted,
}: {
  page: MeetingPage;
  gaps: readonly { of: Language; gaps: readonly Untranslated[] }[];
  isAccepted: boolean;
}) {
  return (
    <div class="meeting-gaps">
      <p>{message(language, "meeting.letters.gaps")}</p>
      <ul>
        {gaps.map(({ of, gaps: missing }) => (
          <li key={of}>
            <strong>
              {message(language, "meeting.letters.gapsIn", { language: message(language, `meeting.language.${of}`) })}
            </strong>{" "}
            {missing.map(({ part, field, count }, index) => (
              <span key={`${part}-${field}`}>
                {index > 0 && message(language, "list.separator")}
                <a href={links.editMeeting(language, found.meeting.id, part)}>
                  {choiceMessage(language, "meeting.gap", `${part}.${field}`, count)}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <label class="check">
        <input type="checkbox" name="untranslated" value="yes" checked={isAccepted} />{" "}
        <span>{message(language, "meeting.letters.accept")}</span>
      </label>
    </div>
  );
}
