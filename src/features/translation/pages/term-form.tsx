import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
import { links } from "../../../web/links.ts";
import type { TermProblem } from "../check-term.ts";
import { termDomains } from "../sheets.ts";
import type { KeptTerm, Term } from "../terms.ts";

const nothing = { ja: [], zh: [], en: [] };

export const emptyTerm: Term = {
  id: "",
  domain: "measure",
  words: { ja: "", zh: "", en: "" },
  variants: nothing,
  forbidden: nothing,
  note: {},
};

interface TermFormProps {
  term: Term;
  /** what it was before; null for a new one */
  kept: KeptTerm | null;
  problems: readonly TermProblem[];
  language: Language;
}

/** A term in three languages, with what else may and what must not be said for it. */
export function TermForm({ term, kept, problems, language }: TermFormProps) {
  const errorOf = (field: string) => {
    const problem = problems.find((one) => one.field === field);
    return problem && message(language, `translation.terms.problem.${problem.reason}`);
  };
  return (
    <section class="term-form" aria-labelledby="term-form-title">
      <h2 id="term-form-title">
        {kept ? message(language, "translation.terms.changing") : message(language, "translation.terms.adding")}
      </h2>
      {problems.length > 0 && (
        <ErrorSummary
          id="term-errors"
          title={message(language, "translation.terms.notSaved")}
          errors={problems.map(({ field, reason }) => ({
            text: message(language, `translation.terms.problem.${reason}`),
            href: `#${idOf(field)}`,
          }))}
        />
      )}
      <form method="post" action={links.terms(language)}>
        {kept ? <input type="hidden" name="id" value={kept.id} /> : <input type="hidden" name="new" value="1" />}
        <LabelledField
          id={idOf("domain")}
          name="domain"
          label={message(language, "translation.terms.domain")}
          error={errorOf("domain")}
          control={{
            kind: "select",
            value: term.domain,
            options: termDomains.map((value) => ({ value, text: message(language, `translation.domain.${value}`) })),
          }}
        />
        <div class="term-languages">
          {languages.map((of) => (
            <fieldset key={of}>
              <legend>{message(language, `translation.languages.${of}`)}</legend>
              <LabelledField
                id={idOf(`term_${of}`)}
                name={`term_${of}`}
                label={message(language, "translation.terms.word")}
                error={errorOf(`term_${of}`)}
                control={{ kind: "area", rows: 1, lang: of, value: term.words[of] }}
              />
              {(["variants", "forbidden"] as const).map((list) => (
                <LabelledField
                  key={list}
                  id={idOf(`${list}_${of}`)}
                  name={`${list}_${of}`}
                  label={message(language, `translation.terms.${list}`)}
                  hint={message(language, "translation.terms.lines")}
                  error={errorOf(`${list}_${of}`)}
                  control={{ kind: "area", rows: 2, lang: of, value: term[list][of].join("\n") }}
                />
              ))}
              <LabelledField
                id={idOf(`note_${of}`)}
                name={`note_${of}`}
                label={message(language, "translation.terms.note")}
                error={errorOf(`note_${of}`)}
                control={{ kind: "area", rows: 3, lang: of, value: term.note[of] ?? "" }}
              />
            </fieldset>
          ))}
        </div>
        {!kept && (
          <LabelledField
            id={idOf("id")}
            name="id"
            label={message(language, "translation.terms.id")}
            hint={message(language, "translation.terms.idHint")}
            error={errorOf("id")}
            control={{ kind: "text", value: term.id }}
          />
        )}
        <p class="commands">
          <button type="submit" name="intent" value="save">
            {message(language, "translation.save")}
          </button>
          <a class="command" href={links.terms(language)}>
            {message(language, "translation.terms.cancel")}
          </a>
          {kept && (
            <button type="submit" name="intent" value="remove" class="quiet-button">
              {message(language, "translation.terms.remove")}
            </button>
          )}
        </p>
      </form>
    </section>
  );
}

function idOf(field: string): string {
  return `term-${field}`;
}
