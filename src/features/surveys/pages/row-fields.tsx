import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import {
  ChoiceField,
  ChoicesField,
  type FieldWords,
  LongField,
  type Option,
  TextField,
} from "../../../web/components/form/field.tsx";
import { concernThemes } from "../../concerns/concern.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import type { Topic } from "../../programme/books.ts";
import { offerWith, plannedFundings, plannedKinds } from "../plan-choices.ts";
import type { ConcernRow, PlanRow } from "../survey.ts";

export interface RowGround {
  language: Language;
  directory: OrganisationDirectory;
  topics: readonly Topic[];
  words: FieldWords;
  /** what is wrong, by field */
  problems: ReadonlyMap<string, string>;
}

export const emptyPlan: PlanRow = {
  key: "",
  partners: [],
  activity: "",
  topics: [],
  when: "",
  content: "",
  people: "",
  budget: "",
};

/** One plan of the coming year: with whom, what, when; each part a field of its own, so that it can become an activity. */
export function PlanFields({
  name,
  row,
  number,
  ground,
}: {
  name: string;
  row: PlanRow;
  number: number;
  ground: RowGround;
}) {
  const { language, directory, topics, words, problems } = ground;
  const field = (column: Exclude<keyof PlanRow, "key">, help?: string) => ({
    name: `${name}.${column}`,
    label: message(language, `surveyForm.plan.${column}`),
    help,
    error: problems.get(`${name}.${column}`),
    words,
  });
  const partners = row.partners.map((id) => (directory.find(id) ? directory.name(id, language) : id));
  return (
    <fieldset class="survey-row">
      <legend>{message(language, "surveyForm.planRow", { number })}</legend>
      <input type="hidden" name={`${name}.key`} value={row.key} />
      <TextField
        {...field("partners", message(language, "surveyForm.plan.partnersHelp"))}
        required
        value={partners.join(message(language, "list.separator"))}
      />
      <ChoiceField
        {...field("activity")}
        required
        value={row.activity}
        options={listOptions(offerWith(plannedKinds, row.activity), (kind) =>
          choiceMessage(language, "activity.kind", kind),
        )}
      />
      <TextField {...field("when", message(language, "surveyForm.plan.whenHelp"))} value={row.when} />
      <ChoiceField
        {...field("budget", message(language, "surveyForm.plan.budgetHelp"))}
        value={row.budget}
        options={listOptions(offerWith(plannedFundings, row.budget), (funding) =>
          choiceMessage(language, "activity.funding", funding),
        )}
      />
      <TextField {...field("people")} numeric value={row.people} />
      <ChoicesField
        {...field("topics")}
        values={row.topics}
        options={topics.map(({ id, name: topic }) => ({ value: id, text: localize(topic, language).text }))}
      />
      <LongField {...field("content")} required value={row.content} rows={3} />
    </fieldset>
  );
}

export const emptyConcern: ConcernRow = { key: "", theme: "", text: "" };

export function ConcernFields({
  name,
  row,
  number,
  ground,
}: {
  name: string;
  row: ConcernRow;
  number: number;
  ground: RowGround;
}) {
  const { language, words, problems } = ground;
  return (
    <fieldset class="survey-row survey-row-concern">
      <legend>{message(language, "surveyForm.concernRow", { number })}</legend>
      <input type="hidden" name={`${name}.key`} value={row.key} />
      <ChoiceField
        name={`${name}.theme`}
        label={message(language, "surveyForm.concern.theme")}
        error={problems.get(`${name}.theme`)}
        words={words}
        required
        value={row.theme}
        options={listOptions(concernThemes, (theme) => choiceMessage(language, "concern.theme", theme))}
      />
      <LongField
        name={`${name}.text`}
        label={message(language, "surveyForm.concern.text")}
        error={problems.get(`${name}.text`)}
        words={words}
        required
        value={row.text}
        rows={3}
      />
    </fieldset>
  );
}

function listOptions(list: readonly string[], say: (choice: string) => string): Option[] {
  return list.map((value) => ({ value, text: say(value) }));
}
