import { AppError } from "../../../core/errors.ts";
import type { MemberRequest, RawHandler } from "../../../web/page.ts";
import { evaluationFormats, renderEvaluation } from "../document/render-evaluation.ts";

const mediaTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

/** The whole evaluation in the language of the address. */
export const sendEvaluationFile: RawHandler<MemberRequest> = async ({ context, actor, language, params }) => {
  const file = params.file ?? "";
  const format = evaluationFormats.find((one) => file.endsWith(`.${one}`));
  if (format === undefined) throw new AppError("not-found", { kind: "evaluation", id: file });
  const id = file.slice(0, -format.length - 1);
  const { bytes, title } = await renderEvaluation(context, actor, { id, language, format });
  return { contentType: mediaTypes[format], content: bytes, fileName: `${title}.${format}` };
};
