import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { isSettled, type StatementSection } from "../draft.ts";
import type { EvaluationView } from "../view.ts";

/** “I have read these and let them stand”: one button for the drafted sentences of a part, none where nothing waits for it. */
export function CheckPart({
  view,
  section,
  organisation = null,
  language,
}: {
  view: EvaluationView;
  section: StatementSection;
  organisation?: string | null;
  language: Language;
}) {
  const { evaluation, statements, stale } = view;
  const waiting = statements.filter(
    (one) => one.section === section && one.organisation === organisation && !isSettled(one) && !stale.has(one.id),
  );
  if (waiting.length === 0) return null;
  return (
    <form method="post" action={links.memberEvaluation(language, evaluation.id)} class="check-part">
      <input type="hidden" name="revision" value={evaluation.revision} />
      <input type="hidden" name="section" value={section} />
      <input type="hidden" name="organisation" value={organisation ?? ""} />
      <button type="submit" name="intent" value="check" class="button-quiet">
        {message(language, "evaluation.check.button", { count: waiting.length })}
      </button>
    </form>
  );
}
