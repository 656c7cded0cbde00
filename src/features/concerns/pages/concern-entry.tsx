import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import type { Concern, ConcernJudgement, ConcernResponse } from "../concern.ts";
import { type ConcernWords, nameOrganisation, nameSurvey, sayWhen } from "../words.ts";
import { TextOrigin } from "./text-origin.tsx";

/** One raising in full: what was said, by whom, what was done, how it was judged. */
export function ConcernEntry({ concern, words }: { concern: Concern; words: ConcernWords }) {
  const { language } = words;
  return (
    <div class="concern" id={concern.id}>
      <p class="concern-facts">
        {message(language, `concern.entry.${/[~%]/.test(concern.raised) ? "raisedNear" : "raised"}`, {
          date: sayWhen(concern.raised, language),
        })}
        {" · "}
        {sayRaiser(concern, words)}
      </p>
      <p class="concern-text">
        <Words value={localize(concern.text, language)} />{" "}
        {concern.origin === "member" && (
          <TextOrigin text={concern.text} original={concern.language} language={language} />
        )}
      </p>
      {concern.responses.map((response) => (
        <ResponseEntry key={response.id} response={response} words={words} />
      ))}
      {concern.judgements.map((judgement) => (
        <JudgementEntry key={judgement.id} judgement={judgement} words={words} />
      ))}
    </div>
  );
}

export function sayRaiser({ organisation, origin }: Concern, words: ConcernWords): string {
  const { language } = words;
  if (organisation !== null)
    return message(language, "concern.entry.by", { name: nameOrganisation(organisation, words) });
  return message(language, origin === "member" ? "concern.entry.anonymous" : "concern.entry.unnamed");
}

export function ResponseEntry({ response, words }: { response: ConcernResponse; words: ConcernWords }) {
  const { language } = words;
  const { organisation, answered } = response;
  return (
    <p class="concern-answer">
      <span class="concern-answer-head">
        {message(language, "concern.entry.responseBy", {
          name:
            organisation === null ? message(language, "concern.entry.platform") : nameOrganisation(organisation, words),
        })}
        {" · "}
        {answered === null ? message(language, "concern.entry.undated") : sayWhen(answered, language)}
      </span>
      <Words value={localize(response.text, language)} />{" "}
      {response.origin === "member" && (
        <TextOrigin text={response.text} original={response.language} language={language} />
      )}
    </p>
  );
}

export function JudgementEntry({ judgement, words }: { judgement: ConcernJudgement; words: ConcernWords }) {
  const { language } = words;
  const { organisation, judged, survey, verdict, note } = judgement;
  const by =
    survey !== null
      ? message(language, "concern.entry.judgedIn", { survey: nameSurvey(survey, words) })
      : [message(language, "concern.entry.judgement"), organisation && nameOrganisation(organisation, words)]
          .filter(Boolean)
          .join(" · ");
  const remark = localize(note, language);
  return (
    <p class="concern-answer">
      <span class="concern-answer-head">
        {by}
        {judged !== null && ` · ${sayWhen(judged, language)}`}
      </span>
      <b>{message(language, `concern.verdict.${verdict}`)}</b>
      {remark.text !== "" && (
        <>
          {" "}
          <Words value={remark} /> <TextOrigin text={note} original={judgement.language} language={language} />
        </>
      )}
    </p>
  );
}
