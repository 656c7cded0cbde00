import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import type { Before } from "../results.ts";
import type { Tally } from "../tally.ts";
import { MarkedWords } from "./marked-words.tsx";

/** Bars with their numbers before them; beside each, where there is one, the year before as a thin line. */
export function TallyView({
  tally,
  before,
  beforeHref,
  language,
}: {
  tally: Tally;
  before: Before | undefined;
  beforeHref: (survey: string) => string;
  language: Language;
}) {
  const { question, answered, counts, mean } = tally;
  const share = (count: number, of: number) => (of === 0 ? 0 : Math.round((count / of) * 1000) / 10);
  const { scale } = question.options;
  const said = localize(question.text, language).language;
  const label = (id: string) => {
    if (question.kind !== "scale" || !scale) {
      const choice = question.options.choices.find((each) => each.id === id);
      return choice ? <MarkedWords text={choice.text} language={language} said={said} /> : id;
    }
    const end = id === String(scale.from) ? scale.fromText : id === String(scale.to) ? scale.toText : null;
    if (end === null) return id;
    return (
      <>
        {id}
        {"\u3000"}
        <MarkedWords text={end} language={language} said={said} />
      </>
    );
  };
  return (
    <div class="survey-tally">
      <p class="survey-facts">
        <span>{message(language, "surveyResults.answered", { count: answered })}</span>
        {mean !== null && <span>{message(language, "surveyResults.mean", { mean })}</span>}
        {before?.tally.mean != null && (
          <span>{message(language, "surveyResults.meanBefore", { mean: before.tally.mean })}</span>
        )}
      </p>
      {before && <BeforeLine before={before} href={beforeHref(before.survey.id)} language={language} said={said} />}
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
            const then = before?.tally.counts.find((each) => each.id === id)?.count;
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
                        style={`inline-size:${share(then, before.tally.answered)}%`}
                        aria-hidden="true"
                      />
                      <span class="survey-bar-then">
                        {message(language, "surveyResults.then", {
                          count: then,
                          percent: share(then, before.tally.answered),
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

/** With which survey the thin lines compare, and whether that asked in other words. */
function BeforeLine({
  before,
  href,
  language,
  said,
}: {
  before: Before;
  href: string;
  language: Language;
  /** language with which the question is marked already */
  said: Language;
}) {
  const { survey, tally, reworded } = before;
  return (
    <p class="survey-facts survey-compared">
      <span class="survey-key survey-bar-before" aria-hidden="true" />
      <span>
        {message(language, "surveyResults.before")}{" "}
        <a href={href}>
          <MarkedWords text={survey.title} language={language} said={said} />
        </a>
      </span>
      <span>{message(language, "surveyResults.answered", { count: tally.answered })}</span>
      {reworded.length > 0 && (
        <span>
          {message(language, "surveyResults.beforeReworded")}{" "}
          <MarkedWords text={tally.question.text} language={language} said={said} />
        </span>
      )}
    </p>
  );
}
