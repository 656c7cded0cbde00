import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { Enrolment } from "../second-factor.ts";
import { TextField } from "./fields.tsx";

/** Two steps on one sheet, scan and prove that the app works; after a wrong code the same sheet again. */
export function EnrolmentSheet({
  language,
  enrolment,
  error,
}: {
  language: Language;
  enrolment: Enrolment;
  error?: string;
}) {
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
      <ConfirmForm language={language} {...(error === undefined ? {} : { error })} />
    </>
  );
}

/** `first`: the app has just been turned on; else they take the place of earlier ones. */
export function RecoveryCodes({
  language,
  codes,
  first,
}: {
  language: Language;
  codes: readonly string[];
  first: boolean;
}) {
  return (
    <>
      <PageHeading
        title={message(language, first ? "account.security.onTitle" : "account.security.codesTitle")}
        lead={message(language, first ? "account.security.onLead" : "account.security.codesLead")}
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
