import type { ComponentChildren } from "preact";
import { type Wording, Words, wordingText } from "./words.tsx";

export interface Definition {
  term: Wording;
  /** one or more values; text with another language goes through `Words` */
  values: ComponentChildren[];
}

export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl class="definition-list">
      {items.map(({ term, values }) => (
        <div key={wordingText(term)}>
          <dt>
            <Words value={term} />
          </dt>
          {values.map((value, index) => (
            <dd key={index}>{value}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
