import type { Language } from "../../../../core/language.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { heading } from "../../compose/blocks.ts";
import type { Placeholder } from "../../report-kind.ts";
import { place } from "../blocks.ts";
import { frontPlaceholders, outlineFront } from "../front.ts";

export const midtermPlaceholders: readonly Placeholder[] = [
  ...frontPlaceholders,
  { name: "period", gives: "text", required: false, description: "report.midterm.placeholder.period" },
  { name: "lead", gives: "text", required: false, description: "report.midterm.placeholder.lead" },
  { name: "achievements", gives: "blocks", required: true, description: "report.midterm.placeholder.achievements" },
  { name: "progress", gives: "blocks", required: true, description: "report.midterm.placeholder.progress" },
  { name: "outcomes", gives: "blocks", required: true, description: "report.midterm.placeholder.outcomes" },
  { name: "tasks", gives: "blocks", required: true, description: "report.midterm.placeholder.tasks" },
  { name: "indicators", gives: "blocks", required: true, description: "report.midterm.placeholder.indicators" },
  { name: "documents", gives: "blocks", required: false, description: "report.midterm.placeholder.documents" },
];

/** The order of the mid-term evaluation: what each achieved, what all of it shows, how the numbers went. */
export function outlineMidterm(language: Language): Block[] {
  const title = (name: "achievements" | "review" | "progress" | "outcomes" | "tasks" | "indicators" | "documents") =>
    message(language, `report.midterm.heading.${name}`, { period: "{{period}}" });
  return [
    ...outlineFront(),
    heading(1, title("achievements")),
    place("lead"),
    place("achievements"),
    heading(1, title("review")),
    heading(2, title("progress")),
    place("progress"),
    heading(2, title("outcomes")),
    place("outcomes"),
    heading(2, title("tasks")),
    place("tasks"),
    heading(1, title("indicators")),
    place("indicators"),
    heading(1, title("documents")),
    place("documents"),
  ];
}
