import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import {
  type ClippingForm,
  type ClippingProblems,
  type ClippingText,
  clippingTexts,
  countCharacters,
  longestText,
} from "../clipping.ts";

const rows: Record<ClippingText, number> = { title: 2, summary: 6, why: 5 };

/** Title, summary and why it matters: Japanese open, the other languages below it. */
export function ClippingFields({
  language,
  item,
  form,
  version,
  problems,
  isApproved,
  isSubmitted,
}: {
  language: Language;
  item: string;
  form: ClippingForm;
  version: number;
  problems: ClippingProblems;
  isApproved: boolean;
  /** waits for a second person already */
  isSubmitted: boolean;
}) {
  const sayProblem = (name: string): string | undefined => {
    const problem = problems.get(name);
    if (problem === undefined) return undefined;
    const [text, of] = name.split(".");
    const limit = problem === "too-long" ? findLimit(text, of) : 0;
    return message(language, `clipping.problem.${problem}`, { limit });
  };
  const label = (text: ClippingText, of: Language) =>
    message(language, "clipping.fieldIn", {
      field: message(language, `clipping.field.${text}`),
      language: message(language, `bulletin.languageName.${of}`),
    });
  const nameField = (name: string): string => {
    const text = clippingTexts.find((one) => name.startsWith(`${one}.`));
    const of = languages.find((one) => name.endsWith(`.${one}`));
    return text && of ? label(text, of) : message(language, "clipping.month");
  };
  return (
    <form method="post" action={links.clipping(language, item)}>
      {problems.size > 0 && (
        <ErrorSummary
          id="errors"
          title={message(language, "clipping.notSaved")}
          errors={[...problems.keys()].map((name) => ({
            text: message(language, "clipping.problemOf", { field: nameField(name), problem: sayProblem(name) ?? "" }),
            href: `#${idOf(name)}`,
          }))}
        />
      )}
      <input type="hidden" name="version" value={version} />
      <LabelledField
        id="month"
        name="month"
        label={message(language, "clipping.month")}
        hint={message(language, "clipping.monthHint")}
        error={sayProblem("month")}
        control={{ kind: "text", value: form.month }}
      />
      {languages.map((of) => (
        <details key={of} class="clipping-language" open={of === "ja" || hasAny(form, of) || hasProblem(problems, of)}>
          <summary>
            {message(language, of === "ja" ? "clipping.required" : "clipping.optional", {
              language: message(language, `bulletin.languageName.${of}`),
            })}
          </summary>
          {clippingTexts.map((text) => {
            const name = `${text}.${of}`;
            return (
              <LabelledField
                key={name}
                id={idOf(name)}
                name={name}
                label={label(text, of)}
                hint={message(language, "clipping.characters", {
                  count: countCharacters(form[text][of]),
                  limit: longestText[text][of],
                })}
                error={sayProblem(name)}
                control={{ kind: "area", rows: rows[text], value: form[text][of], lang: of }}
              />
            );
          })}
        </details>
      ))}
      {isApproved && <p class="hint">{message(language, "clipping.approvedHint")}</p>}
      {isSubmitted && <p class="hint">{message(language, "clipping.submittedHint")}</p>}
      <div class="clipping-buttons">
        <button type="submit" name="intent" value="submit">
          {message(language, isSubmitted ? "clipping.submitAgain" : "clipping.submit")}
        </button>
        <button type="submit" name="intent" value="save" class="button-quiet">
          {message(language, isSubmitted ? "clipping.withdraw" : "clipping.save")}
        </button>
      </div>
    </form>
  );
}

function idOf(name: string): string {
  return name.replace(".", "-");
}

function findLimit(text: string | undefined, of: string | undefined): number {
  const found = clippingTexts.find((one) => one === text);
  const language = languages.find((one) => one === of);
  return found && language ? longestText[found][language] : 0;
}

function hasAny(form: ClippingForm, of: Language): boolean {
  return form.summary[of] !== "" || form.why[of] !== "";
}

function hasProblem(problems: ClippingProblems, of: Language): boolean {
  return clippingTexts.some((text) => problems.has(`${text}.${of}`));
}
