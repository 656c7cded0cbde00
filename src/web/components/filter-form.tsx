export interface FilterOption {
  value: string;
  text: string;
  /** heading of the options beside it that have the same */
  group?: string | undefined;
}

export type FilterField =
  | { kind: "select"; name: string; label: string; options: FilterOption[]; value?: string | undefined }
  | { kind: "day"; name: string; label: string; value?: string | undefined }
  | { kind: "text"; name: string; label: string; value?: string | undefined; hint?: string | undefined }
  | { kind: "checkboxes"; name: string; label: string; options: FilterOption[]; values: string[] };

export interface FilterFormProps {
  /** prefix of the fields' ids, unique in the page */
  id: string;
  action: string;
  title: string;
  fields: FilterField[];
  applyLabel: string;
  clearLabel: string;
  clearHref: string;
  /** values of the address that are not fields: view, order */
  kept?: { name: string; value: string }[] | undefined;
  /** heading of the chips: 「絞り込み中」 */
  activeLabel: string;
  active: { text: string; removeHref: string; removeLabel: string }[];
}

/** Filters live in the address (GET), so that every filtered list can be linked, fed and printed. */
export function FilterForm(props: FilterFormProps) {
  return (
    <div class="filters">
      <details>
        <summary>{props.title}</summary>
        <form method="get" action={props.action}>
          {props.kept?.map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div class="filter-fields">
            {props.fields.map((field) => (
              <Field key={field.name} id={`${props.id}-${field.name}`} field={field} />
            ))}
          </div>
          <p class="filter-actions">
            <button type="submit">{props.applyLabel}</button> <a href={props.clearHref}>{props.clearLabel}</a>
          </p>
        </form>
      </details>
      {props.active.length > 0 && <ActiveFilters label={props.activeLabel} active={props.active} />}
    </div>
  );
}

function Field({ id, field }: { id: string; field: FilterField }) {
  if (field.kind === "checkboxes") return <CheckboxGroup id={id} field={field} />;
  return (
    <p class="field">
      <label for={id}>{field.label}</label>
      {field.kind === "select" && <Select id={id} field={field} />}
      {field.kind === "text" && <TextInput id={id} field={field} />}
      {field.kind === "day" && <input id={id} type="date" name={field.name} value={field.value ?? ""} />}
    </p>
  );
}

function Select({ id, field }: { id: string; field: Extract<FilterField, { kind: "select" }> }) {
  return (
    <select id={id} name={field.name}>
      {groupOptions(field.options).map(({ group, options }) =>
        group === undefined ? (
          options.map(show)
        ) : (
          <optgroup key={group} label={group}>
            {options.map(show)}
          </optgroup>
        ),
      )}
    </select>
  );

  function show({ value, text }: FilterOption) {
    return (
      <option key={value} value={value} selected={value === (field.value ?? "")}>
        {text}
      </option>
    );
  }
}

function groupOptions(options: readonly FilterOption[]): { group: string | undefined; options: FilterOption[] }[] {
  const groups: { group: string | undefined; options: FilterOption[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last && last.group === option.group) last.options.push(option);
    else groups.push({ group: option.group, options: [option] });
  }
  return groups;
}

function TextInput({ id, field }: { id: string; field: Extract<FilterField, { kind: "text" }> }) {
  const hintId = field.hint === undefined ? undefined : `${id}-hint`;
  return (
    <>
      <input id={id} type="search" name={field.name} value={field.value ?? ""} aria-describedby={hintId} />
      {hintId !== undefined && (
        <span class="hint" id={hintId}>
          {field.hint}
        </span>
      )}
    </>
  );
}

function CheckboxGroup({ id, field }: { id: string; field: Extract<FilterField, { kind: "checkboxes" }> }) {
  return (
    <fieldset class="field checkboxes">
      <legend>{field.label}</legend>
      {field.options.map(({ value, text }) => (
        <label key={value} for={`${id}-${value}`}>
          <input
            type="checkbox"
            id={`${id}-${value}`}
            name={field.name}
            value={value}
            checked={field.values.includes(value)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function ActiveFilters({ label, active }: { label: string; active: FilterFormProps["active"] }) {
  return (
    <div class="active-filters">
      <p>{label}</p>
      <ul>
        {active.map(({ text, removeHref, removeLabel }) => (
          <li key={removeHref}>
            <a href={removeHref}>
              <span>{text}</span>
              <span class="remove" aria-hidden="true">
                ×
              </span>
              <span class="visually-hidden">{removeLabel}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
