import { fiscalYearLabel } from "../../../../core/fiscal-calendar.ts";
import { formatMoment } from "../../../../core/format-moment.ts";
import { message } from "../../../../messages/message.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest } from "../../../../web/page.ts";
import { getProgramme } from "../../../programme/service.ts";
import type { Entry } from "../../record.ts";
import type { FormState } from "./entry-page.tsx";

/** What just happened to the entry, why it came back, and why it cannot go on. */
export async function describeNotices(
  { context, language }: MemberRequest,
  entry: Entry | null,
  done: string | null,
  state: FormState | null,
) {
  const { calendar } = await getProgramme(context);
  return (
    <>
      {entry && done === "saved" && (
        <Notice tone="success">
          <p>{message(language, "entry.done.saved", { time: formatMoment(language, entry.changedAt) })}</p>
        </Notice>
      )}
      {entry && done === "restored" && (
        <Notice tone="success">
          <p>{message(language, "entry.done.restored")}</p>
        </Notice>
      )}
      {entry && done === "conflict" && (
        <Notice tone="warning">
          <p>{message(language, "entry.done.conflict")}</p>
        </Notice>
      )}
      {done === "open" && (
        <Notice tone="information">
          <p>{message(language, "entryForm.alreadyOpen")}</p>
        </Notice>
      )}
      {entry?.state === "returned" && entry.comment && (
        <Notice tone="warning" title={message(language, "entryForm.returned")}>
          <p class="entry-comment">{entry.comment}</p>
        </Notice>
      )}
      {entry && done === "recalled" && (
        <Notice tone="success">
          <p>{message(language, "entryForm.recalled")}</p>
        </Notice>
      )}
      {entry && state?.savedWithProblems && (
        <Notice tone="success">
          <p>{message(language, "entryForm.savedWithProblems", { time: formatMoment(language, entry.changedAt) })}</p>
        </Notice>
      )}
      {state?.askedToSubmit && (
        <Notice tone="warning" title={message(language, "entryForm.submitAgainTitle")}>
          <p>{message(language, "entryForm.submitAgain")}</p>
        </Notice>
      )}
      {state?.locked && entry && (
        <Notice tone="error">
          <p>{message(language, "entryForm.lockedMeanwhile")}</p>
          <p>
            <a href={links.entry(language, entry.id)}>{message(language, "compare.back")}</a>
          </p>
        </Notice>
      )}
      {entry && state === null && (
        <Notice tone="information">
          <p>{message(language, "entryForm.locked", { state: message(language, `entryForm.state.${entry.state}`) })}</p>
        </Notice>
      )}
      {state?.closedYear !== undefined && (
        <Notice tone="error">
          <p>
            {message(language, "entryForm.yearClosed", { year: fiscalYearLabel(calendar, state.closedYear, language) })}
          </p>
        </Notice>
      )}
    </>
  );
}
