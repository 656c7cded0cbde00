import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import type { RelatedRecord } from "../warnings.ts";

/** To look at them side by side; in a window of their own, because what is typed in a form stays in this one. */
export function RelatedRecords({ related, language }: { related: readonly RelatedRecord[]; language: Language }) {
  if (related.length === 0) return null;
  return (
    <span class="related-records">
      {related.map(({ kind, id, title, entry }) => (
        <a
          key={`${kind}/${id}`}
          href={entry === null ? links.memberRecord(language, kind, id) : links.entry(language, entry)}
          target="_blank"
          rel="noopener"
        >
          {title} <span class="visually-hidden">{message(language, "likeness.newWindow")}</span>
        </a>
      ))}
    </span>
  );
}
