import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { LinkedWords, type Wording } from "../../../../web/components/words.tsx";
import { links } from "../../../../web/links.ts";
import type { Approval } from "../../review.ts";
import { titleOf } from "../record/record-reader.ts";
import { describeRefusal } from "./review-refusal.ts";

/** What became of each that was ticked. */
export function ApprovalResults({ approvals, language }: { approvals: readonly Approval[]; language: Language }) {
  const approved = approvals.filter(({ refusal }) => refusal === null);
  const refused = approvals.flatMap(({ id, entry, refusal }) => (refusal ? [{ id, entry, refusal }] : []));
  const nameOf = ({ entry }: Pick<Approval, "entry">): Wording =>
    entry ? titleOf(entry, language) : message(language, "entry.unknown");
  return (
    <>
      {approved.length > 0 && (
        <Notice tone="success" title={message(language, "approval.done.approved", { count: approved.length })}>
          <ul>
            {approved.map((approval) => (
              <li key={approval.id}>
                <LinkedWords
                  text={nameOf(approval)}
                  {...(approval.entry && {
                    href: links.memberRecord(language, approval.entry.kind, approval.entry.record),
                  })}
                />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice tone="error" title={message(language, "approval.refused", { count: refused.length })}>
          <ul>
            {refused.map(({ id, entry, refusal }) => (
              <li key={id}>
                <LinkedWords
                  text={nameOf({ entry })}
                  {...(entry ? { href: links.entryReview(language, entry.id) } : {})}
                />
                {message(language, "record.colon")}
                {describeRefusal(refusal, language)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
