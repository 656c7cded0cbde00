import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import type { Block } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import {
  countKeyFigures,
  type EvaluationPart,
  type KeyFigure,
  layOutKeyFigures,
  layOutParts,
  sayAsOf,
  sayLead,
} from "../../evaluation/document/lay-out-evaluation.ts";
import { findPublicEvidence, withholdMembersOnly } from "../../evaluation/public-evidence.ts";
import { sayIndicator } from "../../evaluation/say-indicator.ts";
import { type EvaluationView, viewFinished } from "../../evaluation/view.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import type { Programme } from "../../programme/programme.ts";
import { getProgramme } from "../../programme/service.ts";
import { writeFiscalYears } from "../../programme/write-fiscal-years.ts";
import { heading } from "../compose/blocks.ts";
import { type Notebook, openNotebook } from "../compose/notebook.ts";
import type { Composition, Placeholder, ReportKind, ReportRequest } from "../report-kind.ts";
import { place } from "./blocks.ts";
import { composeFront, frontPlaceholders } from "./front.ts";

/** Names of placeholders have no hyphens. */
const parts: Record<string, { of: EvaluationPart; required: boolean }> = {
  achievements: { of: "achievements", required: true },
  types: { of: "types", required: false },
  progress: { of: "progress", required: true },
  result: { of: "result", required: true },
  benefit: { of: "benefit-home", required: true },
  task: { of: "task", required: true },
  indicators: { of: "indicators", required: false },
  deepening: { of: "deepening", required: false },
  notes: { of: "notes", required: true },
};

const placeholders: readonly Placeholder[] = [
  ...frontPlaceholders.map((placeholder) => ({ ...placeholder, required: placeholder.name !== "title" })),
  { name: "kind", gives: "text", required: false, description: "report.evaluation.placeholder.kind" },
  { name: "period", gives: "text", required: false, description: "report.evaluation.placeholder.period" },
  { name: "programme", gives: "text", required: false, description: "report.evaluation.placeholder.programme" },
  { name: "lead", gives: "text", required: false, description: "report.evaluation.placeholder.lead" },
  { name: "figures", gives: "blocks", required: false, description: "report.evaluation.placeholder.figures" },
  ...Object.entries(parts).map(
    ([name, { of, required }]): Placeholder => ({
      name,
      gives: "blocks",
      required,
      description: `report.evaluation.placeholder.${of}`,
    }),
  ),
];

/** A finished evaluation as everybody may come to read it: without both sides' words and the titles of records for members only. */
export const evaluationReport: ReportKind = {
  id: "evaluation",
  subject: "evaluation",
  languages: ["ja", "zh", "en"],
  inputs: [],
  placeholders,
  outline,
  compose,
};

/** D's order. */
function outline(language: Language): Block[] {
  return [
    place("kind", "title"),
    place("period", "subtitle"),
    place("programme", "subtitle"),
    place("maker", "maker"),
    place("as_of", "date"),
    { is: "contents", title: message(language, "bulletin.contents") },
    { is: "page-break" },
    place("lead", "lead"),
    place("figures"),
    heading(1, message(language, "evaluation.part.achievement")),
    place("achievements"),
    heading(2, message(language, "evaluation.document.types")),
    place("types"),
    heading(1, message(language, "evaluation.document.review")),
    heading(2, message(language, "evaluation.part.progress")),
    place("progress"),
    heading(2, message(language, "evaluation.part.result")),
    place("result"),
    heading(2, message(language, "evaluation.part.benefit-home")),
    place("benefit"),
    heading(2, message(language, "evaluation.part.task")),
    place("task"),
    heading(1, message(language, "evaluation.part.indicators")),
    place("indicators"),
    heading(1, message(language, "evaluation.deepening.title")),
    place("deepening"),
    heading(1, message(language, "evaluation.evidence.notes")),
    place("notes"),
  ];
}

async function compose(request: ReportRequest): Promise<Composition> {
  const { context, language } = request;
  const view = await withholdMembersOnly(context, await viewFinished(context, request.subject ?? ""));
  const programme = await getProgramme(context);
  const front = await composeFront(request, localize(view.evaluation.title, language).text);
  const input = {
    ...{ view, language, programme, maker: front.maker },
    directory: await getDirectory(context),
    partnerships: await getPartnerships(context),
  };
  const laidOut = layOutParts(input);
  const notebook = openNotebook();
  noteFigures(view, { language, programme }, notebook);
  const isPublic = await findPublicEvidence(context);
  for (const { evidence } of view.statements)
    for (const one of evidence.filter(isPublic)) notebook.use(one.kind, [one.id]);
  return {
    ...front,
    values: {
      ...front.values,
      kind: { text: message(language, `evaluation.kind.${view.evaluation.kind}`) },
      as_of: { text: sayAsOf(input) },
      period: { text: writeFiscalYears(programme, view.years, language) },
      programme: { text: localize(programme.name, language).text },
      lead: { text: sayLead(input) },
      figures: { blocks: [layOutKeyFigures(input)] },
      ...Object.fromEntries(Object.entries(parts).map(([name, { of }]) => [name, { blocks: laidOut[of] }])),
    },
    ...notebook.read(),
  };
}

const keyFigures: readonly KeyFigure[] = ["governments", "b", "a", "sentences"];

function noteFigures(
  view: EvaluationView,
  { language, programme }: { language: Language; programme: Programme },
  notebook: Notebook,
): void {
  const counted = countKeyFigures(view);
  for (const key of keyFigures)
    notebook.figure(`evaluation/${key}`, message(language, `evaluation.document.figure.${key}`), String(counted[key]));
  for (const indicator of view.indicators)
    for (const year of indicator.years)
      notebook.figure(
        `indicator/${indicator.id}/${year.fiscalYear}`,
        message(language, "report.evaluation.indicatorOf", {
          indicator: message(language, `evaluation.indicator.${indicator.id}`),
          year: writeFiscalYears(programme, [year.fiscalYear], language),
        }),
        sayIndicator(indicator, year, language),
      );
}
