import type { ComponentChildren } from "preact";
import { type Wording, Words } from "./words.tsx";

export interface FoldProps {
  /** anchor; unique in the page */
  id: string;
  title: Wording;
  /** how much is in it, beside its title */
  note?: ComponentChildren;
  level?: 2 | 3;
  open: boolean;
  children: ComponentChildren;
}

/** A part of a long list, opened by a press and without a script; on paper it is always open. */
export function Fold({ id, title, note, level = 2, open, children }: FoldProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <details class="fold" open={open}>
      <summary>
        <Heading id={id}>
          <Words value={title} />
        </Heading>
        {note !== undefined && <span class="fold-note">{note}</span>}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
