import type { ComponentChildren } from "preact";
import type { Language } from "../../../../core/language.ts";
import { message } from "../../../../messages/message.ts";
import { Section } from "../../../../web/components/section.tsx";
import { links } from "../../../../web/links.ts";
import { type Actor, hasPermission } from "../../../accounts/actor.ts";
import type { YearState } from "../../years.ts";
import type { FailedStep } from "./years-year.tsx";

export type YearStep = "publish" | "propose" | "close" | "reopen";

interface StepsProps {
  year: YearState;
  stamp: string;
  actor: Actor;
  language: Language;
  name: string;
  failed: FailedStep | null;
}

/** What the actor may do with the year in its present state; nothing where that is nothing. */
export function YearSteps(props: StepsProps) {
  const { year, actor, language } = props;
  const publishes = hasPermission(actor, "years.publish") && year.state !== "closed";
  const closes = hasPermission(actor, "years.close");
  if (!publishes && !closes) return null;
  return (
    <Section id="steps" title={message(language, "year.steps.title")}>
      <div class="year-steps">
        {publishes && <PublishStep {...props} />}
        {publishes && year.state === "open" && <ProposeStep {...props} />}
        {closes && year.state !== "closed" && <CloseLink {...props} />}
        {closes && year.state === "closed" && <ReopenStep {...props} />}
      </div>
    </Section>
  );
}

function PublishStep({ year, stamp, language, name }: StepsProps) {
  return (
    <StepForm step="publish" year={year} language={language} name={name}>
      <input type="hidden" name="seen" value={stamp} />
    </StepForm>
  );
}

function ProposeStep({ year, language, name, failed }: StepsProps) {
  return (
    <StepForm step="propose" year={year} language={language} name={name}>
      <NoteField id="propose-note" label={message(language, "year.field.proposal")} value={failed?.note} />
    </StepForm>
  );
}

/** Closing has a page of its own, which says once more what happens. */
function CloseLink({ year, language, name }: StepsProps) {
  return (
    <div class="year-step">
      <h3>{message(language, "year.step.close.title", { year: name })}</h3>
      <p>{message(language, "year.step.close.text")}</p>
      {year.waiting > 0 ? (
        <p class="year-obstacle">{message(language, "year.error.entries-waiting", { waiting: year.waiting })}</p>
      ) : (
        <p>
          <a class="button" href={links.memberYearStep(language, year.fiscalYear, "close")}>
            {message(language, "year.step.close.next")}
          </a>
        </p>
      )}
    </div>
  );
}

function ReopenStep({ year, language, name, failed }: StepsProps) {
  return (
    <StepForm step="reopen" year={year} language={language} name={name}>
      <NoteField
        id="reopen-note"
        label={message(language, "year.field.reason")}
        hint={message(language, "year.field.reasonHint")}
        value={failed?.note}
        required
      />
    </StepForm>
  );
}

export function StepForm({
  step,
  year,
  language,
  name,
  isAlone = false,
  children,
}: Pick<StepsProps, "year" | "language" | "name"> & {
  step: YearStep;
  /** the page's heading says what it is */
  isAlone?: boolean;
  children: ComponentChildren;
}) {
  return (
    <form class="year-step" method="post" action={links.memberYearStep(language, year.fiscalYear, step)}>
      {!isAlone && <h3>{message(language, `year.step.${step}.title`, { year: name })}</h3>}
      {!isAlone && <p>{message(language, `year.step.${step}.text`)}</p>}
      {children}
      <button type="submit">{message(language, `year.step.${step}.button`)}</button>
    </form>
  );
}

export function NoteField({
  id,
  label,
  hint,
  value,
  required = false,
}: {
  id: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  required?: boolean;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        id={id}
        name="note"
        rows={3}
        maxLength={2000}
        required={required}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        {value ?? ""}
      </textarea>
    </div>
  );
}
