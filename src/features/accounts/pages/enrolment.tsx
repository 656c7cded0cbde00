import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { Enrolment } from "../second-factor.ts";
import { TextField } from "./fields.tsx";

/** Three steps on one sheet: scan, keep the recovery codes, prove that the app works. */
export function EnrolmentSheet({ language, enrolment }: { language: Language; enrolment: Enrolment }) {
  return (
    <>
      <PageHeading
        title={message(language, "account.security.appTitle")}
        lead={message(language, "account.security.appLead")}
      />
      <Section id="scan" title={message(language, "account.security.scan")}>
        <p>{message(language, "account.security.scanText")}</p>
        <QrCode squares={enrolment.squares} label={message(language, "account.security.qr")} />
        <p>
          {message(language, "account.security.key")}
          <code class="account-key">{enrolment.key}</code>
        </p>
      </Section>
      <Section id="codes" title={message(language, "account.security.keepCodes")}>
        <CodeList language={language} codes={enrolment.recoveryCodes} />
      </Section>
      <ConfirmForm language={language} />
    </>
  );
}

/** After a wrong code: the key is in the app already, so only the code is asked for again. */
export function ConfirmEnrolment({ language, error }: { language: Language; error: string }) {
  return (
    <>
      <PageHeading
        title={message(language, "account.security.appTitle")}
        lead={message(language, "account.security.againLead")}
      />
      <ConfirmForm language={language} error={error} />
      <p>
        <a href={links.accountSecurity(language)}>{message(language, "account.security.startOver")}</a>
      </p>
    </>
  );
}

export function RecoveryCodes({ language, codes }: { language: Language; codes: readonly string[] }) {
  return (
    <>
      <PageHeading
        title={message(language, "account.security.codesTitle")}
        lead={message(language, "account.security.codesLead")}
      />
      <CodeList language={language} codes={codes} />
      <p>
        <a class="button" href={links.accountSecurity(language)}>
          {message(language, "account.security.codesKept")}
        </a>
      </p>
    </>
  );
}

function CodeList({ language, codes }: { language: Language; codes: readonly string[] }) {
  return (
    <>
      <p>{message(language, "account.security.keepCodesText")}</p>
      <ol class="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </>
  );
}

function ConfirmForm({ language, error }: { language: Language; error?: string }) {
  return (
    <Section id="confirm" title={message(language, "account.security.confirm")}>
      <form class="account-form" method="post" action={links.accountSecurity(language)}>
        <input type="hidden" name="intent" value="app-confirm" />
        <TextField
          name="code"
          label={message(language, "signIn.secondStep.code")}
          hint={message(language, "signIn.secondStep.codeHint")}
          error={error}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxlength={12}
        />
        <button type="submit">{message(language, "account.security.turnOn")}</button>
      </form>
    </Section>
  );
}

/** Dark modules as one path, one unit each (ISO/IEC 18004), with the quiet zone that the encoder adds. */
function QrCode({ squares, label }: { squares: boolean[][]; label: string }) {
  const path = squares.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg class="qr-code" viewBox={`0 0 ${squares.length} ${squares.length}`} role="img" aria-label={label}>
      <rect width={squares.length} height={squares.length} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
