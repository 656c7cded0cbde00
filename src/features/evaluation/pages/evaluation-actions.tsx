import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { isSettled } from "../draft.ts";
import type { EvaluationView } from "../view.ts";

/** Where the writing stands, and the next steps: count anew, ask both sides, finish. */
export function EvaluationActions({ view, language }: { view: EvaluationView; language: Language }) {
  const { evaluation, statements, stale, staleTypes, newDrafts } = view;
  const written = statements.filter(isSettled).length;
  const bare = statements.filter(
    ({ evidence, withoutEvidenceReason }) => evidence.length === 0 && !withoutEvidenceReason,
  );
  const changed = stale.size + staleTypes.length;
  const figures = [
    { key: "sentences", value: statements.length },
    { key: "written", value: written },
    { key: "stale", value: changed },
    { key: "new", value: newDrafts.length },
  ] as const;
  return (
    <section class="evaluation-desk" aria-label={message(language, "evaluation.desk.title")}>
      <dl class="evaluation-desk-figures">
        {figures.map(({ key, value }) => (
          <div key={key} class={value > 0 && (key === "stale" || key === "new") ? "needs-a-look" : undefined}>
            <dt>{message(language, `evaluation.desk.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {bare.length > 0 && (
        <p class="statement-stale">{message(language, "evaluation.desk.bare", { count: bare.length })}</p>
      )}
      <form method="post" action={links.memberEvaluation(language, evaluation.id)} class="evaluation-desk-buttons">
        <input type="hidden" name="revision" value={evaluation.revision} />
        <a class="button" href={links.evaluationStatement(language, evaluation.id, "new")}>
          {message(language, "evaluation.desk.add")}
        </a>
        <button type="submit" name="intent" value="draft" class="button-quiet">
          {message(language, "evaluation.desk.draft")}
        </button>
        {evaluation.state === "draft" && (
          <button type="submit" name="intent" value="open" class="button-quiet">
            {message(language, "evaluation.desk.open")}
          </button>
        )}
        <a class="button button-quiet" href={links.finishEvaluation(language, evaluation.id)}>
          {message(language, "evaluation.desk.toFinish")}
        </a>
      </form>
      <p class="hint">{message(language, "evaluation.desk.hint")}</p>
    </section>
  );
}
