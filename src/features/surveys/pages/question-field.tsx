import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { fieldId } from "../../../web/components/form/field.tsx";
import { Words } from "../../../web/components/words.tsx";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { limits, scaleSteps } from "../question.ts";
import type { AnswerValue, ConcernRow, FileValue, PlanRow, Question } from "../survey.ts";
import { EarlierWordings } from "./earlier-words.tsx";
import { MarkedWords } from "./marked-words.tsx";
import { ConcernFields, emptyConcern, emptyPlan, PlanFields, type RowGround } from "./row-fields.tsx";

export interface QuestionFieldProps {
  question: Question;
  number: number;
  value: AnswerValue | undefined;
  ground: RowGround;
  /** empty rows below those that are filled */
  blankRows: number;
  /** where a kept file can be had */
  fileHref: string | null;
}

/** One question as it is answered; the fieldset's name is its text (WCAG 1.3.1). */
export function QuestionField(props: QuestionFieldProps) {
  const { question, number, ground } = props;
  const { language, words, problems } = ground;
  const name = `answers.${question.id}`;
  const error = problems.get(name);
  const said = localize(question.text, language).language;
  return (
    <fieldset
      class={error === undefined ? "survey-question" : "survey-question has-error"}
      id={`question-${question.id}`}
    >
      <legend>
        <span class="survey-number">{number}</span>
        <span id={textId(question)}>
          <Words value={localize(question.text, language)} />
        </span>
        {question.required && <span class="form-required">{words.required}</span>}{" "}
        <OnlyLanguage text={question.text} language={language} />
      </legend>
      {localize(question.help, language).text !== "" && (
        <p class="form-help">
          <MarkedWords text={question.help} language={language} said={said} />
        </p>
      )}
      {error !== undefined && (
        <p class="form-error" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
      <EarlierWordings question={question} language={language} />
      <Control {...props} name={name} said={said} />
    </fieldset>
  );
}

/** Of the words of the question, by which its fields are named: so their language is kept. */
function textId({ id }: Question): string {
  return `question-${id}-text`;
}

/** `said`: language in which the question stands, marked beside it. */
type ControlProps = QuestionFieldProps & { name: string; said: Language };

function Control(props: ControlProps): ComponentChildren {
  const { question, value, name } = props;
  switch (question.kind) {
    case "choice":
    case "choices":
      return <Choices {...props} />;
    case "scale":
      return <Scale {...props} />;
    case "table":
      return <AnswerTable {...props} />;
    case "text":
      return (
        <textarea
          id={fieldId(name)}
          name={name}
          rows={5}
          maxLength={limits.textLength}
          aria-labelledby={textId(question)}
        >
          {`\n${typeof value === "string" ? value : ""}`}
        </textarea>
      );
    case "file":
      return <FileField {...props} />;
    case "plan":
    case "concerns":
      return <Rows {...props} />;
  }
}

function Choices({ question, value, name, ground, said }: ControlProps) {
  const chosen = Array.isArray(value) ? value : [value];
  const isSeveral = question.kind === "choices";
  return (
    <div class="survey-choices">
      {question.options.choices.map(({ id, text }) => (
        <label key={id}>
          <input
            type={isSeveral ? "checkbox" : "radio"}
            name={name}
            value={id}
            checked={chosen.some((each) => each === id)}
          />
          <span>
            <MarkedWords text={text} language={ground.language} said={said} />
          </span>
        </label>
      ))}
    </div>
  );
}

function Scale({ question, value, name, ground, said }: ControlProps) {
  const { scale } = question.options;
  if (!scale) return null;
  return (
    <div class="survey-scale">
      <span class="survey-scale-end">
        <MarkedWords text={scale.fromText} language={ground.language} said={said} />
      </span>
      {scaleSteps(question).map((step) => (
        <label key={step}>
          <input type="radio" name={name} value={step} checked={value === step} />
          <span>{step}</span>
        </label>
      ))}
      <span class="survey-scale-end">
        <MarkedWords text={scale.toText} language={ground.language} said={said} />
      </span>
    </div>
  );
}

function AnswerTable({ question, value, name, ground, said }: ControlProps) {
  const { language, problems } = ground;
  const { rows = [], columns = [] } = question.options.table ?? {};
  const cells = typeof value === "object" && !Array.isArray(value) && !("sha256" in value) ? value : {};
  return (
    <div class="table-scroll">
      <table class="survey-table">
        <thead>
          <tr>
            <td />
            {columns.map(({ id, text }) => (
              <th key={id} scope="col" id={fieldId(`${name}.column.${id}`)}>
                <MarkedWords text={text} language={language} said={said} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" id={fieldId(`${name}.row.${row.id}`)}>
                <MarkedWords text={row.text} language={language} said={said} />
              </th>
              {columns.map((column) => {
                const field = `${name}.${row.id}.${column.id}`;
                const error = problems.get(field);
                return (
                  <td key={column.id}>
                    <input
                      id={fieldId(field)}
                      type="text"
                      name={field}
                      value={(cells as Record<string, string>)[`${row.id}.${column.id}`] ?? ""}
                      inputMode={column.holds === "number" ? "decimal" : undefined}
                      aria-labelledby={`${fieldId(`${name}.row.${row.id}`)} ${fieldId(`${name}.column.${column.id}`)}`}
                      aria-invalid={error === undefined ? undefined : true}
                      autoComplete="off"
                    />
                    {error !== undefined && <p class="form-error">{error}</p>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FileField({ question, value, name, ground, fileHref }: ControlProps) {
  const { language } = ground;
  const file = typeof value === "object" && "sha256" in value ? (value as FileValue) : null;
  return (
    <div class="survey-file">
      {file && (
        <p>
          {fileHref === null ? file.name : <a href={fileHref}>{file.name}</a>}
          <label>
            <input type="checkbox" name={`removeFile.${question.id}`} value="yes" />
            <span>{message(language, "surveyForm.removeFile")}</span>
          </label>
        </p>
      )}
      <p class="form-help" id={`${fieldId(name)}-help`}>
        {message(language, "surveyForm.fileHelp", { megabytes: limits.fileBytes / 1024 / 1024 })}
      </p>
      <input
        id={fieldId(name)}
        type="file"
        name={`file.${question.id}`}
        aria-labelledby={textId(question)}
        aria-describedby={`${fieldId(name)}-help`}
      />
    </div>
  );
}

function Rows({ question, value, name, ground, blankRows }: ControlProps) {
  const { language } = ground;
  const filled = Array.isArray(value) ? value.filter((row) => typeof row === "object") : [];
  const isPlan = question.kind === "plan";
  const count = Math.min(filled.length + blankRows, limits.rows);
  return (
    <div class="survey-rows">
      {Array.from({ length: count }, (_, index) =>
        isPlan ? (
          <PlanFields
            key={index}
            name={`${name}.${index}`}
            number={index + 1}
            row={(filled[index] as PlanRow | undefined) ?? emptyPlan}
            ground={ground}
          />
        ) : (
          <ConcernFields
            key={index}
            name={`${name}.${index}`}
            number={index + 1}
            row={(filled[index] as ConcernRow | undefined) ?? emptyConcern}
            ground={ground}
          />
        ),
      )}
      <p class="survey-rows-add">
        <button type="submit" name="intent" value={`add:${question.id}`} class="button-quiet" formNoValidate>
          {message(language, isPlan ? "surveyForm.addPlan" : "surveyForm.addConcern")}
        </button>
        <span class="form-help">{message(language, "surveyForm.emptyRows")}</span>
      </p>
    </div>
  );
}
