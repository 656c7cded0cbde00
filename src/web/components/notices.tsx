import type { ComponentChildren } from "preact";
import { LinkedWords, type TextLink, type Wording, Words } from "./words.tsx";

export interface NoticeProps {
  tone: "information" | "warning" | "error" | "success";
  title?: Wording | undefined;
  children: ComponentChildren;
}

export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === "error" ? "alert" : undefined}>
      {title !== undefined && (
        <p class="notice-title">
          <Words value={title} />
        </p>
      )}
      {children}
    </div>
  );
}

export interface EmptyStateProps {
  title: Wording;
  /** why there is nothing, and what to do */
  text?: Wording | undefined;
  links?: TextLink[] | undefined;
}

export function EmptyState({ title, text, links = [] }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <p class="empty-state-title">
        <Words value={title} />
      </p>
      {text !== undefined && (
        <p>
          <Words value={text} />
        </p>
      )}
      {links.length > 0 && (
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <LinkedWords {...link} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Every error at once, each with a link to its field; it takes the focus after a failed form. */
export function ErrorSummary({ id, title, errors }: { id: string; title: Wording; errors: readonly TextLink[] }) {
  return (
    <div class="error-summary" role="alert" aria-labelledby={id}>
      <h2 id={id}>
        <Words value={title} />
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.href}>
            <LinkedWords {...error} />
          </li>
        ))}
      </ul>
    </div>
  );
}
