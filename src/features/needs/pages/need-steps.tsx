import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import { statesWithNote } from "../change-need.ts";
import { type Need, type NeedState, needStates } from "../need.ts";
import type { NeedWords } from "../words.ts";

interface NeedStepsProps {
  need: Need;
  steps: readonly NeedState[];
  /** what it may have turned into */
  others: readonly Need[];
  words: NeedWords;
  note: { to: NeedState; text: string } | undefined;
  /** what is wrong with the note */
  problem: string | undefined;
}

/** What the reader may say of the need now: the plain steps as buttons, those that ask for words folded below. */
export function NeedSteps({ need, steps, others, words, note, problem }: NeedStepsProps) {
  const { language } = words;
  if (steps.length === 0) return null;
  const asking = statesWithNote.filter((state) => steps.includes(state));
  // On towards being met first; the ways back stand behind.
  const isBack = (to: NeedState) => Number(needStates.indexOf(to) < needStates.indexOf(need.state));
  const plain = steps.filter((state) => !asking.some((one) => one === state)).toSorted((a, b) => isBack(a) - isBack(b));
  const action = links.memberNeed(language, need.id);
  return (
    <Section id="steps" title={message(language, "needs.steps.title")} lead={message(language, "needs.steps.lead")}>
      <div class="need-steps">
        {plain.length > 0 && (
          <form method="post" action={action} class="need-step">
            <input type="hidden" name="intent" value="move" />
            <input type="hidden" name="state" value={need.state} />
            <label for="step-note">
              {message(language, "needs.steps.note")}
              <textarea id="step-note" name="note" rows={2}>
                {note && plain.includes(note.to) ? note.text : ""}
              </textarea>
            </label>
            <p class="need-step-buttons">
              {plain.map((to, index) => (
                <button key={to} type="submit" name="to" value={to} class={index === 0 ? undefined : "button-second"}>
                  {nameStep(need.state, to, words)}
                </button>
              ))}
            </p>
          </form>
        )}
        {asking.map((to) => (
          <details key={to} open={note?.to === to}>
            <summary>{nameStep(need.state, to, words)}</summary>
            <form method="post" action={action} class="need-step">
              <input type="hidden" name="intent" value="move" />
              <input type="hidden" name="state" value={need.state} />
              {to === "changed" && (
                <>
                  <p>
                    <a href={links.newNeed(language, { replaces: need.id })}>
                      {message(language, "needs.steps.enterNew")}
                    </a>
                  </p>
                  {others.length > 0 && (
                    <label for="successor">
                      {message(language, "needs.steps.successor")}
                      <select id="successor" name="successor" required>
                        <option value="">{message(language, "entryForm.choose")}</option>
                        {others.map(({ id, title }) => (
                          <option key={id} value={id}>
                            {localize(title, language).text}
                          </option>
                        ))}
                      </select>
                    </label>
                  )}
                </>
              )}
              {(to !== "changed" || others.length > 0) && (
                <>
                  <label for={`note-${to}`}>
                    {message(language, "needs.steps.reason")}
                    {note?.to === to && problem !== undefined && (
                      <span id={`note-${to}-error`} class="form-error">
                        {problem}
                      </span>
                    )}
                    <textarea
                      id={`note-${to}`}
                      name="note"
                      rows={2}
                      required
                      aria-invalid={note?.to === to && problem !== undefined ? true : undefined}
                      aria-describedby={note?.to === to && problem !== undefined ? `note-${to}-error` : undefined}
                    >
                      {note?.to === to ? note.text : ""}
                    </textarea>
                  </label>
                  <p class="need-step-buttons">
                    <button type="submit" name="to" value={to}>
                      {nameStep(need.state, to, words)}
                    </button>
                  </p>
                </>
              )}
            </form>
          </details>
        ))}
      </div>
    </Section>
  );
}

/** A way back is worded as one. */
function nameStep(from: NeedState, to: NeedState, { language }: NeedWords): string {
  if (to === "heard") return message(language, from === "withdrawn" ? "needs.step.heardAgain" : "needs.step.heard");
  if (to === "confirmed" && from !== "heard") return message(language, "needs.step.confirmedBack");
  if ((to === "matched" && from === "being-met") || (to === "being-met" && from === "met"))
    return message(language, `needs.step.${to}Back`);
  return message(language, `needs.step.${to}`);
}
