import type { ComponentChildren, VNode } from "preact";

export interface PartCardsProps {
  id: string;
  label: string;
  help?: string | null | undefined;
  cards: {
    key: string;
    label: string;
    fields: VNode[];
    /** what few rows fill, behind a summary */
    folded: VNode[];
    open: boolean;
    hidden: { name: string; value: string }[];
    removeValue: string;
  }[];
  foldedLabel: string;
  removeLabel: string;
  /** the button that sends the form for one more row */
  add: ComponentChildren;
}

/** Rows with more questions than a table has room for: a card a row, at every width. */
export function PartCards({ id, label, help, cards, foldedLabel, removeLabel, add }: PartCardsProps) {
  return (
    <fieldset class="form-part" id={id}>
      <legend>{label}</legend>
      {help && <p class="form-help">{help}</p>}
      {cards.map((card) => (
        <fieldset key={card.key} class="form-card">
          <legend>{card.label}</legend>
          {card.hidden.map(({ name, value }) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div class="form-card-fields">{card.fields}</div>
          {card.folded.length > 0 && (
            <details open={card.open}>
              <summary>{foldedLabel}</summary>
              <div class="form-card-fields">{card.folded}</div>
            </details>
          )}
          <p class="form-card-remove">
            <label>
              <input type="checkbox" name="_remove" value={card.removeValue} /> {removeLabel}
            </label>
          </p>
        </fieldset>
      ))}
      <p class="form-part-add">{add}</p>
    </fieldset>
  );
}
