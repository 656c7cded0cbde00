import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest } from "../../../web/page.ts";
import type { Offer } from "../../needs/offer.ts";
import type { NeedWords } from "../../needs/words.ts";
import { hasEnded } from "../holds.ts";
import type { Reach } from "../letters.ts";
import { type MatchView, proposeMatches } from "../service.ts";
import { StandIns } from "./answer-forms.tsx";
import { ConsultForm, ReachList } from "./consult-form.tsx";
import { ExplainForm } from "./explain-form.tsx";
import type { TypedMatch } from "./match.tsx";
import { type Problem, sayNoteProblem } from "./problem.tsx";
import { ReplaceForm } from "./replace-form.tsx";

/** Offers that could take the place of another, in the order of the proposals. */
export async function gatherReplacements({ context, actor }: MemberRequest, view: MatchView): Promise<Offer[]> {
  if (view.match.state !== "proposed" && view.match.state !== "consulting") return [];
  const { proposals, offers } = await proposeMatches(context, actor, view.need.id);
  return proposals.singles
    .filter(({ offer }) => !view.match.offers.some((one) => one.offer === offer))
    .flatMap(({ offer }) => offers.get(offer) ?? []);
}

interface BrokerFormsProps {
  view: MatchView;
  words: NeedWords;
  typed: TypedMatch | null;
  problem: Problem | null;
  reach: readonly Reach[];
  replacements: readonly Offer[];
  /** nothing has come of it: no draft was made, or it was withdrawn */
  isWithoutRecord: boolean;
}

/** What a broker may do now: ask, conclude, replace, withdraw. Nothing where the match has ended or a record came of it. */
export function BrokerForms(props: BrokerFormsProps) {
  const { view, words, typed, problem, reach, replacements, isWithoutRecord } = props;
  const { language } = words;
  const { match } = view;
  const isOpen = match.state === "proposed" || match.state === "consulting";
  const isEnded = match.state === "agreed" && hasEnded(view.need.state);
  const mayWithdraw = isOpen || (match.state === "agreed" && (isWithoutRecord || isEnded));
  if (!isOpen && !mayWithdraw) return null;
  const hasAllAgreed =
    match.state === "consulting" &&
    match.needAnswer.answer === "agreed" &&
    match.offers.every(({ answer }) => answer === "agreed");
  const hidden = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="revision" value={match.revision} />
    </>
  );
  const action = links.match(language, match.id);
  return (
    <Section id="broker" title={message(language, "matching.broker.title")}>
      {match.state === "proposed" && <ConsultForm view={view} reach={reach} words={words} />}
      {match.state === "consulting" && <ReachList reach={reach} words={words} />}
      {isOpen && <ExplainForm view={view} words={words} typed={typed} />}
      <StandIns view={view} words={words} typed={typed} problem={problem} />
      {hasAllAgreed && (
        <form method="post" action={action} class="match-form">
          {hidden("conclude")}
          <button type="submit">{message(language, "matching.broker.conclude")}</button>
        </form>
      )}
      {isOpen && <ReplaceForm {...{ view, words, typed, problem, replacements }} />}
      {isEnded && !match.continued && (
        <ReasonForm intent="continue" {...{ action, hidden, typed, problem, language }} />
      )}
      {mayWithdraw && <ReasonForm intent="withdraw" {...{ action, hidden, typed, problem, language }} />}
    </Section>
  );
}

interface ReasonFormProps {
  intent: "continue" | "withdraw";
  action: string;
  hidden(intent: string): ComponentChildren;
  typed: TypedMatch | null;
  problem: Problem | null;
  language: Language;
}

/** A step that wants its reason. */
function ReasonForm({ intent, action, hidden, typed, problem, language }: ReasonFormProps) {
  const isTyped = typed?.intent === intent;
  return (
    <details open={isTyped}>
      <summary>{message(language, `matching.broker.${intent}`)}</summary>
      <form method="post" action={action} class="match-form">
        {hidden(intent)}
        <LabelledField
          id={`${intent}-reason`}
          name="note"
          label={message(language, `matching.broker.${intent}Reason`)}
          error={isTyped ? sayNoteProblem(problem, language) : undefined}
          control={{ kind: "area", rows: 3, value: isTyped ? typed.note : "", required: true }}
        />
        <button type="submit" class="button-second">
          {message(language, `matching.broker.${intent}`)}
        </button>
      </form>
    </details>
  );
}
