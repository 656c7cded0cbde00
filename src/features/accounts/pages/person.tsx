import { AppError } from "../../../core/errors.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { administeredOrganisations, assignableRoles } from "../assignable-roles.ts";
import { eraseAccount } from "../erase-account.ts";
import { disableAccount, enableAccount, endMembership, saveMembership } from "../manage-people.ts";
import { listOrganisationChoices } from "../organisation-names.ts";
import { findPerson, mayManageAccounts, type Person } from "../people.ts";
import { showName } from "../person-name.ts";
import { isRole, roleNames } from "../roles.ts";
import { DoneNotice } from "./account-page.tsx";
import { CheckField, type FieldErrors, FormErrors, SelectField } from "./fields.tsx";
import { explainFittingRoles, OrganisationField, readOrganisation } from "./organisation-field.tsx";
import { nameOrganisation } from "./people.tsx";
import { isChecked, readText } from "./read-fields.ts";

export const showPerson: PageHandler<MemberRequest> = async (request) => {
  const person = await findPerson(request.context, request.actor, request.params.id ?? "");
  return describePerson(request, person, {});
};

export const submitPerson: ActionHandler = async (request) => {
  const { context, language, actor, params } = request;
  const person = await findPerson(context, actor, params.id ?? "");
  try {
    const done = await carryOut(request, person);
    if (typeof done !== "string") return { page: await describePerson(request, person, done), status: 422 };
    // Whoever ended the last role that was theirs to see no longer sees the person.
    const still = await findPerson(context, actor, person.userId).catch(() => null);
    return { redirect: still ? links.person(language, person.userId, { done }) : links.people(language, { done }) };
  } catch (error) {
    if (!(error instanceof AppError) || error.details.reason !== "last-administrator") throw error;
    const errors = { form: message(language, "people.lastAdministrator") };
    return { page: await describePerson(request, person, errors), status: 409 };
  }
};

/** The key of what was done, or what is wrong with the form. */
async function carryOut(
  request: MemberRequest & { form: FormData },
  { userId }: Person,
): Promise<string | FieldErrors> {
  const { context, actor, form } = request;
  const intent = readText(form, "intent");
  if (intent === "disable") {
    await disableAccount(context, actor, userId);
    return "accountDisabled";
  }
  if (intent === "enable") {
    await enableAccount(context, actor, userId);
    return "accountEnabled";
  }
  if (intent === "erase") {
    if (!isChecked(form, "sure")) return { form: message(request.language, "account.erase.sureMissing") };
    await eraseAccount(context, actor, userId);
    return "personErased";
  }
  if (intent !== "end") return giveRole(request, userId);
  const role = readText(form, "role");
  if (!isRole(role)) return { role: message(request.language, "people.roleMissing") };
  await endMembership(context, actor, userId, { organisation: readText(form, "organisation"), role });
  return "membershipEnded";
}

async function giveRole(
  { context, language, actor, form }: MemberRequest & { form: FormData },
  userId: string,
): Promise<string | FieldErrors> {
  const role = readText(form, "role");
  const named = await readOrganisation(context, language, readText(form, "organisation"));
  if ("error" in named) return { organisation: named.error };
  if (!isRole(role)) return { role: message(language, "people.roleMissing") };
  try {
    const administers = isChecked(form, "administers");
    await saveMembership(context, actor, userId, { organisation: named.id, role, administers });
    return "membershipSaved";
  } catch (error) {
    if (!(error instanceof AppError) || error.details.field !== "role") throw error;
    return { role: await explainFittingRoles(context, language, named.id) };
  }
}

async function describePerson(request: MemberRequest, person: Person, errors: FieldErrors): Promise<PageContent> {
  const { context, language, actor, url } = request;
  const directory = await getDirectory(context);
  const organisations = administeredOrganisations(actor);
  const assignable = roleNames.filter(
    (role) => organisations === null || organisations.some((id) => assignableRoles(actor, id).includes(role)),
  );
  const choices = await listOrganisationChoices(context, language, organisations);
  const typed = (name: string) =>
    "form" in request && request.form instanceof FormData ? readText(request.form, name) : "";
  const action = links.person(language, person.userId);
  const title = showName(person.name, language);
  return {
    title,
    description: title,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "people.title"), href: links.people(language) }],
    body: (
      <div class="account-page">
        <PageHeading
          kicker={message(language, "people.title")}
          title={title}
          meta={
            person.erased
              ? []
              : [
                  { term: message(language, "account.email"), value: person.email },
                  {
                    term: message(language, "people.secondFactor"),
                    value: message(language, person.secondFactor ? "account.security.on" : "account.security.off"),
                  },
                  {
                    term: message(language, "people.lastSeen"),
                    value: person.lastSeen
                      ? formatMoment(language, person.lastSeen, "day")
                      : message(language, "people.never"),
                  },
                ]
          }
        />
        <DoneNotice language={language} url={url} />
        <FormErrors language={language} errors={errors} />
        {!person.erased && (
          <>
            <Section id="roles" title={message(language, "account.roles")}>
              <ul class="account-list">
                {person.memberships.map(({ organisation, role, administers }) => (
                  <li key={`${organisation} ${role}`}>
                    <span>
                      <strong>{message(language, `role.${role}.name`)}</strong>
                      <span class="hint">{nameOrganisation(directory, organisation, language)}</span>
                      {administers && <span class="hint">{message(language, "people.administers")}</span>}
                    </span>
                    {assignableRoles(actor, organisation).includes(role) && (
                      <form method="post" action={action}>
                        <input type="hidden" name="intent" value="end" />
                        <input type="hidden" name="organisation" value={organisation} />
                        <input type="hidden" name="role" value={role} />
                        <button type="submit" class="quiet">
                          {message(language, "people.endRole")}
                        </button>
                      </form>
                    )}
                  </li>
                ))}
              </ul>
              <h3>{message(language, "people.addRole")}</h3>
              <form class="account-form" method="post" action={action}>
                <input type="hidden" name="intent" value="save" />
                <OrganisationField
                  language={language}
                  choices={choices}
                  value={typed("organisation")}
                  error={errors.organisation}
                />
                <SelectField
                  name="role"
                  label={message(language, "people.role")}
                  value={typed("role")}
                  error={errors.role}
                  groups={[
                    { options: assignable.map((value) => ({ value, text: message(language, `role.${value}.name`) })) },
                  ]}
                />
                <CheckField
                  name="administers"
                  label={message(language, "people.mayInvite")}
                  hint={message(language, "people.mayInviteHint")}
                />
                <button type="submit">{message(language, "people.giveRole")}</button>
              </form>
            </Section>
            {mayManageAccounts(actor) && (
              <Section id="account" title={message(language, "people.account")}>
                <p>{message(language, person.disabled ? "people.enableText" : "people.disableText")}</p>
                <form method="post" action={action}>
                  <input type="hidden" name="intent" value={person.disabled ? "enable" : "disable"} />
                  <button type="submit" class="quiet">
                    {message(language, person.disabled ? "people.enable" : "people.disable")}
                  </button>
                </form>
                <details class="account-details">
                  <summary>{message(language, "account.erase.title")}</summary>
                  <p>{message(language, "people.eraseText")}</p>
                  <form class="account-form" method="post" action={action}>
                    <input type="hidden" name="intent" value="erase" />
                    <CheckField name="sure" label={message(language, "account.erase.sure")} />
                    <button type="submit" class="danger">
                      {message(language, "account.erase.submit")}
                    </button>
                  </form>
                </details>
              </Section>
            )}
          </>
        )}
      </div>
    ),
  };
}
