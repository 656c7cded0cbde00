import type { ComponentChildren } from "preact";
import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";

/** What went wrong with a form, and what was typed into it. */
export interface FormProblem {
  /** the form: its intent, and what it is about */
  form: string;
  reason:
    | "required"
    | "form"
    | "length"
    | "numberLength"
    | "date"
    | "kind"
    | "number"
    | "year"
    | "same-item"
    | "unknown-item"
    | "changed"
    | "no-snapshot"
    | "label";
  values: Record<string, string>;
}

export interface DeskForm {
  action: string;
  /** when the item had last changed as the page was made */
  seen: string;
  /** whether the reader may change anything */
  edits: boolean;
  problem: FormProblem | null;
  language: Language;
}

interface ItemFormProps {
  form: DeskForm;
  /** what is done, as `intent` */
  intent: string;
  hidden?: Record<string, string>;
  className?: string;
  children: ComponentChildren;
}

/** A small form that changes one thing of an item and comes back to the same place. */
export function ItemForm({ form, intent, hidden = {}, className, children }: ItemFormProps) {
  return (
    <form method="post" action={form.action} class={className ?? "desk-form"}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="seen" value={form.seen} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

/** What is wrong with this form, in words; undefined where nothing is. */
export function problemOf({ problem, language }: DeskForm, name: string): string | undefined {
  if (!problem || problem.form !== name || problem.reason === "changed") return undefined;
  return message(language, `desk.problem.${problem.reason}`);
}

/** Where on the page the form is that came back. */
export function placeOfProblem({ form, reason }: FormProblem): string {
  if (form.startsWith("correct-")) return `${form}-${reason === "label" ? "label" : "value"}`;
  if (form.startsWith("target-")) return form;
  return { "add-link": "add-link-target", link: "links", tag: "topics", reread: "origin" }[form] ?? "decision";
}

/** What was typed before the form came back, else what is there. */
export function typedOr({ problem }: DeskForm, name: string, field: string, present: string): string {
  return problem?.form === name ? (problem.values[field] ?? present) : present;
}
