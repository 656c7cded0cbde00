import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { Section } from "../../../../web/components/section.tsx";
import { links } from "../../../../web/links.ts";
import type { Entry } from "../../record.ts";
import type { RefusedDecision } from "./review-page.tsx";

export function DecisionForm({
  entry,
  refused,
  language,
}: {
  entry: Entry;
  refused: RefusedDecision | null;
  language: Language;
}) {
  const isCommentMissing = refused?.refusal.reason === "comment-missing";
  const describedBy = isCommentMissing ? "comment-error comment-hint" : "comment-hint";
  return (
    <Section id="decision" title={message(language, "approval.decision")}>
      <form method="post" action={links.entryReview(language, entry.id)} class="decision">
        <input type="hidden" name="revision" value={entry.revision} />
        <p class="field">
          <label for="comment">{message(language, "approval.comment")}</label>
          <span class="hint" id="comment-hint">
            {message(language, "approval.commentHint")}
          </span>
          {isCommentMissing && (
            <span class="field-error" id="comment-error" role="alert">
              {message(language, "approval.refusal.comment-missing")}
            </span>
          )}
          <textarea
            id="comment"
            name="comment"
            rows={4}
            maxLength={4000}
            aria-invalid={isCommentMissing}
            aria-describedby={describedBy}
          >
            {refused?.comment ?? ""}
          </textarea>
        </p>
        <p class="commands">
          <button type="submit" name="decision" value="approve">
            {message(language, "approval.approve")}
          </button>
          <button type="submit" name="decision" value="return" class="button-second">
            {message(language, "approval.return")}
          </button>
          <a class="command" href={links.entry(language, entry.id)}>
            {message(language, "approval.edit")}
          </a>
        </p>
      </form>
    </Section>
  );
}
