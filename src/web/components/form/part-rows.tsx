import type { ComponentChildren, VNode } from "preact";

export interface PartRowsProps {
  id: string;
  label: string;
  help?: string | null | undefined;
  columns: { name: string; label: string; required: boolean }[];
  rows: {
    key: string;
    label: string;
    cells: VNode[];
    hidden: { name: string; value: string }[];
    removeValue: string;
  }[];
  removeLabel: string;
  requiredLabel: string;
  /** the button that sends the form for one more row */
  add: ComponentChildren;
}

/** Rows that belong to a record: a table on a wide screen, a card a row on a phone. */
export function PartRows(props: PartRowsProps) {
  return (
    <fieldset class="form-part" id={props.id}>
      <legend>{props.label}</legend>
      {props.help && <p class="form-help">{props.help}</p>}
      <table>
        <thead>
          <tr>
            {props.columns.map(({ name, label, required }) => (
              <th key={name} scope="col">
                {label}
                {required && <span class="form-required">{props.requiredLabel}</span>}
              </th>
            ))}
            <th scope="col">{props.removeLabel}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={props.columns[index]?.name} data-label={props.columns[index]?.label}>
                  {cell}
                </td>
              ))}
              <td class="form-part-remove" data-label={props.removeLabel}>
                {row.hidden.map(({ name, value }) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <label>
                  <input type="checkbox" name="_remove" value={row.removeValue} />
                  <span class="visually-hidden">
                    {props.removeLabel} {row.label}
                  </span>
                </label>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="form-part-add">{props.add}</p>
    </fieldset>
  );
}
