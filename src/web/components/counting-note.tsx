import type { ComponentChildren } from "preact";
import { LinkedWords, type TextLink, type Wording, Words, wordingText } from "./words.tsx";

export interface CountingNoteProps {
  /** 「この数の数え方」 */
  summary: string;
  /** the counting rule in one or more sentences */
  rule: Wording[];
  /** 「数えた記録（15件）」 */
  recordsTitle: string;
  records: TextLink[];
  /** where all of them are, if too many to list */
  more?: TextLink | undefined;
  open?: boolean | undefined;
  children?: ComponentChildren;
}

/** Every number answers how it was counted, with the records behind it. */
export function CountingNote({ summary, rule, recordsTitle, records, more, open, children }: CountingNoteProps) {
  return (
    <details class="counting-note" open={open}>
      <summary>{summary}</summary>
      {rule.map((sentence) => (
        <p key={wordingText(sentence)}>
          <Words value={sentence} />
        </p>
      ))}
      {children}
      <p class="counting-records-title">{recordsTitle}</p>
      {records.length > 0 && (
        <ol class="counting-records">
          {records.map((record) => (
            <li key={record.href}>
              <LinkedWords {...record} />
            </li>
          ))}
        </ol>
      )}
      {more && (
        <p>
          <LinkedWords {...more} />
        </p>
      )}
    </details>
  );
}
