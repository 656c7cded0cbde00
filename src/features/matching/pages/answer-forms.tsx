import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import { listSides, type Side } from "../access.ts";
import type { MatchView } from "../service.ts";
import type { TypedMatch } from "./match.tsx";
import { type Problem, sayNoteProblem } from "./problem.tsx";

interface AnswerFormsProps {
  view: MatchView;
  words: NeedWords;
  typed: TypedMatch | null;
  problem: Problem | null;
}

/** A form for each side that the reader may answer for. */
export function AnswerForms({ view, words, typed, problem }: AnswerFormsProps) {
  const { language } = words;
  if (view.answerable.length === 0) return null;
  return (
    <Section
      id="answer"
      title={message(language, "matching.answer.title")}
      lead={message(language, "matching.answer.change")}
    >
      {view.answerable.map((side) => (
        <AnswerForm key={sideKey(side)} side={side} view={view} words={words} typed={typed} problem={problem} own />
      ))}
    </Section>
  );
}

/** Folded, the sides for which a broker writes down what they have answered by telephone or letter. */
export function StandIns({ view, words, typed, problem }: AnswerFormsProps) {
  const { match, need, answerable } = view;
  if (match.state !== "consulting") return null;
  const isOwn = (side: Side) => answerable.some((one) => sideKey(one) === sideKey(side));
  return (
    <>
      {listSides(match, need.organisation)
        .filter((side) => !isOwn(side))
        .map((side) => (
          <details
            key={sideKey(side)}
            class="match-stand-in"
            open={typed?.intent === "answer" && typed.side === sideKey(side)}
          >
            <summary>
              {message(words.language, "matching.answer.forTitle", {
                organisation: words.organisation(side.organisation),
              })}
            </summary>
            <AnswerForm side={side} view={view} words={words} typed={typed} problem={problem} own={false} />
          </details>
        ))}
    </>
  );
}

interface AnswerFormProps extends AnswerFormsProps {
  side: Side;
  own: boolean;
}

function AnswerForm({ side, view, words, typed, problem, own }: AnswerFormProps) {
  const { language } = words;
  const { match, need, offers } = view;
  const key = sideKey(side);
  const offer = side.of === "offer" ? offers.get(side.offer) : undefined;
  const isTyped = typed?.intent === "answer" && typed.side === key;
  return (
    <form method="post" action={links.match(language, match.id)} class="match-form">
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="side" value={key} />
      <input type="hidden" name="revision" value={match.revision} />
      <p>
        {side.of === "need"
          ? message(language, "matching.answer.needLead", { organisation: words.organisation(need.organisation) })
          : message(language, "matching.answer.offerLead")}
      </p>
      {side.of === "offer" && (
        <p class="match-who">
          <Words value={offer ? localize(offer.title, language) : side.offer} />
        </p>
      )}
      <LabelledField
        id={`note-${key}`}
        name="note"
        label={message(language, own ? "matching.answer.note" : "matching.answer.noteFor")}
        error={isTyped ? sayNoteProblem(problem, language) : undefined}
        control={{ kind: "area", rows: 3, value: isTyped ? typed.note : "" }}
      />
      <LabelledField
        id={`language-${key}`}
        name="language"
        label={message(language, "matching.answer.language")}
        control={{
          kind: "select",
          value: isTyped ? typed.language : language,
          options: languages.map((one) => ({ value: one, text: message(one, `language.${one}`), lang: one })),
        }}
      />
      <p class="match-buttons">
        <button type="submit" name="answer" value="agreed">
          {message(language, "matching.answer.agree")}
        </button>
        <button type="submit" name="answer" value="declined" class="button-second">
          {message(language, "matching.answer.decline")}
        </button>
      </p>
    </form>
  );
}

function sideKey(side: Side): string {
  return side.of === "need" ? "need" : side.offer;
}
