/** Marks that say one thing about a record. Shape and word carry it; colour only helps (WCAG 1.4.1). */

export type ActivityStatus = "planned" | "adjusting" | "done" | "cancelled";
export type Basis = "records" | "claim";
export type Severity = "error" | "warning" | "notice";

export function StatusTag({ status, label }: { status: ActivityStatus; label: string }) {
  return <span class={`tag status-${status}`}>{label}</span>;
}

/** Whether a figure is what records add up to or what a published document states; bare where a legend explains the mark. */
export function BasisMark({ basis, label, bare = false }: { basis: Basis; label: string; bare?: boolean | undefined }) {
  return <span class={`tag basis-${basis}`}>{bare ? <span class="visually-hidden">{label}</span> : label}</span>;
}

export function SeverityTag({ severity, label }: { severity: Severity; label: string }) {
  return <span class={`tag severity-${severity}`}>{label}</span>;
}

export interface TypeMarkProps {
  /** the mark as the documents print it: A, B, B2, ○ */
  mark: string;
  /** what it stands for, read aloud and shown on hover */
  label: string;
  /** B marks joint research or model projects and is drawn filled */
  strong?: boolean | undefined;
}

export function TypeMark({ mark, label, strong = false }: TypeMarkProps) {
  return (
    <abbr class={strong ? "type-mark type-mark-strong" : "type-mark"} title={label}>
      <span aria-hidden="true">{mark}</span>
      <span class="visually-hidden">{label}</span>
    </abbr>
  );
}

/** The kind of an activity: consultation, training, seminar … */
export function KindMark({ label }: { label: string }) {
  return <span class="kind-mark">{label}</span>;
}
