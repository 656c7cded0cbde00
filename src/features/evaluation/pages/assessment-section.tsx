import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { AssessedPartnership } from "../assessments.ts";
import type { Evaluation } from "../draft.ts";
import { AssessmentPicture } from "./assessment-picture.tsx";
import { TheirWords } from "./their-words.tsx";

/** Each partnership with both sides' marks, or with who has not yet answered. One's own stand first. */
export function AssessmentSection({
  assessed,
  evaluation,
  directory,
  language,
}: {
  assessed: readonly AssessedPartnership[];
  evaluation: Evaluation;
  directory: OrganisationDirectory;
  language: Language;
}) {
  const shown = assessed
    .filter(
      ({ ownSide, submitted }) =>
        ownSide !== null || submitted.home || submitted.partner || evaluation.state !== "final",
    )
    .toSorted((a, b) => Number(b.ownSide !== null) - Number(a.ownSide !== null));
  const answered = assessed.filter(({ submitted }) => submitted.home && submitted.partner);
  const waiting = shown.filter(({ home, partner, ownSide }) => home === null && partner === null && ownSide === null);
  const cards = shown.filter((one) => !waiting.includes(one));
  const name = (id: string) => directory.shortName(id, language);
  const open = (one: AssessedPartnership) => links.evaluationAssessment(language, evaluation.id, one.partnership.id);
  return (
    <>
      <p>{message(language, "evaluation.assessment.progress", { count: answered.length, of: assessed.length })}</p>
      {evaluation.frozen?.missingWords && (
        <p class="hint">
          {message(language, "evaluation.finish.missingReasonIs")}{" "}
          <TheirWords text={evaluation.frozen.missingWords.reason} language={language} />
        </p>
      )}
      <div class="assessments">
        {cards.map((one) => (
          <article key={one.partnership.id} class="assessment-card">
            <h3>
              <a href={open(one)}>
                {message(language, "evaluation.evidence.pair", {
                  home: name(one.partnership.home),
                  partner: name(one.partnership.partner),
                })}
              </a>
            </h3>
            {one.home === null && one.partner === null ? (
              <p class="hint">{message(language, "evaluation.assessment.yourTurn")}</p>
            ) : (
              <AssessmentPicture
                home={one.home}
                partner={one.partner}
                language={language}
                names={{ home: name(one.partnership.home), partner: name(one.partnership.partner) }}
              />
            )}
            <p class="assessment-standing">{saySubmitted(one, name, language)}</p>
          </article>
        ))}
      </div>
      {waiting.length > 0 && (
        <details class="assessment-waiting">
          <summary>{message(language, "evaluation.assessment.waiting", { count: waiting.length })}</summary>
          <ul>
            {waiting.map((one) => (
              <li key={one.partnership.id}>
                <a href={open(one)}>
                  {message(language, "evaluation.evidence.pair", {
                    home: name(one.partnership.home),
                    partner: name(one.partnership.partner),
                  })}
                </a>{" "}
                <span class="hint">{saySubmitted(one, name, language)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function saySubmitted(
  { submitted, partnership }: AssessedPartnership,
  name: (id: string) => string,
  language: Language,
): string {
  if (submitted.home && submitted.partner) return message(language, "evaluation.assessment.both");
  if (!submitted.home && !submitted.partner) return message(language, "evaluation.assessment.neither");
  return message(language, "evaluation.assessment.one", {
    name: name(submitted.home ? partnership.home : partnership.partner),
    other: name(submitted.home ? partnership.partner : partnership.home),
  });
}
