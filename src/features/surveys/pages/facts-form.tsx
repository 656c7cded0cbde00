import { writeEdtf } from "../../../core/edtf-format.ts";
import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import {
  ChoiceField,
  ChoicesField,
  fieldId,
  LanguageGroup,
  LongField,
  TextField,
} from "../../../web/components/form/field.tsx";
import { ErrorSummary } from "../../../web/components/notices.tsx";
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
    error: problems
      .filter((problem) => problem === name || (problem === "pastDeadline" && name === "deadline"))
      .map((problem) => sayProblem(problem, typed, language, today).text)[0],
    words,
  });
  return (
    <div class="survey-facts-form">
      {problems.length > 0 && (
        <ErrorSummary
          id="facts-errors"
          title={message(language, "entryForm.errors", { count: problems.length })}
          errors={problems.map((problem) => sayProblem(problem, typed, language, today))}
        />
      )}
      <LanguageGroup name="title" label={message(language, "surveyFacts.title")} required words={words}>
        {languages.map((each) => (
          <TextField
            key={each}
            name={`title.${each}`}
            label={message(language, `documents.languageName.${each}`)}
            value={typed.title[each]}
            language={each}
            error={
              problems.includes("title") && isMissing(typed, each)
                ? message(language, "surveyFacts.problem.titleIn", { language: sayLanguage(each, language) })
                : undefined
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

/** As a summary names it: what is wrong, in which language where it is a title, and the field to go to. */
function sayProblem(problem: FactsProblem, typed: TypedFacts, language: Language, today: string) {
  if (problem === "pastDeadline")
    return {
      text: message(language, "surveyFacts.problem.pastDeadline", { today: writeEdtf(today, language) }),
      href: `#${fieldId("deadline")}`,
    };
  if (problem !== "title")
    return { text: message(language, `surveyFacts.problem.${problem}`), href: `#${fieldId(problem)}` };
  const missing = languages.filter((each) => isMissing(typed, each));
  const [first = language] = missing;
  const names = missing.map((each) => sayLanguage(each, language)).join(message(language, "list.separator"));
  return {
    text:
      missing.length === 0
        ? message(language, "surveyFacts.problem.title")
        : message(language, "surveyFacts.problem.titleIn", { language: names }),
    href: `#${fieldId(`title.${first}`)}`,
  };
}

function isMissing({ languages: chosen, title }: TypedFacts, language: Language): boolean {
  return chosen.includes(language) && title[language] === "";
}

function sayLanguage(of: Language, language: Language): string {
  return message(language, `documents.languageName.${of}`);
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
        <input type="checkbox" id={fieldId(name)} name={name} value="yes" checked={checked} />
        <span>{message(language, `surveyFacts.${name}`)}</span>
      </label>
      <span class="form-help">{message(language, `surveyFacts.help.${name}`)}</span>
    </p>
  );
}
