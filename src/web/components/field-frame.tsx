import type { ComponentChildren } from "preact";

export interface FieldFrameProps {
  /** of the input */
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
}

/** An input with its label, its help and what is wrong with it. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  look = "field",
  children,
}: FieldFrameProps & { look?: string; children: ComponentChildren }) {
  return (
    <div class={error === undefined ? look : `${look} has-error`}>
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

/** What the input inside a frame says of itself: its help and its error are read with it (WCAG 3.3.1, 3.3.2). */
export function describeInput({ id, hint, error }: Omit<FieldFrameProps, "label">) {
  const ids = [hint === undefined ? [] : `${id}-hint`, error === undefined ? [] : `${id}-error`].flat();
  return {
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": ids.length === 0 ? undefined : ids.join(" "),
  };
}
