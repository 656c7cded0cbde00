import { AppError } from "../../../core/errors.ts";
import { limits, ReadingRefusal } from "./limits.ts";
import type { LabelledValue, PageInput, PageProblem, UnderstoodPage } from "./model.ts";
import { askReadingThread } from "./reading-threads.ts";

export type {
  AttachmentLink,
  LabelledValue,
  PageInput,
  PageProblem,
  RememberedField,
  UnderstoodPage,
} from "./model.ts";

/**
 * What a fetched page says: its text in blocks, its fields with their grounds, its attachments. A page that cannot be read
 * comes back empty with the problem that kept it; whatever it holds, nothing is thrown for it but AppError("unavailable").
 */
export async function readPage(input: PageInput): Promise<UnderstoodPage> {
  const problem = checkSize(input.content, limits.pageBytes);
  if (problem && !isFile(input)) return emptyPage(problem);
  return isFile(input) ? readLinkedFile(input) : askForPage({ is: "page", input }, limits.pageSeconds);
}

/** All that stands beside a label or in a meta tag of the page: what a corrected field can be remembered by. */
export async function listLabelledValues(input: PageInput): Promise<LabelledValue[]> {
  if (checkSize(input.content, limits.pageBytes) || isFile(input)) return [];
  try {
    const result = await askReadingThread({ is: "labels", input }, limits.pageSeconds * 1_000);
    return result.is === "labels" ? result.labels : [];
  } catch (error) {
    if (error instanceof ReadingRefusal) return [];
    throw unavailable(error);
  }
}

/** Lists also lead straight to a PDF or a Word file. */
function isFile({ mediaType, content }: PageInput): boolean {
  const start = Buffer.from(content.subarray(0, 8)).toString("latin1");
  return (
    start.startsWith("%PDF-") || start.startsWith("PK\u0003\u0004") || /pdf|msword|officedocument|zip/.test(mediaType)
  );
}

async function readLinkedFile({ url, content, hints }: PageInput): Promise<UnderstoodPage> {
  const { readPolicyFile } = await import("./read-file.ts");
  const name =
    URL.parse(url ?? "")
      ?.pathname.split("/")
      .at(-1) ?? "";
  const page = await readPolicyFile({ name, content });
  const { title, published } = hints;
  // The list's word for it is better than what is guessed from a file.
  if (title && page.fields.title?.origin !== "metadata") {
    page.fields.title = { value: title, origin: "list", confidence: 0.7, evidence: title };
  }
  if (published && !page.fields.published) {
    page.fields.published = { value: published, origin: "list", confidence: 0.8, evidence: published };
  }
  return page;
}

export function checkSize(content: Uint8Array, limit: number): PageProblem | null {
  if (content.length === 0) return { code: "empty" };
  return content.length > limit ? { code: "too-large", values: { megabytes: Math.round(limit / 1024 / 1024) } } : null;
}

export async function askForPage(
  request: Parameters<typeof askReadingThread>[0],
  seconds: number,
): Promise<UnderstoodPage> {
  try {
    const result = await askReadingThread(request, seconds * 1_000);
    return result.is === "understood" ? result.page : emptyPage({ code: "damaged" });
  } catch (error) {
    if (error instanceof ReadingRefusal) return emptyPage(error.problem);
    throw unavailable(error);
  }
}

/** The thread itself failed, which is nothing about the page. */
export function unavailable(error: unknown): AppError {
  return new AppError("unavailable", { reason: "reading", message: error instanceof Error ? error.message : "" });
}

export function emptyPage(problem: PageProblem): UnderstoodPage {
  return { language: "zh", blocks: [], fields: {}, attachments: [], problems: [problem] };
}
