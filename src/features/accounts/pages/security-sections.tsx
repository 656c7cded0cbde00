import { formatMoment } from "../../../core/format-moment.ts";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { longestPassword } from "../password-strength.ts";
import type { SecurityState } from "../second-factor.ts";
import type { OpenSession } from "../sessions.ts";
import { type FieldErrors, TextField } from "./fields.tsx";

interface SectionProps {
  language: Language;
}

export function SecondFactorSection({ language, on, errors }: SectionProps & { on: boolean; errors: FieldErrors }) {
  const action = links.accountSecurity(language);
  return (
    <Section id="app" title={message(language, "account.security.appTitle")}>
      <p class={on ? "state state-on" : "state"}>
        {message(language, on ? "account.security.on" : "account.security.off")}
      </p>
      <p>{message(language, "account.security.appText")}</p>
      <form class="account-form" method="post" action={action}>
        <input type="hidden" name="intent" value={on ? "app-off" : "app-begin"} />
        <TextField
          name="app-password"
          type="password"
          label={message(language, "account.password.present")}
          error={errors["app-password"]}
          autocomplete="current-password"
        />
        <button type="submit" class={on ? "quiet" : undefined}>
          {message(language, on ? "account.security.turnOff" : "account.security.begin")}
        </button>
      </form>
      {on && (
        <details class="account-details" open={errors["codes-password"] !== undefined}>
          <summary>{message(language, "account.security.newCodes")}</summary>
          <p>{message(language, "account.security.newCodesText")}</p>
          <form class="account-form" method="post" action={action}>
            <input type="hidden" name="intent" value="codes" />
            <TextField
              name="codes-password"
              type="password"
              label={message(language, "account.password.present")}
              error={errors["codes-password"]}
              autocomplete="current-password"
            />
            <button type="submit">{message(language, "account.security.makeCodes")}</button>
          </form>
        </details>
      )}
    </Section>
  );
}

export function PasskeySection({ language, passkeys }: SectionProps & { passkeys: SecurityState["passkeys"] }) {
  return (
    <Section id="passkeys" title={message(language, "account.passkey.title")}>
      <p>{message(language, "account.passkey.text")}</p>
      {passkeys.length > 0 && (
        <ul class="account-list">
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id}>
              <span>
                <strong>{name ?? message(language, "account.passkey.unnamed")}</strong>
                {createdAt && (
                  <span class="hint">
                    {message(language, "account.passkey.since", { date: formatMoment(language, createdAt) })}
                  </span>
                )}
              </span>
              <form method="post" action={links.accountSecurity(language)}>
                <input type="hidden" name="intent" value="passkey-remove" />
                <input type="hidden" name="id" value={id} />
                <button type="submit" class="quiet">
                  {message(language, "account.passkey.remove")}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <div
        class="account-form"
        data-passkey="add"
        data-next={links.accountSecurity(language, { done: "passkeyAdded" })}
        data-failed={message(language, "account.passkey.failed")}
        data-stale={message(language, "account.passkey.stale")}
        hidden
      >
        <div class="field">
          <label for="passkey-name">{message(language, "account.passkey.name")}</label>
          <span class="hint" id="passkey-name-hint">
            {message(language, "account.passkey.nameHint")}
          </span>
          <input id="passkey-name" type="text" maxlength={60} aria-describedby="passkey-name-hint" />
        </div>
        <button type="button">{message(language, "account.passkey.add")}</button>
        <p class="field-error" role="status" />
      </div>
      <p class="hint" data-passkey-missing>
        {message(language, "account.passkey.needs")}
      </p>
    </Section>
  );
}

export function PasswordSection({ language, email, errors }: SectionProps & { email: string; errors: FieldErrors }) {
  return (
    <Section id="password" title={message(language, "account.password.changeTitle")}>
      <form class="account-form" method="post" action={links.accountSecurity(language)}>
        <input type="hidden" name="intent" value="password" />
        <input type="hidden" name="username" value={email} autocomplete="username" />
        <TextField
          name="present"
          type="password"
          label={message(language, "account.password.present")}
          error={errors.present}
          autocomplete="current-password"
        />
        <TextField
          name="next"
          type="password"
          label={message(language, "account.password.next")}
          hint={message(language, "account.password.hint")}
          error={errors.next}
          autocomplete="new-password"
          maxlength={longestPassword}
        />
        <button type="submit">{message(language, "account.password.change")}</button>
      </form>
    </Section>
  );
}

export function SessionSection({ language, sessions }: SectionProps & { sessions: OpenSession[] }) {
  const action = links.accountSecurity(language);
  return (
    <Section id="sessions" title={message(language, "account.session.title")}>
      <p>{message(language, "account.session.text")}</p>
      <ul class="account-list">
        {sessions.map(({ id, device, lastUsed, current }) => (
          <li key={id}>
            <span>
              <strong>{nameDevice(language, device)}</strong>
              <span class="hint">
                {current
                  ? message(language, "account.session.current")
                  : message(language, "account.session.lastUsed", { date: formatMoment(language, lastUsed) })}
              </span>
            </span>
            {!current && (
              <form method="post" action={action}>
                <input type="hidden" name="intent" value="session-end" />
                <input type="hidden" name="id" value={id} />
                <button type="submit" class="quiet">
                  {message(language, "account.session.end")}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={action}>
        <input type="hidden" name="intent" value="sessions-end" />
        <button type="submit" class="quiet">
          {message(language, "account.session.endAll")}
        </button>
      </form>
    </Section>
  );
}

function nameDevice(language: Language, { browser, system }: OpenSession["device"]): string {
  if (browser && system) return message(language, "account.session.device", { browser, system });
  return browser ?? system ?? message(language, "account.session.unknown");
}
