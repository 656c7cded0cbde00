import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { links } from "../../../../web/links.ts";
import type { RecordSummary } from "../../record.ts";

/** What kept a version from being brought back. `open`: an entry for the record is under way already. */
export type RestoreProblem = { version: number; reason: string } & (
  | { kind: "reason-missing" }
  | { kind: "reason-long" }
  | { kind: "open"; entry: string }
);

export function RestoreForm({
  language,
  record,
  version,
  owners,
  problem,
}: {
  language: Language;
  record: RecordSummary;
  version: number;
  owners: { value: string; text: string }[];
  problem: RestoreProblem | null;
}) {
  const reasonId = `restore-reason-${version}`;
  const isReasonWrong = problem !== null && problem.kind !== "open";
  return (
    <details class="restore" open={problem !== null}>
      <summary>{message(language, "history.restore")}</summary>
      {problem?.kind === "open" && (
        <Notice tone="warning">
          <p>{message(language, "history.entryOpen")}</p>
          <p>
            <a href={links.entry(language, problem.entry)}>{message(language, "history.entryOpenLink")}</a>
          </p>
        </Notice>
      )}
      <form method="post" action={links.recordHistory(language, record.kind, record.id)}>
        <input type="hidden" name="version" value={version} />
        <p>{message(language, "history.restoreText")}</p>
        {owners.length === 1 ? (
          <input type="hidden" name="owner" value={owners[0]?.value} />
        ) : (
          <p class="field">
            <label for={`restore-owner-${version}`}>{message(language, "history.restoreOwner")}</label>
            <select id={`restore-owner-${version}`} name="owner">
              {owners.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </p>
        )}
        <p class="field">
          <label for={reasonId}>{message(language, "history.restoreReason")}</label>
          {isReasonWrong && (
            <span class="field-error" id={`${reasonId}-error`}>
              {message(language, `history.problem.${problem.kind}`)}
            </span>
          )}
          <textarea
            id={reasonId}
            name="reason"
            rows={3}
            maxLength={2000}
            required
            aria-invalid={isReasonWrong}
            aria-describedby={isReasonWrong ? `${reasonId}-error` : undefined}
          >
            {problem?.reason ?? ""}
          </textarea>
        </p>
        <p>
          <button type="submit">{message(language, "history.restoreNow", { version })}</button>
        </p>
      </form>
    </details>
  );
}
