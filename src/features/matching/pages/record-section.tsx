import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import { hasEnded } from "../holds.ts";
import { proposeForm, recordForms } from "../record-content.ts";
import type { MatchView } from "../service.ts";

interface RecordSectionProps {
  view: MatchView;
  words: NeedWords;
  mayMake: boolean;
  /** how far the record has come; null where none was made */
  progress: { isApproved: boolean; isDone: boolean } | null;
}

/** One step from what was agreed to a planned activity or project, and afterwards the way to it. */
export function RecordSection({ view: { match, need, offers }, words, mayMake, progress }: RecordSectionProps) {
  const { language } = words;
  const action = links.match(language, match.id);
  if (match.record === null || progress === null) {
    if (!mayMake || match.state !== "agreed" || (hasEnded(need.state) && !match.continued)) return null;
    return (
      <Section
        id="record"
        title={message(language, "matching.record.title")}
        lead={message(language, "matching.record.lead")}
      >
        <form method="post" action={action} class="match-form">
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
      </Section>
    );
  }
  return (
    <Section id="record" title={message(language, "matching.record.present")}>
      <p>
        {progress.isApproved ? (
          <a href={links.memberRecord(language, match.record.kind, match.record.id)}>
            {message(language, "matching.record.approved")}
          </a>
        ) : (
          message(language, "matching.record.notApproved")
        )}{" "}
        {mayMake && match.entry !== null && !progress.isApproved && (
          <a href={links.entry(language, match.entry)}>{message(language, "matching.record.draft")}</a>
        )}
      </p>
      {mayMake && progress.isDone && need.state === "being-met" && (
        <form method="post" action={action} class="match-form">
          <input type="hidden" name="intent" value="met" />
          <p>{message(language, "matching.record.metLead")}</p>
          <button type="submit">{message(language, "matching.record.met")}</button>
        </form>
      )}
    </Section>
  );
}
