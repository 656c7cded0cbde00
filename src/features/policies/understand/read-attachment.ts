import { limits, ReadingRefusal } from "./limits.ts";
import type { PageProblemCode } from "./model.ts";
import { checkSize, unavailable } from "./read-page.ts";
import { askReadingThread } from "./reading-threads.ts";

export interface AttachmentText {
  text: string | null;
  /** code of `page_problem.*` */
  problem: PageProblemCode | null;
}

/** The text of an attachment: PDF, Word, Excel (.xlsx), HTML, plain text. Both may be given: what was read before a limit. */
export async function readAttachmentText(file: {
  name: string;
  mediaType: string;
  content: Uint8Array;
}): Promise<AttachmentText> {
  const problem = checkSize(file.content, limits.fileBytes);
  if (problem) return { text: null, problem: problem.code };
  const { name, mediaType, content } = file;
  try {
    const result = await askReadingThread({ is: "attachment", name, mediaType, content }, limits.fileSeconds * 1_000);
    if (result.is !== "text") return { text: null, problem: "damaged" };
    return { text: result.text === "" ? null : result.text, problem: result.problem?.code ?? null };
  } catch (error) {
    if (error instanceof ReadingRefusal) return { text: null, problem: error.problem.code };
    throw unavailable(error);
  }
}
