import type { Placeholder } from "../../report-kind.ts";

export const placeholders: readonly Placeholder[] = [
  { name: "title", gives: "text", required: true, description: "report.placeholder.title" },
  { name: "subtitle", gives: "text", required: false, description: "report.placeholder.subtitle" },
  { name: "maker", gives: "text", required: true, description: "report.placeholder.maker" },
  { name: "as_of", gives: "text", required: true, description: "report.placeholder.asOf" },
  { name: "made_on", gives: "text", required: false, description: "report.placeholder.madeOn" },
  { name: "year", gives: "text", required: false, description: "report.placeholder.year" },
  { name: "summary", gives: "blocks", required: true, description: "report.placeholder.summary" },
  { name: "key_figures", gives: "blocks", required: false, description: "report.placeholder.keyFigures" },
  { name: "comparison", gives: "blocks", required: true, description: "report.placeholder.comparison" },
  {
    name: "coordination_tables",
    gives: "blocks",
    required: true,
    description: "report.placeholder.coordinationTables",
  },
  { name: "technical_tables", gives: "blocks", required: false, description: "report.placeholder.technicalTables" },
  { name: "partnerships", gives: "blocks", required: true, description: "report.placeholder.partnerships" },
  { name: "projects", gives: "blocks", required: false, description: "report.placeholder.projects" },
  { name: "people_trained", gives: "blocks", required: false, description: "report.placeholder.peopleTrained" },
  { name: "concerns_handled", gives: "blocks", required: false, description: "report.placeholder.concernsHandled" },
  { name: "concerns_remaining", gives: "blocks", required: false, description: "report.placeholder.concernsRemaining" },
  { name: "evaluation", gives: "blocks", required: false, description: "report.placeholder.evaluation" },
  { name: "next_year", gives: "blocks", required: false, description: "report.placeholder.nextYear" },
  { name: "differences", gives: "blocks", required: false, description: "report.placeholder.differences" },
  { name: "activities", gives: "blocks", required: false, description: "report.placeholder.activities" },
];
