import type { Language } from "../core/language.ts";
import { message } from "../messages/message.ts";
import { FilterForm, type FilterOption } from "./components/filter-form.tsx";
import { changeQuery } from "./query.ts";

export interface ChoiceFilterField<Name extends string = string> {
  name: Name;
  label: string;
  /** without the one that means "any" */
  options: readonly FilterOption[];
  value: string | undefined;
  /** what a value is called that no option has: it exists, and nothing in the list has it */
  nameOf?: ((value: string) => string) | undefined;
}

interface ChoiceFilterProps {
  /** prefix of the fields' ids, unique in the page */
  id: string;
  url: URL;
  /** the list without any filter */
  action: string;
  title: string;
  fields: readonly ChoiceFilterField[];
  language: Language;
}

/** A filter of choices alone, each of which may be any; taking one off leads to the first page. */
export function ChoiceFilter({ id, url, action, title, fields, language }: ChoiceFilterProps) {
  const any = { value: "", text: message(language, "organisations.any") };
  return (
    <FilterForm
      id={id}
      action={action}
      title={title}
      fields={fields.map(({ name, label, options, value }) => ({
        kind: "select",
        name,
        label,
        options: [any, ...options],
        value,
      }))}
      applyLabel={message(language, "organisations.apply")}
      clearLabel={message(language, "organisations.clear")}
      clearHref={action}
      activeLabel={message(language, "organisations.active")}
      active={fields.flatMap((field) =>
        nameChosen(field).map((text) => ({
          text,
          removeHref: changeQuery(url, { [field.name]: undefined, page: undefined, after: undefined }),
          removeLabel: message(language, "organisations.remove"),
        })),
      )}
    />
  );
}

function nameChosen({ value, options, nameOf }: ChoiceFilterField): string[] {
  if (value === undefined || value === "") return [];
  const option = options.find((one) => one.value === value);
  return [option?.text ?? nameOf?.(value) ?? value];
}
