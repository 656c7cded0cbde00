import type { ComponentChildren } from "preact";
import { message } from "../../../messages/message.ts";
import { ChoicesField } from "../../../web/components/form/field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { fieldWords } from "../../../web/form-texts.tsx";
import { links } from "../../../web/links.ts";
import type { NeedWords } from "../../needs/words.ts";
import { type CaseState, type CompanyCase, caseStates, caseSteps, obstacleKinds } from "../company-case.ts";
import { typeAmount } from "../contract-amount.ts";
import type { CaseMove } from "../move-case.ts";
import { DayField, MoneyFields } from "./contract-fields.tsx";

interface CaseStepsProps {
  found: CompanyCase;
  words: NeedWords;
  /** what a refused step said */
  typed: CaseMove | undefined;
  /** and of which field */
  errors: ReadonlyMap<string, string> | undefined;
}

/** Where the case may go from here: plain steps as buttons, a contract and an end with what they need. */
export function CaseSteps({ found, words, typed, errors }: CaseStepsProps) {
  const { language } = words;
  const steps = caseSteps[found.state];
  const plain = steps.filter((state) => state !== "contracted" && state !== "stopped");
  const field = (name: "contractedOn" | "amount" | "currency" | "obstacleKinds", required = false) => ({
    name,
    label: message(language, `company.field.${name}`),
    // Why a case stops is said by a kind of obstacle or in words.
    error: errors?.get(name === "obstacleKinds" ? "obstacle" : name),
    required,
    words: fieldWords(language),
  });
  return (
    <Section id="steps" title={message(language, "company.stepsTitle")} lead={message(language, "company.stepsLead")}>
      <div class="need-steps">
        {plain.length > 0 && <StepForm found={found} words={words} typed={typed} to={plain} />}
        {steps.includes("contracted") && (
          <details open={typed?.to === "contracted"}>
            <summary>{message(language, "company.step.contracted")}</summary>
            <StepForm found={found} words={words} typed={typed} to={["contracted"]}>
              <DayField {...field("contractedOn", true)} value={typed?.contractedOn ?? found.contractedOn ?? ""} />
              <MoneyFields
                amount={field("amount")}
                currency={field("currency")}
                input={
                  typed?.to === "contracted"
                    ? typed
                    : {
                        amount: found.amount ? typeAmount(found.amount) : "",
                        currency: found.amount?.currency ?? "",
                      }
                }
              />
            </StepForm>
          </details>
        )}
        {steps.includes("stopped") && (
          <details open={typed?.to === "stopped"}>
            <summary>{message(language, "company.step.stopped")}</summary>
            <StepForm found={found} words={words} typed={typed} to={["stopped"]}>
              <ChoicesField
                {...field("obstacleKinds")}
                values={typed?.obstacleKinds ?? found.obstacleKinds}
                options={obstacleKinds.map((value) => ({
                  value,
                  text: message(language, `company.obstacle.${value}`),
                }))}
              />
            </StepForm>
          </details>
        )}
      </div>
    </Section>
  );
}

interface StepFormProps extends Omit<CaseStepsProps, "errors"> {
  to: readonly CaseState[];
  children?: ComponentChildren;
}

function StepForm({ found, words: { language }, typed, to, children }: StepFormProps) {
  const id = `note-${to.join("-")}`;
  return (
    <form method="post" action={links.companyCase(language, found.id)} class="need-step">
      <input type="hidden" name="from" value={found.state} />
      {children}
      <label for={id}>
        {message(language, "needs.steps.note")}
        <textarea id={id} name="note" rows={2}>
          {typed && to.includes(typed.to) ? (typed.note ?? "") : ""}
        </textarea>
      </label>
      <p class="need-step-buttons">
        {to.map((state, index) => (
          <button key={state} type="submit" name="to" value={state} class={index === 0 ? undefined : "button-second"}>
            {message(language, nameStep(found.state, state), {
              state: message(language, `company.states.${state}`),
            })}
          </button>
        ))}
      </p>
    </form>
  );
}

/** A step on, a step back, or taking it up again. */
function nameStep(from: CaseState, to: CaseState) {
  if (from === "stopped") return "company.step.again";
  return caseStates.indexOf(to) < caseStates.indexOf(from) ? "company.step.back" : (`company.step.${to}` as const);
}
