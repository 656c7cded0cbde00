import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { LanguageGroup, LongField, TextField } from "../../../web/components/form/field.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { Section } from "../../../web/components/section.tsx";
import { fieldWords } from "../../../web/form-texts.tsx";
import { links } from "../../../web/links.ts";
import type { Question, QuestionKind, Survey } from "../survey.ts";
import { ConfirmRewording } from "./earlier-words.tsx";

type Texts = Record<Language, string>;

/** A question as it is typed: lists stand one entry a line, the same line in each language. */
export interface TypedQuestion {
  /** empty for a new one */
  id: string;
  kind: QuestionKind;
  text: Texts;
  help: Texts;
  required: boolean;
  choices: Texts;
  from: string;
  to: string;
  fromText: Texts;
  toText: Texts;
  rows: Texts;
  columns: Texts;
}

export function typeQuestion({ id, kind, text, help, required, options }: Question): TypedQuestion {
  const { choices, scale, table } = options;
  const all = (value: Partial<Texts> = {}): Texts => ({ ja: value.ja ?? "", zh: value.zh ?? "", en: value.en ?? "" });
  const lines = (items: readonly { text: Partial<Texts> }[] = []): Texts => {
    const of = (language: Language) =>
      items
        .map((item) => item.text[language] ?? "")
        .join("\n")
        .trimEnd();
    return { ja: of("ja"), zh: of("zh"), en: of("en") };
  };
  const columns = (table?.columns ?? []).map((column) => ({
    // A number's column is marked at its end; see the help of the field.
    text: Object.fromEntries(
      Object.entries(column.text).map(([language, words]) => [
        language,
        column.holds === "number" ? `${words} #` : words,
      ]),
    ),
  }));
  return {
    id,
    kind,
    text: all(text),
    help: all(help),
    required,
    choices: lines(choices),
    from: String(scale?.from ?? 1),
    to: String(scale?.to ?? 5),
    fromText: all(scale?.fromText),
    toText: all(scale?.toText),
    rows: lines(table?.rows),
    columns: lines(columns),
  };
}

export interface Rewording {
  before: Question;
  answers: number;
  languages: readonly Language[];
}

/** One question with its words in three languages. */
export function QuestionForm({
  typed,
  answers,
  rewording,
  survey,
  language,
  action,
}: {
  typed: TypedQuestion;
  answers: number;
  /** to be confirmed */
  rewording?: Rewording | undefined;
  survey: Survey;
  language: Language;
  action: string;
}) {
  const words = fieldWords(language);
  const group = (
    name: "text" | "help" | "choices" | "fromText" | "toText" | "rows" | "columns",
    rows: number,
    isRequired = false,
  ) => (
    <LanguageGroup
      name={name}
      label={message(language, `surveyQuestions.field.${name}`)}
      help={
        name === "choices" || name === "rows" || name === "columns"
          ? message(language, `surveyQuestions.help.${name}`)
          : undefined
      }
      required={isRequired}
      words={words}
    >
      {languages.map((each) => {
        const field = {
          name: `${name}.${each}`,
          label: message(language, `documents.languageName.${each}`),
          value: typed[name][each],
          language: each,
          words,
          required: isRequired && survey.languages.includes(each),
        };
        return rows === 1 ? <TextField key={each} {...field} /> : <LongField key={each} {...field} rows={rows} />;
      })}
    </LanguageGroup>
  );
  const { kind } = typed;
  return (
    <Section
      id="editor"
      title={message(language, typed.id === "" ? "surveyQuestions.newTitle" : "surveyQuestions.editTitle", {
        kind: message(language, `survey.kind.${kind}`),
      })}
    >
      {rewording && <ConfirmRewording {...rewording} asked={survey.languages} language={language} />}
      {answers > 0 && !rewording && (
        <Notice tone="warning">
          <p>{message(language, "surveyQuestions.hasAnswers", { count: answers })}</p>
        </Notice>
      )}
      <form method="post" action={action} class="entry-form survey-editor">
        <input type="hidden" name="questionsRevision" value={survey.questionsRevision} />
        <input type="hidden" name="question" value={typed.id} />
        <input type="hidden" name="kind" value={kind} />
        {rewording && <input type="hidden" name="confirmed" value="yes" />}
        {group("text", 2, true)}
        {group("help", 2)}
        {(kind === "choice" || kind === "choices") && group("choices", 6, true)}
        {kind === "scale" && (
          <>
            <div class="survey-pair">
              <TextField
                name="from"
                label={message(language, "surveyQuestions.field.from")}
                numeric
                value={typed.from}
                words={words}
              />
              <TextField
                name="to"
                label={message(language, "surveyQuestions.field.to")}
                numeric
                value={typed.to}
                words={words}
              />
            </div>
            {group("fromText", 1, true)}
            {group("toText", 1, true)}
          </>
        )}
        {kind === "table" && (
          <>
            {group("rows", 5, true)}
            {group("columns", 4, true)}
          </>
        )}
        <p class="survey-tick">
          <label>
            <input type="checkbox" name="required" value="yes" checked={typed.required} />
            <span>{message(language, "surveyQuestions.field.required")}</span>
          </label>
        </p>
        <p class="survey-actions">
          <button type="submit" name="intent" value="save">
            {message(language, rewording ? "surveyQuestions.rewording.save" : "surveyQuestions.save")}
          </button>
          <a href={links.surveyQuestions(language, survey.id)}>{message(language, "surveyQuestions.cancel")}</a>
        </p>
      </form>
    </Section>
  );
}
