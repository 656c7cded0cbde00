export interface PaginationProps {
  label: string;
  /** 「21～40件（全114件）」, already written */
  position: string;
  previous?: { text: string; href: string } | undefined;
  next?: { text: string; href: string } | undefined;
}

/** Cursor paging: no page numbers, because records move between pages while one reads. */
export function Pagination({ label, position, previous, next }: PaginationProps) {
  return (
    <nav class="pagination" aria-label={label}>
      <p class="pagination-previous">
        {previous && (
          <a href={previous.href} rel="prev">
            {previous.text}
          </a>
        )}
      </p>
      <p class="pagination-position">{position}</p>
      <p class="pagination-next">
        {next && (
          <a href={next.href} rel="next">
            {next.text}
          </a>
        )}
      </p>
    </nav>
  );
}
