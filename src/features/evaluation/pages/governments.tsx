import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { TypeMark } from "../../../web/components/badges.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { TypeComparison } from "../compare-stated.ts";
import type { GovernmentType, TypeRow } from "../draft.ts";
import { isWaiting } from "../open-points.ts";
import { CheckPart } from "./check-part.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { StatementList, type StatementsContext } from "./statements-list.tsx";
import { TheirWords } from "./their-words.tsx";
import { type DecisionAttempt, TypeDecision } from "./type-decision.tsx";

const types = ["A", "B", "none"] as const;

/** How many are of each type, drawn as a row of marks: the table of D at a glance. */
export function TypeStrip({
  view,
  language,
  directory,
  isWriter,
}: StatementsContext & { directory: OrganisationDirectory }) {
  const waitingOf = (organisation: string) =>
    isWriter
      ? view.statements.filter((one) => one.organisation === organisation && isWaiting(one, view.stale, language))
          .length
      : 0;
  return (
    <dl class="type-strip">
      {types.map((type) => {
        const own = view.types.filter((row) => typeOf(row) === type);
        return own.length === 0 ? null : (
          <div key={type} class={`is-${type}`}>
            <dt>
              <span class="type-strip-mark">{type === "none" ? "–" : type}</span>
              {choiceMessage(language, "evaluation.type", type)}
              <strong>{message(language, "evaluation.type.count", { count: own.length })}</strong>
            </dt>
            <dd>
              <ul>
                {own.map(({ organisation }) => (
                  <li key={organisation}>
                    <a href={hrefOf(view, organisation, language)}>{directory.name(organisation, language)}</a>
                    {waitingOf(organisation) > 0 && (
                      <>
                        {" "}
                        <span class="jump-waiting">
                          {message(language, "evaluation.jump.waiting", { count: waitingOf(organisation) })}
                        </span>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Opened by its address, so that a link to one works without a script wherever the browser leaves its fold closed. */
function hrefOf(
  { evaluation }: StatementsContext["view"],
  open: string,
  language: StatementsContext["language"],
): string {
  return `${links.memberEvaluation(language, evaluation.id, { open })}#${open === all ? "governments" : `g-${open}`}`;
}

const all = "all";

interface GovernmentsProps extends StatementsContext {
  directory: OrganisationDirectory;
  /** the local government that stands open, or `all`; null for none */
  open: string | null;
  /** a decision on a type that was not taken, and why */
  attempt: DecisionAttempt | null;
}

/** A fold a local government: its type with the reasons, and what it achieved. On paper all of them are open. */
export function Governments(props: GovernmentsProps) {
  const { view, language, open } = props;
  return (
    <>
      <p class="fold-switch">
        {open === all ? (
          <a href={`${links.memberEvaluation(language, view.evaluation.id)}#governments`}>
            {message(language, "evaluation.fold.none")}
          </a>
        ) : (
          <a href={hrefOf(view, all, language)}>{message(language, "evaluation.fold.all")}</a>
        )}
      </p>
      <div class="governments">
        {view.types.map((row) => (
          <Government key={row.organisation} {...props} row={row} isOpen={open === all || open === row.organisation} />
        ))}
      </div>
    </>
  );
}

function Government({ row, isOpen, ...props }: GovernmentsProps & { row: TypeRow; isOpen: boolean }) {
  const { view, language, directory } = props;
  const { organisation } = row;
  const own = view.statements.filter((statement) => statement.organisation === organisation);
  const name = directory.name(organisation, language);
  const type = typeOf(row);
  return (
    <details class="government-fold print-open" open={isOpen}>
      <summary id={`g-${organisation}`}>
        <h3>{name}</h3>{" "}
        <TypeMark
          mark={type === "none" ? "–" : type}
          label={choiceMessage(language, "evaluation.type", type)}
          strong={type === "B"}
        />{" "}
        <span class="hint">{message(language, "evaluation.fold.count", { count: own.length })}</span>
      </summary>
      <article class="government" aria-label={name}>
        <header>
          <TypeLine {...{ row, comparison: view.comparisons.get(organisation), language }} />
          {view.staleTypes.includes(organisation) && (
            <p class="statement-stale">{message(language, "evaluation.stale.type")}</p>
          )}
          <Reasons {...{ row, language, words: view.words }} />
          {props.isWriter && (
            <TypeDecision
              {...{ row, language, evaluation: view.evaluation }}
              attempt={props.attempt?.typed.organisation === organisation ? props.attempt : null}
            />
          )}
          <p class="fold-switch">
            <a href={links.organisation(language, organisation)}>{message(language, "evaluation.fold.records")}</a>
          </p>
        </header>
        <div>
          <StatementList {...props} statements={own} />
          {props.isWriter && <CheckPart {...{ view, organisation, language }} section="achievement" />}
        </div>
      </article>
    </details>
  );
}

/** What people decided stands over what was counted. */
export function typeOf({ decided, counted }: Pick<TypeRow, "decided" | "counted">): GovernmentType {
  return decided ?? counted;
}

function TypeLine({
  row,
  comparison,
  language,
}: {
  row: TypeRow;
  comparison: TypeComparison | undefined;
  language: StatementsContext["language"];
}) {
  return (
    <div class="type-line">
      <p>
        {row.decided === null
          ? message(language, "evaluation.type.counted")
          : message(language, "evaluation.type.decided", { type: row.counted })}
      </p>
      {row.decided !== null && (
        <p class="hint">
          <TheirWords text={row.decidedReason} language={language} />
        </p>
      )}
      {comparison && (
        <p class={comparison.agrees ? "type-stated" : "type-stated is-different"}>
          {message(language, comparison.agrees ? "evaluation.type.agrees" : "evaluation.type.differs", {
            stated: comparison.stated,
          })}
        </p>
      )}
      {comparison && !comparison.agrees && (
        <p class="hint">
          <Words value={localize(comparison.explanation, language)} />
        </p>
      )}
      {comparison && localize(comparison.note, language).text !== "" && (
        <p class="hint">
          <Words value={localize(comparison.note, language)} />
        </p>
      )}
    </div>
  );
}

function Reasons({
  row,
  language,
  words,
}: {
  row: TypeRow;
  language: StatementsContext["language"];
  words: StatementsContext["view"]["words"];
}) {
  // The type of one without records is that there are none: nothing is left to explain.
  if (row.reasons.length === 0) return null;
  return (
    <details class="type-reasons">
      <summary>{message(language, "evaluation.type.why")}</summary>
      <ul>
        {row.reasons.map((reason, index) => (
          <li key={index} class={reason.makes === null ? "is-left-out" : undefined}>
            {reason.makes !== null && <span class="reason-mark">{reason.makes}</span>}{" "}
            <Words value={localize(reason.text, language)} />
            {reason.makes !== null && (
              <details class="evidence">
                <summary>{message(language, "evaluation.evidence.count", { count: reason.records.length })}</summary>
                <EvidenceList evidence={reason.records} {...{ words, language }} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
