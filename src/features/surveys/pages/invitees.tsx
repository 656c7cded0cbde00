import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { inviteGroups } from "../invite.ts";
import type { Survey } from "../survey.ts";

/** All of a side, or by name. */
export function Invitees({
  survey,
  language,
  action,
  unknown,
}: {
  survey: Survey;
  language: Language;
  action: string;
  unknown: readonly string[];
}) {
  return (
    <Section id="invite" title={message(language, "surveyInvite.title")} lead={message(language, "surveyInvite.lead")}>
      <form method="post" action={`${action}#invite`} class="entry-form survey-invite">
        <fieldset class="survey-choices">
          <legend class="visually-hidden">{message(language, "surveyInvite.groups")}</legend>
          {inviteGroups.map((group) => (
            <label key={group}>
              <input type="checkbox" name="groups" value={group} />
              <span>{message(language, `surveyInvite.group.${group}`)}</span>
            </label>
          ))}
        </fieldset>
        <LabelledField
          id="invite-organisations"
          name="organisations"
          label={message(language, "surveyInvite.organisations")}
          hint={message(language, "surveyForm.plan.partnersHelp")}
          error={
            unknown.length === 0
              ? undefined
              : message(language, "surveyInvite.unknown", { names: unknown.join(message(language, "list.separator")) })
          }
          control={{ kind: "area", rows: 2, value: unknown.join(message(language, "list.separator")) }}
        />
        <LabelledField
          id="invite-language"
          name="language"
          label={message(language, "surveyInvite.language")}
          control={{
            kind: "select",
            value: "",
            options: [
              { value: "", text: message(language, "surveyInvite.byCountry") },
              ...languages
                .filter((each) => survey.languages.includes(each))
                .map((each) => ({ value: each, text: message(language, `documents.languageName.${each}`) })),
            ],
          }}
        />
        <p>
          <button type="submit" name="intent" value="invite">
            {message(language, "surveyInvite.add")}
          </button>
        </p>
      </form>
    </Section>
  );
}
