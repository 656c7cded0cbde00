import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { findFittingRoles } from "../fitting-roles.ts";
import { findOrganisation, type OrganisationChoice, printOrganisation } from "../organisation-names.ts";
import type { Role } from "../roles.ts";
import { TextField } from "./fields.tsx";

/** An organisation to be typed, by whatever name; the browser suggests those that hold the text. */
export function OrganisationField({
  language,
  choices,
  value,
  error,
}: {
  language: Language;
  choices: readonly OrganisationChoice[];
  value: string;
  error: string | undefined;
}) {
  // Whoever looks after one organisation has nothing to choose.
  const [only] = choices.length === 1 ? choices : [];
  return (
    <>
      <TextField
        name="organisation"
        label={message(language, "people.organisation")}
        hint={message(language, "people.organisationHint")}
        value={value || (only?.value ?? "")}
        error={error}
        autocomplete="off"
        list="organisation-choices"
        maxlength={200}
      />
      <datalist id="organisation-choices">
        {choices.map((choice) => (
          <option key={choice.label} value={choice.value} label={choice.label} />
        ))}
      </datalist>
    </>
  );
}

/** The organisation that the text names, or what is wrong with it in words. */
export async function readOrganisation(
  context: Context,
  language: Language,
  text: string,
): Promise<{ id: string } | { error: string }> {
  if (text === "") return { error: message(language, "account.organisationMissing") };
  const named = await findOrganisation(context, text, language);
  if (named.kind === "found") return { id: named.id };
  const choices = named.choices.join(language === "en" ? ", " : "、");
  if (named.kind === "several") return { error: message(language, "people.organisationSeveral", { text, choices }) };
  return named.choices.length > 0
    ? { error: message(language, "people.organisationNear", { text, choices }) }
    : { error: message(language, "people.organisationUnknown", { text }) };
}

/** Which roles people of the organisation can have, for whoever chose another one. */
export async function explainFittingRoles(context: Context, language: Language, organisation: string): Promise<string> {
  const roles = (await findFittingRoles(context, organisation)).map((role: Role) =>
    message(language, `role.${role}.name`),
  );
  return message(language, "people.roleUnfit", {
    organisation: await printOrganisation(context, organisation, language),
    roles:
      language === "en"
        ? roles.join(", ")
        : roles.map((role) => (language === "ja" ? `「${role}」` : `“${role}”`)).join(language === "ja" ? "" : "、"),
  });
}
