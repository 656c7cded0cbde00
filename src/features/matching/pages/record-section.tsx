import { writeEdtf } from "../../../core/edtf-format.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { dayOf, type NeedWords } from "../../needs/words.ts";
import type { MatchRecord } from "../draft.ts";
import { hasEnded } from "../holds.ts";
import { proposeForm, recordForms } from "../record-content.ts";
import type { MatchView } from "../service.ts";

interface RecordSectionProps {
  view: MatchView;
  words: NeedWords;
  mayMake: boolean;
  /** null where none was made */
  record: MatchRecord | null;
}

/** One step from what was agreed to a planned activity or project, and afterwards how far it is. */
export function RecordSection({ view, words, mayMake, record }: RecordSectionProps) {
  const { match, need } = view;
  const { language } = words;
  const isMakeable = mayMake && match.state === "agreed" && (!hasEnded(need.state) || match.continued);
  if (record === null)
    return isMakeable ? (
      <Section
        id="record"
        title={message(language, "matching.record.title")}
        lead={message(language, "matching.record.lead")}
      >
        <MakeRecord view={view} words={words} />
      </Section>
    ) : null;
  return (
    <Section id="record" title={message(language, "matching.record.present")}>
      <Standing match={match} record={record} words={words} />
      {isMakeable && record.state === "withdrawn" && (
        <>
          <p>{message(language, "matching.record.again")}</p>
          <MakeRecord view={view} words={words} />
        </>
      )}
      {mayMake && record.isDone && need.state === "being-met" && (
        <form method="post" action={links.match(language, match.id)} class="match-form">
          <input type="hidden" name="intent" value="met" />
          <p>{message(language, "matching.record.metLead")}</p>
          <button type="submit">{message(language, "matching.record.met")}</button>
        </form>
      )}
    </Section>
  );
}

function MakeRecord({
  view: { match, need, offers },
  words: { language },
}: Pick<RecordSectionProps, "view" | "words">) {
  return (
    <form method="post" action={links.match(language, match.id)} class="match-form">
      <input type="hidden" name="intent" value="record" />
      <LabelledField
        id="record-form"
        name="form"
        label={message(language, "matching.record.form")}
        control={{
          kind: "select",
          value: proposeForm({ need, offers: [...offers.values()] }),
          options: recordForms.map((form) => ({
            value: form,
            text: message(language, `matching.record.forms.${form}`),
          })),
        }}
      />
      <button type="submit">{message(language, "matching.record.make")}</button>
    </form>
  );
}

interface StandingProps {
  match: MatchView["match"];
  record: MatchRecord;
  words: NeedWords;
}

/** How far it is and who has it in hand; a link only for those whom it lets in. */
function Standing({ match, record: { state, entry, mayOpenEntry, mayOpenRecord }, words }: StandingProps) {
  const { language } = words;
  const organisation = entry === null ? "" : words.organisation(entry.owner);
  return (
    <>
      <p>
        {message(language, `matching.record.state.${state}`, { organisation })}
        {state !== "approved" && entry !== null && (
          <>
            {" "}
            <span class="quiet">
              {message(language, "matching.record.changed", { date: writeEdtf(dayOf(entry.changedAt), language) })}
            </span>
          </>
        )}
      </p>
      {mayOpenRecord && match.record !== null && (
        <p>
          <a href={links.memberRecord(language, match.record.kind, match.record.id)}>
            {message(language, "matching.record.open")}
          </a>
        </p>
      )}
      {state !== "approved" && mayOpenEntry && entry !== null && (
        <p>
          <a href={links.entry(language, entry.id)}>{message(language, "matching.record.draft")}</a>
        </p>
      )}
    </>
  );
}
