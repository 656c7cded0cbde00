import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { listAssessments } from "../assessments.ts";
import type { Evaluation } from "../draft.ts";
import { listEvaluations, tallyEvaluation } from "../evaluations.ts";

const states = ["draft", "self-assessment", "final"] as const;

/** Yearly and mid-term evaluations, each with how far it is: written sentences, both sides' answers. */
export const showEvaluations: PageHandler<MemberRequest> = async (request) => {
  const { context, actor, language } = request;
  const evaluations = await listEvaluations(context, actor);
  const cards = await Promise.all(evaluations.map((evaluation) => describeCard(request, evaluation)));
  const title = message(language, "memberBar.evaluations");
  const mayWrite = hasPermission(actor, "evaluations.write");
  return {
    title,
    description: message(language, "evaluation.list.lead"),
    area: null,
    unlisted: true,
    trail: [],
    body: (
      <>
        <PageHeading
          title={title}
          lead={message(language, "evaluation.list.lead")}
          links={[
            ...(mayWrite
              ? [{ text: message(language, "evaluation.new.title"), href: links.newEvaluation(language) }]
              : []),
            { text: message(language, "evaluation.deepening.title"), href: links.deepening(language) },
            { text: message(language, "evaluation.title"), href: links.evaluation(language) },
          ]}
        />
        {cards.length === 0 ? (
          <EmptyState
            title={message(language, "evaluation.list.none")}
            links={
              mayWrite ? [{ text: message(language, "evaluation.new.title"), href: links.newEvaluation(language) }] : []
            }
          />
        ) : (
          <ul class="evaluation-cards">{cards}</ul>
        )}
      </>
    ),
  };
};

async function describeCard({ context, actor, language }: MemberRequest, evaluation: Evaluation) {
  const { id, title, state, asOf, kind } = evaluation;
  const tally = await tallyEvaluation(context, id);
  const assessed = await listAssessments(context, actor, evaluation);
  const answers = assessed.flatMap(({ submitted }) => [submitted.home, submitted.partner]);
  const bars = [
    { key: "written", value: tally.written, of: tally.sentences },
    { key: "answers", value: answers.filter(Boolean).length, of: answers.length },
  ] as const;
  return (
    <li key={id}>
      <p class="kicker">{message(language, `evaluation.kind.${kind}`)}</p>
      <h2>
        <a href={links.memberEvaluation(language, id)}>
          <Words value={localize(title, language)} />
        </a>
      </h2>
      <ol class="evaluation-steps" aria-label={message(language, "evaluation.column.state")}>
        {states.map((one) => (
          <li key={one} aria-current={one === state ? "step" : undefined}>
            {message(language, `evaluation.state.${one}`)}
          </li>
        ))}
      </ol>
      <dl class="evaluation-types">
        {(["B", "A", "none"] as const).map((type) => (
          <div key={type}>
            <dt>{message(language, `evaluation.typeShort.${type}`)}</dt>
            <dd>
              <span class={`type-blocks is-${type}`} aria-hidden="true">
                {Array.from({ length: tally.types[type] }, (_, index) => (
                  <span key={index} />
                ))}
              </span>
              {tally.types[type]}
            </dd>
          </div>
        ))}
      </dl>
      {bars.map(({ key, value, of }) => (
        <p key={key} class="evaluation-bar">
          <span>{message(language, `evaluation.list.${key}`, { value, of })}</span>
          <progress value={value} max={Math.max(1, of)} aria-hidden="true" />
        </p>
      ))}
      <p class="hint">
        {message(language, "evaluation.asOf")} {writeEdtf(asOf, language)}
      </p>
    </li>
  );
}
