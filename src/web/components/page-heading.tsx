import type { ComponentChildren } from "preact";
import { LinkedWords, type TextLink, type Wording, Words, wordingText } from "./words.tsx";

export interface PageHeadingProps {
  title: Wording;
  /** the class of things this page belongs to, above the title */
  kicker?: Wording | undefined;
  lead?: Wording | undefined;
  /** short facts: as-of date, ledger, status */
  meta?: { term: Wording; value: ComponentChildren }[] | undefined;
  /** other forms of the page: CSV, JSON, calendar */
  links?: TextLink[] | undefined;
}

export function PageHeading({ title, kicker, lead, meta = [], links = [] }: PageHeadingProps) {
  return (
    <header class="page-heading">
      {kicker !== undefined && (
        <p class="kicker">
          <Words value={kicker} />
        </p>
      )}
      <h1>
        <Words value={title} />
      </h1>
      {lead !== undefined && (
        <p class="lead">
          <Words value={lead} />
        </p>
      )}
      {meta.length > 0 && (
        <dl class="meta">
          {meta.map(({ term, value }) => (
            <div key={wordingText(term)}>
              <dt>
                <Words value={term} />
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {links.length > 0 && (
        <ul class="page-links">
          {links.map((link) => (
            <li key={link.href}>
              <LinkedWords {...link} />
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
