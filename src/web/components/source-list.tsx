import { LinkedWords, type Wording } from "./words.tsx";

export interface CitedDocument {
  id: string;
  title: Wording;
  href: string;
  /** tables, pages and rows, as the source names them */
  places: string[];
}

export interface SourceListProps {
  documents: CitedDocument[];
  /** between the places: 「、」 or "; " */
  separator: string;
}

/** The documents behind a page, each with the places that it was taken from. */
export function SourceList({ documents, separator }: SourceListProps) {
  return (
    <ul class="source-list">
      {documents.map(({ id, title, href, places }) => (
        <li key={id} class="source-citation">
          <LinkedWords text={title} href={href} /> <span class="source-place">{places.join(separator)}</span>
        </li>
      ))}
    </ul>
  );
}
