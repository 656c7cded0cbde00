import { AppError } from "../../../core/errors.ts";
import { formatMoment } from "../../../core/format-moment.ts";
import { isLanguage, type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { publicAddress } from "../../../platform/public-address.ts";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { getDirectory, type OrganisationDirectory } from "../../organisations/directory.ts";
import { administeredOrganisations, assignableRoles } from "../assignable-roles.ts";
import { invite, type NewInvitation, sendAgain, withdrawInvitation } from "../invitations.ts";
import { listOrganisationChoices, type OrganisationChoice } from "../organisation-names.ts";
import { listPendingInvitations, listPeople, type PendingInvitation, type Person } from "../people.ts";
import { showName } from "../person-name.ts";
import { findLimit, takeAttempt } from "../rate-limits.ts";
import { isRole, roleNames } from "../roles.ts";
import { DoneNotice, waitMessage } from "./account-page.tsx";
import { CheckField, type FieldErrors, FormErrors, SelectField, TextField } from "./fields.tsx";
import { explainFittingRoles, OrganisationField, readOrganisation } from "./organisation-field.tsx";
import { isChecked, readText } from "./read-fields.ts";

export const showPeople: PageHandler<MemberRequest> = async (request) => describePeople(request, {});

export const submitPeople: ActionHandler = async (request) => {
  const { context, language, actor, form } = request;
  const intent = readText(form, "intent");
  const id = Number(readText(form, "id"));
  if (intent === "withdraw") {
    await withdrawInvitation(context, actor, id);
    return { redirect: links.people(language, { done: "invitationWithdrawn" }) };
  }
  const limit = await takeAttempt(context, findLimit("invite", actor.userId));
  if (!limit.allowed)
    return { page: await describePeople(request, { form: waitMessage(language, limit.waitMinutes) }), status: 429 };
  if (intent === "again") {
    const path = await sendAgain(context, actor, id);
    return { page: await describePeople(request, {}, path), status: 200 };
  }
  const invitation = readInvitation(form);
  const errors: FieldErrors = {};
  const named = await readOrganisation(context, language, invitation.organisation);
  if ("error" in named) errors.organisation = named.error;
  if (invitation.role === null) errors.role = message(language, "people.roleMissing");
  if (invitation.role !== null && "id" in named) {
    const { role } = invitation;
    try {
      const mailLanguage = invitation.language ?? (await findMailLanguage(request, named.id));
      const path = await invite(context, actor, {
        ...invitation,
        organisation: named.id,
        role,
        language: mailLanguage,
      });
      return { page: await describePeople(request, {}, path), status: 200 };
    } catch (error) {
      Object.assign(errors, await explain(request, named.id, error));
    }
  }
  return { page: await describePeople(request, errors, null, form), status: 422 };
};

interface TypedInvitation extends Omit<NewInvitation, "role" | "language"> {
  role: NewInvitation["role"] | null;
  /** null: the organisation's own */
  language: Language | null;
}

function readInvitation(form: FormData): TypedInvitation {
  const role = readText(form, "role");
  const language = readText(form, "language");
  return {
    email: readText(form, "email", 254),
    organisation: readText(form, "organisation"),
    role: isRole(role) ? role : null,
    administers: isChecked(form, "administers"),
    language: isLanguage(language) ? language : null,
  };
}

/** Whoever invites may read another language than the invited: an official of Shenyang gets a letter in Chinese. */
async function findMailLanguage({ context, language }: MemberRequest, organisation: string): Promise<Language> {
  const country = (await getDirectory(context)).find(organisation)?.country;
  if (country === "jp") return "ja";
  return country === "cn" ? "zh" : language;
}

async function explain(
  { context, language }: MemberRequest,
  organisation: string,
  error: unknown,
): Promise<FieldErrors> {
  if (!(error instanceof AppError)) throw error;
  if (error.code === "forbidden") return { role: message(language, "people.roleNotYours") };
  if (error.details.field === "email") return { email: message(language, "account.emailWrong") };
  if (error.details.field === "role") return { role: await explainFittingRoles(context, language, organisation) };
  throw error;
}

async function describePeople(
  request: MemberRequest,
  errors: FieldErrors,
  invitationPath: string | null = null,
  form: FormData | null = null,
): Promise<PageContent> {
  const { context, language, actor, url } = request;
  const directory = await getDirectory(context);
  const people = await listPeople(context, actor);
  const choices = await listOrganisationChoices(context, language, administeredOrganisations(actor));
  const pending = await listPendingInvitations(context, actor);
  const title = message(language, "people.title");
  return {
    title,
    description: message(language, "people.lead"),
    area: null,
    unlisted: true,
    body: (
      <div class="account-page">
        <PageHeading
          title={title}
          lead={message(language, "people.lead")}
          links={[{ text: message(language, "role.title"), href: links.roles(language) }]}
        />
        <DoneNotice language={language} url={url} />
        {invitationPath !== null && (
          <Notice tone="success" title={message(language, "people.invited")}>
            <p>{message(language, "people.handOver")}</p>
            <p>
              <code class="account-link">{`${publicAddress({ ...context.config, publicUrl: url.origin })}${invitationPath}`}</code>
            </p>
          </Notice>
        )}
        <FormErrors language={language} errors={errors} />
        <PeopleByOrganisation language={language} people={people} directory={directory} />
        <PendingInvitations language={language} pending={pending} directory={directory} />
        <InviteForm request={request} choices={choices} errors={errors} form={form} />
      </div>
    ),
  };
}

function PeopleByOrganisation({
  language,
  people,
  directory,
}: {
  language: Language;
  people: Person[];
  directory: OrganisationDirectory;
}) {
  const organisations = [...new Set(people.flatMap(({ memberships }) => memberships.map((one) => one.organisation)))];
  const without = people.filter(({ memberships }) => memberships.length === 0);
  const groups = [
    ...organisations.map((id) => ({
      id,
      name: nameOrganisation(directory, id, language),
      people: people.filter(({ memberships }) => memberships.some(({ organisation }) => organisation === id)),
    })),
    ...(without.length > 0 ? [{ id: "", name: message(language, "people.without"), people: without }] : []),
  ];
  return (
    <Section id="people" title={message(language, "people.accounts", { count: people.length })}>
      {groups.map((group) => (
        <div class="people-group" key={group.id}>
          <h3>{group.name}</h3>
          <ul class="account-list">
            {group.people.map((person) => (
              <li key={person.userId}>
                <span>
                  <a href={links.person(language, person.userId)}>{showName(person.name, language)}</a>
                  {person.disabled && <span class="state"> {message(language, "people.disabled")}</span>}
                  <span class="hint">{person.erased ? "" : person.email}</span>
                </span>
                <span class="people-roles">
                  {person.memberships
                    .filter(({ organisation }) => organisation === group.id)
                    .map(({ role, administers }) => (
                      <span key={role}>
                        {message(language, `role.${role}.name`)}
                        {administers && <span class="hint">{message(language, "people.administers")}</span>}
                      </span>
                    ))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function PendingInvitations({
  language,
  pending,
  directory,
}: {
  language: Language;
  pending: PendingInvitation[];
  directory: OrganisationDirectory;
}) {
  return (
    <Section id="pending" title={message(language, "people.pending", { count: pending.length })}>
      {pending.length === 0 ? (
        <EmptyState title={message(language, "people.noPending")} />
      ) : (
        <ul class="account-list">
          {pending.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.email}</strong>
                <span class="hint">
                  {message(language, "account.roleAt", {
                    role: message(language, `role.${one.role}.name`),
                    organisation: nameOrganisation(directory, one.organisation, language),
                  })}
                </span>
                <span class="hint">
                  {message(language, one.expired ? "people.expired" : "people.expires", {
                    date: formatMoment(language, one.expires, "day"),
                  })}
                </span>
              </span>
              <span class="list-actions">
                {(["again", "withdraw"] as const).map((intent) => (
                  <form key={intent} method="post" action={links.people(language)}>
                    <input type="hidden" name="intent" value={intent} />
                    <input type="hidden" name="id" value={one.id} />
                    <button type="submit" class="quiet">
                      {message(language, `people.${intent}`)}
                    </button>
                  </form>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A word of its own: a required choice must not be empty. */
const byOrganisation = "organisation";

function InviteForm({
  request: { language, actor },
  choices,
  errors,
  form,
}: {
  request: MemberRequest;
  choices: OrganisationChoice[];
  errors: FieldErrors;
  form: FormData | null;
}) {
  const organisations = administeredOrganisations(actor);
  const assignable = roleNames.filter(
    (role) => organisations === null || organisations.some((id) => assignableRoles(actor, id).includes(role)),
  );
  const typed = (name: string) => (form ? readText(form, name, 254) : "");
  return (
    <Section id="invite" title={message(language, "people.invite")} lead={message(language, "people.inviteLead")}>
      <form class="account-form" method="post" action={links.people(language)}>
        <input type="hidden" name="intent" value="invite" />
        <TextField
          name="email"
          type="email"
          label={message(language, "account.email")}
          value={typed("email")}
          error={errors.email}
          autocomplete="off"
        />
        <OrganisationField
          language={language}
          choices={choices}
          value={typed("organisation")}
          error={errors.organisation}
        />
        <SelectField
          name="role"
          label={message(language, "people.role")}
          hint={message(language, "people.roleHint")}
          value={typed("role")}
          error={errors.role}
          groups={[
            {
              options: [
                { value: "", text: message(language, "people.choose") },
                ...assignable.map((value) => ({ value, text: message(language, `role.${value}.name`) })),
              ],
            },
          ]}
        />
        <CheckField
          name="administers"
          label={message(language, "people.mayInvite")}
          hint={message(language, "people.mayInviteHint")}
        />
        <SelectField
          name="language"
          label={message(language, "people.mailLanguage")}
          hint={message(language, "people.mailLanguageHint")}
          value={typed("language") || byOrganisation}
          groups={[
            {
              options: [
                { value: byOrganisation, text: message(language, "people.mailLanguageOfOrganisation") },
                ...languages.map((value) => ({ value, text: message(language, `documents.languageName.${value}`) })),
              ],
            },
          ]}
        />
        <button type="submit">{message(language, "people.inviteSubmit")}</button>
      </form>
    </Section>
  );
}

/** An organisation may have gone with a later load of the programme; its id still says which it was. */
export function nameOrganisation(directory: OrganisationDirectory, id: string, language: Language): string {
  return directory.find(id) ? directory.name(id, language) : id;
}
