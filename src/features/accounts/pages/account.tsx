import { AppError } from "../../../core/errors.ts";
import { languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler, RawHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { requestAddressChange } from "../address.ts";
import { eraseAccount } from "../erase-account.ts";
import { isPassword } from "../passwords.ts";
import { exportPersonalData } from "../personal-data.ts";
import { findLimit, takeAttempt } from "../rate-limits.ts";
import { digests, findSettings, isDigest, type Settings, saveSettings } from "../settings.ts";
import { DoneNotice, waitMessage } from "./account-page.tsx";
import { CheckField, ChoiceField, type FieldErrors, FormErrors, SelectField, TextField } from "./fields.tsx";
import { isChecked, readLanguage, readName, readPassword, readText } from "./read-fields.ts";

export const showAccount: PageHandler<MemberRequest> = async (request) => describeAccount(request, {});

export const submitAccount: ActionHandler = async (request) => {
  const { context, language, actor, form } = request;
  if (readText(form, "intent") === "address") {
    const password = readPassword(form, "password");
    const result = await requestAddressChange(context, actor, { email: readText(form, "email", 254), password });
    if (result.kind === "sent") return { redirect: links.account(language, { done: "addressSent" }) };
    const errors: FieldErrors = {
      invalid: { email: message(language, "account.emailWrong") },
      "wrong-password": { password: message(language, "account.password.wrong") },
      wait: { form: result.kind === "wait" ? waitMessage(language, result.minutes) : "" },
    }[result.kind];
    return { page: await describeAccount(request, errors), status: result.kind === "wait" ? 429 : 422 };
  }
  const digest = readText(form, "digest");
  const settings: Settings = {
    name: readName(form),
    language: readLanguage(form, actor.language),
    digest: isDigest(digest) ? digest : "weekly",
    reminders: isChecked(form, "reminders"),
  };
  if (settings.name === "") {
    const errors = { name: message(language, "account.nameMissing") };
    return { page: await describeAccount(request, errors), status: 422 };
  }
  await saveSettings(context, actor, settings);
  return { redirect: links.account(settings.language, { done: "saved" }) };
};

/** Everything held on the reader, as one file. */
export const downloadPersonalData: RawHandler<MemberRequest> = async ({ context, actor, language }) => ({
  contentType: "application/json; charset=utf-8",
  content: await exportPersonalData(context, actor, language),
  fileName: `renkei-personal-data-${context.clock.today()}.json`,
});

/** Erases the reader's own account, after the password and a tick. */
export const submitErasure: ActionHandler = async (request) => {
  const { context, language, actor, form } = request;
  const limit = await takeAttempt(context, findLimit("password/account", actor.userId));
  const isSure = isChecked(form, "sure");
  const isRight = limit.allowed && (await isPassword(context, actor.userId, readPassword(form, "present")));
  if (!isSure || !isRight) {
    const errors: FieldErrors = limit.allowed
      ? {
          ...(isRight ? {} : { present: message(language, "account.password.wrong") }),
          ...(isSure ? {} : { form: message(language, "account.erase.notSure") }),
        }
      : { form: waitMessage(language, limit.waitMinutes) };
    return { page: await describeAccount(request, errors), status: limit.allowed ? 422 : 429 };
  }
  try {
    await eraseAccount(context, actor, actor.userId);
  } catch (error) {
    if (!(error instanceof AppError) || error.details.reason !== "last-administrator") throw error;
    const errors = { form: message(language, "people.lastAdministrator") };
    return { page: await describeAccount(request, errors), status: 409 };
  }
  return { redirect: links.signIn(language, { done: "erased" }) };
};

async function describeAccount(request: MemberRequest, errors: FieldErrors): Promise<PageContent> {
  const { context, language, actor, url } = request;
  const { digest, reminders } = await findSettings(context, actor.userId);
  const directory = await getDirectory(context);
  const title = message(language, "account.title");
  return {
    title,
    description: message(language, "account.lead"),
    area: null,
    unlisted: true,
    body: (
      <div class="account-page">
        <PageHeading
          title={title}
          lead={message(language, "account.lead")}
          meta={[
            { term: message(language, "account.email"), value: actor.email },
            {
              term: message(language, "account.roles"),
              value: actor.memberships
                .map(({ organisation, role }) =>
                  message(language, "account.roleAt", {
                    role: message(language, `role.${role}.name`),
                    organisation: directory.find(organisation) ? directory.name(organisation, language) : organisation,
                  }),
                )
                .join(message(language, "account.roleSeparator")),
            },
          ]}
          links={[
            { text: message(language, "account.security.title"), href: links.accountSecurity(language) },
            { text: message(language, "role.title"), href: links.roles(language) },
            { text: message(language, "follow.title"), href: links.follows(language) },
          ]}
        />
        <DoneNotice language={language} url={url} />
        <FormErrors language={language} errors={errors} />
        <Section id="settings" title={message(language, "account.settings")}>
          <form class="account-form" method="post" action={links.account(language)}>
            <input type="hidden" name="intent" value="settings" />
            <TextField
              name="name"
              label={message(language, "account.name")}
              hint={message(language, "account.nameHint")}
              value={actor.name}
              error={errors.name}
              autocomplete="name"
              maxlength={100}
            />
            <SelectField
              name="language"
              label={message(language, "account.language")}
              hint={message(language, "account.languageHint")}
              value={actor.language}
              groups={[{ options: languages.map((value) => ({ value, text: message(value, `language.${value}`) })) }]}
            />
            <ChoiceField
              name="digest"
              label={message(language, "account.digest.label")}
              value={digest}
              options={digests.map((value) => ({ value, text: message(language, `account.digest.${value}`) }))}
            />
            <CheckField
              name="reminders"
              label={message(language, "account.reminders")}
              hint={message(language, "account.remindersHint")}
              checked={reminders}
            />
            <button type="submit">{message(language, "account.save")}</button>
          </form>
        </Section>
        <Section id="address" title={message(language, "account.address.title")}>
          <p>{message(language, "account.address.text")}</p>
          <form class="account-form" method="post" action={links.account(language)}>
            <input type="hidden" name="intent" value="address" />
            <TextField
              name="email"
              type="email"
              label={message(language, "account.address.next")}
              error={errors.email}
              autocomplete="email"
            />
            <TextField
              name="password"
              type="password"
              label={message(language, "account.password.present")}
              error={errors.password}
              autocomplete="current-password"
            />
            <button type="submit">{message(language, "account.address.submit")}</button>
          </form>
        </Section>
        <Section id="data" title={message(language, "account.data.title")}>
          <p>{message(language, "account.data.text")}</p>
          <LinkList items={[{ text: message(language, "account.data.download"), href: links.accountData(language) }]} />
          <details class="account-details" open={errors.present !== undefined}>
            <summary>{message(language, "account.erase.title")}</summary>
            <p>{message(language, "account.erase.text")}</p>
            <form class="account-form" method="post" action={links.accountData(language)}>
              <TextField
                name="present"
                type="password"
                label={message(language, "account.password.present")}
                error={errors.present}
                autocomplete="current-password"
              />
              <CheckField name="sure" label={message(language, "account.erase.sure")} />
              <button type="submit" class="danger">
                {message(language, "account.erase.submit")}
              </button>
            </form>
          </details>
        </Section>
      </div>
    ),
  };
}
