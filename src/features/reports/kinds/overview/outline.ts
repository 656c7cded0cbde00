import type { Language } from "../../../../core/language.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { heading } from "../../compose/blocks.ts";
import type { Placeholder } from "../../report-kind.ts";
import { place } from "../blocks.ts";
import { frontPlaceholders, outlineFront } from "../front.ts";

export const overviewPlaceholders: readonly Placeholder[] = [
  // The cover breaks the title into lines; the head of each page cannot.
  { name: "cover_title", gives: "text", required: true, description: "report.overview.placeholder.coverTitle" },
  ...frontPlaceholders.map((placeholder) =>
    placeholder.name === "title" ? { ...placeholder, required: false } : placeholder,
  ),
  { name: "programme", gives: "text", required: false, description: "report.overview.placeholder.programme" },
  { name: "summary", gives: "text", required: true, description: "report.overview.placeholder.summary" },
  { name: "principles", gives: "blocks", required: true, description: "report.overview.placeholder.principles" },
  { name: "structure", gives: "blocks", required: true, description: "report.overview.placeholder.structure" },
  { name: "areas", gives: "blocks", required: false, description: "report.overview.placeholder.areas" },
  { name: "partners", gives: "blocks", required: true, description: "report.overview.placeholder.partners" },
  { name: "key_figures", gives: "blocks", required: true, description: "report.overview.placeholder.keyFigures" },
  {
    name: "coordination_bodies",
    gives: "text",
    required: false,
    description: "report.overview.placeholder.coordinationBodies",
  },
  { name: "coordination", gives: "blocks", required: true, description: "report.overview.placeholder.coordination" },
  {
    name: "technical_bodies",
    gives: "text",
    required: false,
    description: "report.overview.placeholder.technicalBodies",
  },
  { name: "technical", gives: "blocks", required: true, description: "report.overview.placeholder.technical" },
  { name: "results", gives: "blocks", required: true, description: "report.overview.placeholder.results" },
  { name: "website", gives: "blocks", required: false, description: "report.overview.placeholder.website" },
  { name: "documents", gives: "blocks", required: false, description: "report.overview.placeholder.documents" },
];

export function outlineOverview(language: Language): Block[] {
  const title = (
    name:
      | "programme"
      | "purpose"
      | "principles"
      | "structure"
      | "partners"
      | "figures"
      | "results"
      | "website"
      | "documents",
  ) => message(language, `report.overview.heading.${name}`);
  return [
    ...outlineFront("cover_title"),
    { is: "contents", title: message(language, "report.letter.contents") },
    { is: "page-break" },
    heading(1, title("programme")),
    heading(2, title("purpose")),
    place("summary"),
    place("areas"),
    heading(2, title("principles")),
    place("principles"),
    heading(2, title("structure")),
    place("structure"),
    heading(2, title("partners")),
    place("partners"),
    heading(1, title("figures")),
    place("key_figures"),
    heading(1, message(language, "report.overview.heading.coordination", { bodies: "{{coordination_bodies}}" })),
    place("coordination"),
    heading(2, title("website")),
    place("website"),
    heading(1, message(language, "report.overview.heading.technical", { bodies: "{{technical_bodies}}" })),
    place("technical"),
    heading(1, title("results")),
    place("results"),
    heading(1, title("documents")),
    place("documents"),
  ];
}
