import { limits } from "./limits.ts";
import type { UnderstoodPage } from "./model.ts";
import { askForPage, checkSize, emptyPage } from "./read-page.ts";

/** A file of a folder as a policy: Markdown, HTML, PDF, Word (.docx) or plain text, told by its bytes and then by its name. */
export async function readPolicyFile(file: { name: string; content: Uint8Array }): Promise<UnderstoodPage> {
  const problem = checkSize(file.content, limits.fileBytes);
  if (problem) return emptyPage(problem);
  return askForPage({ is: "file", name: file.name, content: file.content }, limits.fileSeconds);
}
