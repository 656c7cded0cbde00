import { writeEdtf } from "../../../core/edtf-format.ts";
import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceField, ChoicesField, LanguageGroup, LongField, TextField } from "../../../web/components/form/field.tsx";
import { fieldWords } from "../../../web/form-texts.tsx";
import type { SurveyFacts } from "../change-survey.ts";
import { resultReaders } from "../survey.ts";

export type FactsProblem =
  | "title"
  | "languages"
  | "fiscalYear"
  | "deadline"
  | "pastDeadline"
  | "reminderDays"
  | "results"
  | "anonymous";

export interface TypedFacts {
  title: Record<Language, string>;
  introduction: Record<Language, string>;
  fiscalYear: string;
  languages: Language[];
  deadline: string;
  reminderDays: string;
  acceptsLate: boolean;
  anonymous: boolean;
  results: string;
}

export function typeFacts(facts: SurveyFacts): TypedFacts {
  const all = (text: SurveyFacts["title"]) => ({ ja: text.ja ?? "", zh: text.zh ?? "", en: text.en ?? "" });
  return {
    ...facts,
    title: all(facts.title),
    introduction: all(facts.introduction),
    fiscalYear: String(facts.fiscalYear),
    deadline: facts.deadline ?? "",
    reminderDays: String(facts.reminderDays),
  };
}

/** What a survey is called, whom it asks in which languages, until when, and who sees what comes of it. */
export function FactsFields({
  typed,
  problems,
  language,
  today,
}: {
  typed: TypedFacts;
  problems: readonly FactsProblem[];
  language: Language;
  /** YYYY-MM-DD */
  today: string;
}) {
  const words = fieldWords(language);
  const field = (name: "fiscalYear" | "deadline" | "reminderDays" | "results" | "languages") => ({
    name,
    label: message(language, `surveyFacts.${name}`),
    help: name === "results" || name === "fiscalYear" ? undefined : message(language, `surveyFacts.help.${name}`),
    error:
      name === "deadline" && problems.includes("pastDeadline")
        ? message(language, "surveyFacts.problem.pastDeadline", { today: writeEdtf(today, language) })
        : problems.includes(name)
          ? message(language, `surveyFacts.problem.${name}`)
          : undefined,
    words,
  });
  return (
    <div class="survey-facts-form">
      <LanguageGroup
        name="title"
        label={message(language, "surveyFacts.title")}
        help={problems.includes("title") ? message(language, "surveyFacts.problem.title") : undefined}
        required
        words={words}
      >
        {languages.map((each) => (
          <TextField
            key={each}
            name={`title.${each}`}
            label={message(language, `documents.languageName.${each}`)}
            value={typed.title[each]}
            language={each}
            error={
              problems.includes("title") && typed.languages.includes(each) && typed.title[each] === "" ? " " : undefined
            }
            words={words}
          />
        ))}
      </LanguageGroup>
      <LanguageGroup name="introduction" label={message(language, "surveyFacts.introduction")} words={words}>
        {languages.map((each) => (
          <LongField
            key={each}
            name={`introduction.${each}`}
            label={message(language, `documents.languageName.${each}`)}
            value={typed.introduction[each]}
            language={each}
            rows={3}
            words={words}
          />
        ))}
      </LanguageGroup>
      <ChoicesField
        {...field("languages")}
        values={typed.languages}
        options={languages.map((each) => ({ value: each, text: message(language, `documents.languageName.${each}`) }))}
      />
      <div class="survey-pair">
        <TextField {...field("fiscalYear")} numeric required value={typed.fiscalYear} />
        <TextField {...field("deadline")} value={typed.deadline} />
        <TextField {...field("reminderDays")} numeric value={typed.reminderDays} />
        <ChoiceField
          {...field("results")}
          required
          value={typed.results}
          options={resultReaders.map((each) => ({ value: each, text: message(language, `survey.results.${each}`) }))}
        />
      </div>
      <Tick name="acceptsLate" checked={typed.acceptsLate} language={language} />
      <Tick name="anonymous" checked={typed.anonymous} language={language} />
      {problems.includes("anonymous") && <p class="form-error">{message(language, "surveyFacts.problem.anonymous")}</p>}
    </div>
  );
}

function Tick({
  name,
  checked,
  language,
}: {
  name: "acceptsLate" | "anonymous";
  checked: boolean;
  language: Language;
}) {
  return (
    <p class="survey-tick">
      <label>
        <input type="checkbox" name={name} value="yes" checked={checked} />
        <span>{message(language, `surveyFacts.${name}`)}</span>
      </label>
      <span class="form-help">{message(language, `surveyFacts.help.${name}`)}</span>
    </p>
  );
}
