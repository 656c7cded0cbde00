import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { describeInput, FieldFrame } from "../../../web/components/field-frame.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { AuditFilter } from "../store.ts";
import type { Verification } from "../verify.ts";

/** A verification that was asked for: what was typed, and what came of it; no result where the typing made no sense. */
export interface Tried {
  expect: string;
  result: Verification | null;
}

/** What can be done with the log: verify it, take it along. */
export function AuditWork({
  language,
  filter,
  tried,
}: {
  language: Language;
  filter: AuditFilter;
  tried: Tried | null;
}) {
  const { timeZone: _, ...query } = filter;
  return (
    <div class="audit-work">
      <section aria-labelledby="audit-check">
        <h2 id="audit-check">{message(language, "audit.page.check")}</h2>
        {tried?.result && <Result language={language} result={tried.result} />}
        <p>{message(language, "audit.page.verifyText")}</p>
        <ExpectForm language={language} tried={tried} />
      </section>
      <section aria-labelledby="audit-export">
        <h2 id="audit-export">{message(language, "audit.page.export")}</h2>
        <p>{message(language, "audit.page.exportText")}</p>
        <ul class="page-links">
          <li>
            <a href={links.auditFile(language, { ...query })}>JSON Lines</a>
          </li>
          <li>
            <a href={links.auditFile(language, { ...query, format: "csv" })}>CSV</a>
          </li>
        </ul>
      </section>
    </div>
  );
}

function ExpectForm({ language, tried }: { language: Language; tried: Tried | null }) {
  const isWrong = tried !== null && tried.result === null;
  const field = {
    id: "expect",
    label: message(language, "audit.page.expect"),
    hint: message(language, "audit.page.expectHint"),
    error: isWrong ? message(language, "audit.page.expectWrong") : undefined,
  };
  return (
    <form method="post" action={links.audit(language)}>
      <FieldFrame {...field}>
        <input
          name="expect"
          type="text"
          value={tried?.expect ?? ""}
          id={field.id}
          {...describeInput(field)}
          spellcheck={false}
          autocomplete="off"
        />
      </FieldFrame>
      <button type="submit">{message(language, "audit.page.verify")}</button>
    </form>
  );
}

function Result({ language, result }: { language: Language; result: Verification }) {
  if (result.sound)
    return (
      <Notice tone="success" title={message(language, "audit.page.sound")}>
        <p>{message(language, "audit.page.soundText", { rows: result.rows })}</p>
        <p>
          <code class="audit-end">{`${result.head.number}:${result.head.hash}`}</code>
        </p>
      </Notice>
    );
  return (
    <Notice tone="error" title={message(language, "audit.page.broken")}>
      <p>{message(language, `audit.problem.${result.problem}`, { number: result.number })}</p>
      <p>{message(language, "audit.page.brokenText")}</p>
    </Notice>
  );
}
