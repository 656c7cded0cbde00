import { LinkedWords, type Wording, Words } from "./words.tsx";

export interface CitedDocument {
  id: string;
  title: Wording;
  href: string;
  /** tables, pages and rows, in the language of the document */
  place?: Wording | undefined;
}

/** The documents behind a page, each with the places that it was taken from. */
export function SourceList({ documents }: { documents: CitedDocument[] }) {
  return (
    <ul class="source-list">
      {documents.map(({ id, title, href, place }) => (
        <li key={id} class="source-citation">
          <LinkedWords text={title} href={href} />
          {place !== undefined && (
            <span class="source-place">
              <Words value={place} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
