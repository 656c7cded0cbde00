import { LinkedWords, type Wording, Words } from "./words.tsx";

export interface SourceCitationProps {
  /** 「出典」 */
  label: string;
  document: Wording;
  href?: string | undefined;
  /** 「表1　番号15」, already written */
  place?: Wording | undefined;
  /** the words of the source, verbatim, where they matter (an uncertain date) */
  quotation?: Wording | undefined;
}

export function SourceCitation({ label, document, href, place, quotation }: SourceCitationProps) {
  return (
    <p class="source-citation">
      <span class="source-label">{label}</span> <LinkedWords text={document} href={href} />
      {place !== undefined && (
        <span class="source-place">
          <Words value={place} />
        </span>
      )}
      {quotation !== undefined && (
        <q>
          <Words value={quotation} />
        </q>
      )}
    </p>
  );
}
