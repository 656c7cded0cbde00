import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { findMessageKey, message } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { openFileStore } from "../../../platform/files/file-store.ts";
import type { NamedFile } from "../../../platform/files/name-file.ts";
import { checkUpload } from "../../attachments/check-upload.ts";
import type { AnswerProblem } from "../check-answers.ts";
import { limits } from "../question.ts";
import type { Answers, Question } from "../survey.ts";

export interface TakenFiles {
  answers: Answers;
  files: NamedFile[];
  /** what is not taken, and why */
  problems: AnswerProblem[];
}

/** Files of a form: looked into, then kept under the hash of their content. One that is refused leaves the one before. */
export async function takeFiles(
  context: Context,
  form: FormData,
  questions: readonly Question[],
  typed: Answers,
  language: Language,
): Promise<TakenFiles> {
  const taken: TakenFiles = { answers: { ...typed }, files: [], problems: [] };
  for (const { id, kind, retired } of questions) {
    if (kind !== "file" || retired) continue;
    if (form.get(`removeFile.${id}`) === "yes") delete taken.answers[id];
    const upload = form.get(`file.${id}`);
    if (!(upload instanceof File) || upload.size === 0) continue;
    const content = new Uint8Array(await upload.arrayBuffer());
    try {
      const { name, mediaType } = await checkUpload(upload.name, content, limits.fileBytes);
      const { sha256, size } = await openFileStore(context.config).put(content);
      taken.files.push({ sha256, size, mediaType, content });
      taken.answers[id] = { sha256, size, name };
    } catch (error) {
      if (!(error instanceof AppError) || error.code === "unavailable") throw error;
      taken.problems.push({ question: id, field: `answers.${id}`, reason: "file", value: sayRefusal(error, language) });
    }
  }
  return taken;
}

/** In the words with which attachments are refused. */
function sayRefusal({ code, details }: AppError, language: Language): string {
  const reason = code === "too-large" ? "too-large" : String(details.reason ?? "type");
  const key = findMessageKey(`attachment.problem.${reason}`) ?? "attachment.problem.archive-damaged";
  const values = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === "number" ? value : String(value),
  ]);
  return message(language, key, Object.fromEntries(values));
}
