import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { sayChoice } from "../say-answer.ts";
import type { Tally } from "../tally.ts";

/** Bars with their numbers before them; beside each, where there is one, the year before as a thin line. */
export function TallyView({
  tally,
  before,
  beforeTitle,
  language,
}: {
  tally: Tally;
  before: Tally | undefined;
  beforeTitle: string;
  language: Language;
}) {
  const { question, answered, counts, mean } = tally;
  const share = (count: number, of: number) => (of === 0 ? 0 : Math.round((count / of) * 1000) / 10);
  const { scale } = question.options;
  const label = (id: string) => {
    if (question.kind !== "scale" || !scale) return sayChoice(question, id, language);
    const end = id === String(scale.from) ? scale.fromText : id === String(scale.to) ? scale.toText : null;
    return end === null ? id : `${id}　${localize(end, language).text}`;
  };
  return (
    <div class="survey-tally">
      <p class="survey-facts">
        <span>{message(language, "surveyResults.answered", { count: answered })}</span>
        {mean !== null && <span>{message(language, "surveyResults.mean", { mean })}</span>}
        {before?.mean != null && (
          <span>{message(language, "surveyResults.meanBefore", { mean: before.mean, title: beforeTitle })}</span>
        )}
      </p>
      <table class="survey-bars">
        <caption class="visually-hidden">
          <Words value={localize(question.text, language)} />
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{message(language, "surveySheet.answer")}</th>
            <th scope="col">{message(language, "surveyResults.number")}</th>
            <th scope="col">{message(language, "surveyResults.share")}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ id, count }) => {
            const then = before?.counts.find((each) => each.id === id)?.count;
            const percent = share(count, answered);
            return (
              <tr key={id}>
                <th scope="row">{label(id)}</th>
                <td class="survey-bar-number">
                  {count}
                  <span class="survey-bar-percent"> {percent}%</span>
                </td>
                <td class="survey-bar-cell">
                  <span class="survey-bar" style={`inline-size:${percent}%`} aria-hidden="true" />
                  {before && then !== undefined && (
                    <>
                      <span
                        class="survey-bar survey-bar-before"
                        style={`inline-size:${share(then, before.answered)}%`}
                        aria-hidden="true"
                      />
                      <span class="survey-bar-then">
                        {message(language, "surveyResults.then", {
                          count: then,
                          percent: share(then, before.answered),
                        })}
                      </span>
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
