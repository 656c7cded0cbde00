import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import {
  ChoiceField,
  ChoicesField,
  fieldId,
  LookupField,
  type Option,
  TextField,
} from "../../../web/components/form/field.tsx";
import { FormGroup, FormHead, fieldWords, organisationNames, TextInLanguages } from "../../../web/form-texts.tsx";
import type { NeedWords } from "../../needs/words.ts";
import type { CaseField, CaseInput, CaseProblem } from "../check-case.ts";
import { caseStates, obstacleKinds } from "../company-case.ts";
import { DayField, MoneyFields } from "./contract-fields.tsx";
import { type CaseErrors, describeCaseProblems } from "./describe-problems.ts";

export interface CaseFormProps {
  words: NeedWords;
  action: string;
  input: CaseInput;
  /** the partner as it was typed, after a failed save */
  typedPartner: string | null;
  problems: readonly CaseProblem[];
  hidden: { name: string; value: string }[];
  companies: Option[];
  needs: Option[];
  events: Option[];
  /** in which the texts are written first */
  original: Language;
  /** a known case moves by steps, not here */
  isNew: boolean;
  /** another of the same name stands already */
  isAlike: boolean;
}

type GroupProps = CaseFormProps & {
  errors: CaseErrors;
  shared(name: CaseField, required?: boolean): ReturnType<typeof shareField>;
};

export function CaseForm(props: CaseFormProps) {
  const { words, input } = props;
  const { language } = words;
  const errors = describeCaseProblems(props.problems, props.original, language);
  const group = {
    ...props,
    errors,
    shared: (name: CaseField, required = false) => shareField(name, required, errors, language),
  };
  return (
    <form id="case-form" method="post" action={props.action} class="entry-form need-form">
      <FormHead
        errors={errors.list.map(({ name, text }) => ({ text, href: `#${fieldId(name)}` }))}
        hidden={props.hidden}
        organisations={words.directory.all.map(({ name }) => localize(name, language).text)}
        language={language}
      />
      <WhatIsSold {...group} />
      <WhereItBegan {...group} />
      <FormGroup id="obstacles" title={message(language, "company.group.obstacle")}>
        <ChoicesField
          {...group.shared("obstacleKinds")}
          values={input.obstacleKinds}
          options={obstacleKinds.map((value) => ({ value, text: message(language, `company.obstacle.${value}`) }))}
        />
        <TextInLanguages
          field="obstacle"
          label={message(language, "company.field.obstacle")}
          value={input.obstacle}
          original={props.original}
          long
          errorOf={errors.of}
          language={language}
        />
      </FormGroup>
      <FormGroup id="contract" title={message(language, "company.group.contract")}>
        <DayField {...group.shared("contractedOn")} value={input.contractedOn ?? ""} />
        <MoneyFields amount={group.shared("amount")} currency={group.shared("currency")} input={input} />
        <TextInLanguages
          field="contractNote"
          label={message(language, "company.field.contractNote")}
          value={input.contractNote}
          original={props.original}
          long
          errorOf={errors.of}
          language={language}
        />
      </FormGroup>
      <p>
        <button type="submit">
          {message(
            language,
            props.isAlike ? "company.form.enterAnyway" : props.isNew ? "company.form.enter" : "company.form.save",
          )}
        </button>
      </p>
    </form>
  );
}

function shareField(name: CaseField, required: boolean, errors: CaseErrors, language: Language) {
  return {
    name,
    label: message(language, `company.field.${name}`),
    error: errors.of(name),
    required,
    words: fieldWords(language),
  };
}

function WhatIsSold({ words, input, errors, shared, companies, original, isNew }: GroupProps) {
  const { language, books } = words;
  return (
    <FormGroup id="what" title={message(language, "company.group.what")}>
      <ChoiceField
        {...shared("company", true)}
        help={message(language, "company.help.company")}
        value={input.company}
        options={companies}
      />
      <TextInLanguages
        field="title"
        label={message(language, "company.field.title")}
        help={message(language, "company.help.title")}
        value={input.title}
        original={original}
        required
        errorOf={errors.of}
        language={language}
      />
      <TextInLanguages
        field="technology"
        label={message(language, "company.field.technology")}
        value={input.technology}
        original={original}
        long
        errorOf={errors.of}
        language={language}
      />
      <ChoicesField
        {...shared("topics")}
        values={input.topics}
        options={books.topics.map(({ id }) => ({ value: id, text: words.topic(id) }))}
      />
      <TextField {...shared("contact")} help={message(language, "company.help.contact")} value={input.contact ?? ""} />
      {isNew && (
        <ChoiceField
          {...shared("state", true)}
          value={input.state}
          options={caseStates.map((value) => ({ value, text: message(language, `company.states.${value}`) }))}
        />
      )}
    </FormGroup>
  );
}

function WhereItBegan({ words, input, shared, needs, events, typedPartner }: GroupProps) {
  const { language } = words;
  return (
    <FormGroup id="where" title={message(language, "company.group.where")}>
      <LookupField
        {...shared("partner")}
        help={message(language, "needForm.help.organisation")}
        value={typedPartner ?? (input.partner === null ? "" : words.organisation(input.partner))}
        listId={organisationNames}
        choices={[]}
      />
      <ChoiceField
        {...shared("need")}
        help={message(language, "company.help.need")}
        value={input.need ?? ""}
        options={needs}
      />
      <ChoiceField {...shared("activity")} value={input.activity ?? ""} options={events} />
    </FormGroup>
  );
}
