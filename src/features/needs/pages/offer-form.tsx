import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { ChoiceField, ChoicesField, fieldId, LookupField, type Option } from "../../../web/components/form/field.tsx";
import {
  FormGroup,
  FormHead,
  fieldWords,
  languageOptions,
  organisationNames,
  TextInLanguages,
} from "../../../web/form-texts.tsx";
import type { FieldProblem } from "../check-need.ts";
import type { CapacityProblem, OfferField, OfferInput } from "../check-offer.ts";
import { difficulties, helpKinds } from "../need.ts";
import { costBearers, offerForms, offerStates } from "../offer.ts";
import type { NeedWords } from "../words.ts";
import { CapacityRows, describeCapacityProblem } from "./capacity-rows.tsx";
import { describeProblems, type FormErrors } from "./form-errors.ts";
import type { PostedOffer } from "./read-offer-form.ts";
import { VisibilityChoice } from "./visibility-choice.tsx";

export interface OfferFormProps {
  words: NeedWords;
  action: string;
  input: OfferInput;
  posted?: Pick<PostedOffer, "typed" | "problems"> | undefined;
  problems?: readonly FieldProblem<OfferField>[] | undefined;
  capacityProblems?: readonly CapacityProblem[] | undefined;
  hidden: { name: string; value: string }[];
  /** for whom the actor may enter; null: for anybody */
  owners: Option[] | null;
  years: Option[];
  submitLabel: string;
}

type Part = OfferFormProps & { errors: FormErrors };

export function OfferForm(props: OfferFormProps) {
  const { words, input, capacityProblems = [] } = props;
  const { language } = words;
  const errors = describeProblems({
    language,
    problems: props.problems ?? [],
    cells: props.posted?.problems ?? new Map(),
    labelOf: (field) => message(language, `offerForm.field.${field}`),
  });
  const wrong = [
    ...errors.list.map(({ name, text }) => ({ text, href: `#${fieldId(name)}` })),
    ...capacityProblems.map((problem) => describeCapacityProblem(problem, language)),
  ];
  return (
    <form method="post" action={props.action} class="entry-form need-form">
      <FormHead
        errors={wrong}
        hidden={props.hidden}
        organisations={words.directory.all.map(({ name }) => localize(name, language).text)}
        language={language}
      />
      <WhatIsOffered {...props} errors={errors} />
      <Circumstances {...props} errors={errors} />
      <CapacityRows
        rows={input.capacities}
        unit={input.capacityUnit}
        years={props.years}
        problems={capacityProblems}
        language={language}
      />
      <FormGroup id="circumstances" title={message(language, "offerForm.group.visibility")}>
        <ChoiceField
          name="state"
          label={message(language, "offerForm.field.state")}
          words={fieldWords(language)}
          required
          value={input.state}
          options={offerStates.map((value) => ({ value, text: message(language, `offer.states.${value}`) }))}
        />
        <VisibilityChoice value={input.visibility} language={language} isOffer />
      </FormGroup>
      <p>
        <button type="submit">{props.submitLabel}</button>
      </p>
    </form>
  );
}

function shareFields({ words: { language }, errors }: Part) {
  return (name: OfferField, required = false) => ({
    name,
    label: message(language, `offerForm.field.${name}`),
    error: errors.of(name),
    required,
    words: fieldWords(language),
  });
}

function WhatIsOffered(props: Part) {
  const { words, input, posted, owners, errors } = props;
  const { language, books } = words;
  const shared = shareFields(props);
  return (
    <FormGroup id="what" title={message(language, "offerForm.group.what")}>
      {owners === null ? (
        <LookupField
          {...shared("organisation", true)}
          help={message(language, "needForm.help.organisation")}
          value={posted?.typed.get("organisation") ?? (input.organisation && words.organisation(input.organisation))}
          listId={organisationNames}
          choices={(posted?.problems.get("organisation")?.candidates ?? []).map((value) => ({
            value,
            text: words.organisation(value),
          }))}
        />
      ) : (
        <ChoiceField {...shared("organisation", true)} value={input.organisation} options={owners} />
      )}
      <ChoiceField {...shared("language", true)} value={input.language} options={languageOptions(language)} />
      <TextInLanguages
        field="title"
        label={message(language, "offerForm.field.title")}
        help={message(language, "offerForm.help.title")}
        value={input.title}
        original={input.language}
        required
        errorOf={errors.of}
        language={language}
      />
      <TextInLanguages
        field="detail"
        label={message(language, "offerForm.field.detail")}
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
        {...shared("forms")}
        values={input.forms}
        options={offerForms.map((value) => ({ value, text: message(language, `offer.forms.${value}`) }))}
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
      <ChoicesField {...shared("languages")} values={input.languages} options={languageOptions(language)} />
    </FormGroup>
  );
}

function Circumstances(props: Part) {
  const { words, input, errors } = props;
  const { language } = words;
  return (
    <FormGroup id="how" title={message(language, "offerForm.group.how")}>
      {(["experience", "facilities", "conditions"] as const).map((field) => (
        <TextInLanguages
          key={field}
          field={field}
          label={message(language, `offerForm.field.${field}`)}
          value={input[field]}
          original={input.language}
          long
          errorOf={errors.of}
          language={language}
        />
      ))}
      <ChoiceField
        {...shareFields(props)("costBorneBy")}
        value={input.costBorneBy ?? ""}
        options={costBearers.map((value) => ({ value, text: message(language, `offer.costBearers.${value}`) }))}
      />
    </FormGroup>
  );
}
