import type { Language } from "../../../core/language.ts";
import { type Localized, localize } from "../../../core/localized.ts";
import { render } from "../../../documents/render.ts";
import type { Context } from "../../../platform/context.ts";
import type { Actor } from "../../accounts/actor.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { viewEvaluation } from "../view.ts";
import { layOutEvaluation } from "./lay-out-evaluation.ts";

export const evaluationFormats = ["docx", "pdf"] as const;
export type EvaluationFormat = (typeof evaluationFormats)[number];

/** The evaluation as the actor may see it, in one language. Throws `not-found`, a RenderError. */
export async function renderEvaluation(
  context: Context,
  actor: Actor,
  { id, language, format }: { id: string; language: Language; format: EvaluationFormat },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; title: string }> {
  const view = await viewEvaluation(context, actor, id);
  const programme = await getProgramme(context);
  const maker: Localized = programme.shortName;
  const { report, outline } = layOutEvaluation({
    view,
    language,
    programme,
    directory: await getDirectory(context),
    maker: localize(maker, language).text,
  });
  const { bytes } = await render({ is: "report", format, report, outline, template: null, images: new Map() });
  return { bytes, title: report.title };
}
