import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import type { Block } from "../../documents/report.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { getActivityPage } from "../activities/service.ts";
import { listFinishedEvaluations } from "../evaluation/service.ts";
import { getPartnerships } from "../partnerships/service.ts";
import { getProgramme } from "../programme/service.ts";
import { chosenSubjectOf, type ReportKind } from "../reports/report-kind.ts";
import { findUsualMaker } from "./choices.ts";
import { composeWith } from "./compose-document.ts";
import type { DocumentRequest } from "./document.ts";
import { type DocumentFiles, renderDocument } from "./render-document.ts";

/**
 * A document of the kind from public records, with a template that is not in use yet. Null where there is nothing to make one of.
 * Throws a RenderError.
 */
export async function makeTrial(
  context: Context,
  kind: ReportKind,
  language: Language,
  template: { outline: Block[]; sha256: string },
): Promise<DocumentFiles | null> {
  const request = await findSample(context, kind, language);
  if (!request) return null;
  try {
    const { content } = await composeWith(context, null, request, template.outline);
    return await renderDocument(context, content, template.sha256);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found" && error.details.kind !== "file") return null;
    throw error;
  }
}

/** The newest subject there is; in place of what only a person can write stands what it is. */
async function findSample(context: Context, kind: ReportKind, language: Language): Promise<DocumentRequest | null> {
  const { asOf, lastFiscalYear } = await getProgramme(context);
  const today = context.clock.today();
  const subject = await findSubject(context, kind);
  if (subject === null && chosenSubjectOf(kind) !== null) return null;
  return {
    kind: kind.id,
    language,
    asOf: asOf < today ? asOf : today,
    basis: "public",
    fiscalYear: kind.subject === "year" ? lastFiscalYear : null,
    subject,
    calendar: "gregorian",
    maker: await findUsualMaker(context),
    written: Object.fromEntries(kind.inputs.map(({ name, label }) => [name, message(language, label)])),
  };
}

async function findSubject(context: Context, kind: ReportKind): Promise<string | null> {
  if (kind.subject === "partnership") return (await getPartnerships(context))[0]?.id ?? null;
  if (kind.subject === "evaluation") return (await listFinishedEvaluations(context))[0]?.id ?? null;
  if (kind.subject !== "activity") return null;
  const page = { limit: 1, after: null, order: "newest" } as const;
  return (await getActivityPage(context, {}, page)).activities[0]?.id ?? null;
}
