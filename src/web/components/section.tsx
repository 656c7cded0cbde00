import type { ComponentChildren } from "preact";
import { LinkedWords, type TextLink, type Wording, Words } from "./words.tsx";

export interface SectionProps {
  /** anchor; unique in the page */
  id: string;
  title: Wording;
  level?: 2 | 3 | undefined;
  lead?: Wording | undefined;
  /** where the whole of it is */
  more?: TextLink | undefined;
  children: ComponentChildren;
}

export function Section({ id, title, level = 2, lead, more, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section class={`section section-level-${level}`} aria-labelledby={id}>
      <div class="section-heading">
        <Heading id={id}>
          <Words value={title} />
        </Heading>
        {more && (
          <p class="section-more">
            <LinkedWords {...more} />
          </p>
        )}
      </div>
      {lead !== undefined && (
        <p class="section-lead">
          <Words value={lead} />
        </p>
      )}
      {children}
    </section>
  );
}
