import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import {
  ChoiceField,
  ChoicesField,
  DateField,
  fieldId,
  LookupField,
  type Option,
} from "../../../web/components/form/field.tsx";
import {
  FormGroup,
  FormHead,
  fieldWords,
  languageOptions,
  organisationNames,
  TextInLanguages,
} from "../../../web/form-texts.tsx";
import type { FieldProblem, NeedField, NeedInput } from "../check-need.ts";
import { difficulties, helpKinds, learntWays, urgencies } from "../need.ts";
import type { NeedWords } from "../words.ts";
import { describeProblems, type FormErrors } from "./form-errors.ts";
import type { PostedNeed } from "./read-need-form.ts";
import { VisibilityChoice } from "./visibility-choice.tsx";

export interface NeedFormProps {
  words: NeedWords;
  action: string;
  input: NeedInput;
  /** what was typed and not understood, after a failed save */
  posted?: Pick<PostedNeed, "typed" | "problems"> | undefined;
  problems?: readonly FieldProblem<NeedField>[] | undefined;
  hidden: { name: string; value: string }[];
  /** for whom the actor may enter; null: for anybody */
  owners: Option[] | null;
  years: Option[];
  submitLabel: string;
}

/** One need on one page; in the language in which it is said, the rest as far as it is known. */
export function NeedForm(props: NeedFormProps) {
  const { words, input, posted } = props;
  const { language } = words;
  const errors = describeProblems({
    language,
    problems: props.problems ?? [],
    cells: posted?.problems ?? new Map(),
    labelOf: (field) => message(language, `needForm.field.${field}`),
  });
  return (
    <form id="need-form" method="post" action={props.action} class="entry-form need-form">
      <FormHead
        errors={errors.list.map(({ name, text }) => ({ text, href: `#${fieldId(name)}` }))}
        hidden={props.hidden}
        organisations={words.directory.all.map(({ name }) => localize(name, language).text)}
        language={language}
      />
      <WhatIsWanted {...props} errors={errors} />
      <WhoSaidIt {...props} errors={errors} />
      <FormGroup id="circumstances" title={message(language, "needForm.group.visibility")}>
        <VisibilityChoice value={input.visibility} language={language} />
        <div class="form-field">
          {errors.of("openToCompanies") && <p class="form-error">{errors.of("openToCompanies")}</p>}
          <label class="need-check">
            <input
              type="checkbox"
              id={fieldId("openToCompanies")}
              name="openToCompanies"
              value="yes"
              checked={input.openToCompanies}
            />
            <span>
              {message(language, "needForm.field.openToCompanies")}
              <span class="form-help">{message(language, "needForm.help.openToCompanies")}</span>
            </span>
          </label>
        </div>
      </FormGroup>
      <p>
        <button type="submit">{props.submitLabel}</button>
      </p>
    </form>
  );
}

function WhatIsWanted({ words, input, errors, years }: NeedFormProps & { errors: FormErrors }) {
  const { language, books } = words;
  const shared = (name: NeedField, required = false) => ({
    name,
    label: message(language, `needForm.field.${name}`),
    error: errors.of(name),
    required,
    words: fieldWords(language),
  });
  return (
    <FormGroup id="what" title={message(language, "needForm.group.what")}>
      <ChoiceField
        {...shared("language", true)}
        help={message(language, "needForm.help.language")}
        value={input.language}
        options={languageOptions(language)}
      />
      <TextInLanguages
        field="title"
        label={message(language, "needForm.field.title")}
        help={message(language, "needForm.help.title")}
        value={input.title}
        original={input.language}
        required
        errorOf={errors.of}
        language={language}
      />
      <TextInLanguages
        field="detail"
        label={message(language, "needForm.field.detail")}
        value={input.detail}
        original={input.language}
        long
        errorOf={errors.of}
        language={language}
      />
      <ChoicesField
        {...shared("kinds", true)}
        values={input.kinds}
        options={helpKinds.map((value) => ({ value, text: message(language, `need.kinds.${value}`) }))}
      />
      <ChoicesField
        {...shared("topics", true)}
        values={input.topics}
        options={books.topics.map(({ id }) => ({ value: id, text: words.topic(id) }))}
      />
      <ChoiceField
        {...shared("difficulty")}
        value={input.difficulty ?? ""}
        options={difficulties.map((value) => ({ value, text: message(language, `need.difficulties.${value}`) }))}
      />
      <ChoiceField
        {...shared("urgency")}
        value={input.urgency ?? ""}
        options={urgencies.map((value) => ({ value, text: message(language, `need.urgencies.${value}`) }))}
      />
      <ChoiceField
        {...shared("fiscalYear")}
        value={input.fiscalYear === null ? "" : String(input.fiscalYear)}
        options={years}
      />
      <ChoicesField {...shared("languages")} values={input.languages} options={languageOptions(language)} />
    </FormGroup>
  );
}

function WhoSaidIt({ words, input, posted, owners, errors }: NeedFormProps & { errors: FormErrors }) {
  const { language } = words;
  const name = (id: string | null) => (id === null || id === "" ? "" : words.organisation(id));
  const typed = (field: string, otherwise: string) => posted?.typed.get(field) ?? otherwise;
  const shared = (field: NeedField, required = false) => ({
    name: field,
    label: message(language, `needForm.field.${field}`),
    error: errors.of(field),
    required,
    words: fieldWords(language),
  });
  const candidates = (field: string): Option[] =>
    (posted?.problems.get(field)?.candidates ?? []).map((value) => ({
      value,
      text: field === "learnt" ? writeEdtf(value, language) : words.organisation(value),
    }));
  return (
    <FormGroup id="who" title={message(language, "needForm.group.who")}>
      {owners === null ? (
        <LookupField
          {...shared("organisation", true)}
          help={message(language, "needForm.help.organisation")}
          value={typed("organisation", name(input.organisation))}
          listId={organisationNames}
          choices={candidates("organisation")}
        />
      ) : (
        <ChoiceField {...shared("organisation", true)} value={input.organisation} options={owners} />
      )}
      <LookupField
        {...shared("addressedTo")}
        help={message(language, "needForm.help.addressedTo")}
        value={typed("addressedTo", name(input.addressedTo))}
        listId={organisationNames}
        choices={candidates("addressedTo")}
      />
      <DateField
        {...shared("learnt")}
        help={message(language, "needForm.help.learnt")}
        value={typed("learnt", input.learnt === null ? "" : writeEdtf(input.learnt, language))}
        understood={
          posted !== undefined && input.learnt && !posted.problems.has("learnt")
            ? writeEdtf(input.learnt, language)
            : null
        }
        choices={candidates("learnt")}
      />
      <ChoiceField
        {...shared("learntBy")}
        value={input.learntBy ?? ""}
        options={learntWays.map((value) => ({ value, text: message(language, `need.learntWays.${value}`) }))}
      />
      <TextInLanguages
        field="saidBy"
        label={message(language, "needForm.field.saidBy")}
        help={message(language, "needForm.help.saidBy")}
        value={input.saidBy}
        original={input.language}
        errorOf={errors.of}
        language={language}
      />
    </FormGroup>
  );
}
