import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { render } from "../../../documents/render.ts";
import type { Context } from "../../../platform/context.ts";
import type { Actor } from "../../accounts/actor.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import { getProgramme } from "../../programme/service.ts";
import { type EvaluationView, viewEvaluation } from "../view.ts";
import { layOutEvaluation } from "./lay-out-evaluation.ts";

export const evaluationFormats = ["docx", "pdf"] as const;
export type EvaluationFormat = (typeof evaluationFormats)[number];

/** The evaluation as the actor may see it, in one language. Throws `not-found`, a RenderError. */
export async function renderEvaluation(
  context: Context,
  actor: Actor,
  { id, ...wanted }: { id: string; language: Language; format: EvaluationFormat },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; title: string }> {
  return renderView(context, await viewEvaluation(context, actor, id), wanted);
}

export async function renderView(
  context: Context,
  view: EvaluationView,
  { language, format }: { language: Language; format: EvaluationFormat },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; title: string }> {
  const programme = await getProgramme(context);
  const { report, outline } = layOutEvaluation({
    view,
    language,
    programme,
    directory: await getDirectory(context),
    partnerships: await getPartnerships(context),
    maker: localize(programme.shortName, language).text,
  });
  const { bytes } = await render({ is: "report", format, report, outline, template: null, images: new Map() });
  return { bytes, title: report.title };
}
