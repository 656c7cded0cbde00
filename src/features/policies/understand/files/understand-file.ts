import { textOfBlocks } from "../../blocks.ts";
import { decodeText } from "../decode-text.ts";
import { limits, ReadingRefusal } from "../limits.ts";
import type { PageProblem, UnderstoodPage } from "../model.ts";
import { understandHtml } from "../understand-html.ts";
import { identifyFile } from "./identify-file.ts";
import { readMarkdown, readPlainText } from "./read-markdown.ts";
import { understandLines } from "./understand-lines.ts";

/** A file of a folder as a policy. The readers of PDF and Word are loaded when one comes. */
export async function understandFile({
  name,
  content,
}: {
  name: string;
  content: Uint8Array;
}): Promise<UnderstoodPage> {
  switch (identifyFile(name, content)) {
    case "html":
      return understandHtml({ url: null, mediaType: "text/html", charset: null, content, hints: {}, remembered: [] });
    case "markdown":
      return understandLines(readMarkdown(decodeText(content, null)), name);
    case "text":
      return understandLines(readPlainText(decodeText(content, null)), name);
    case "pdf": {
      const { readPdf } = await import("./read-pdf.ts");
      return understandLines(await readPdf(content), name);
    }
    case "docx": {
      const { readDocx } = await import("./read-docx.ts");
      return understandLines(await readDocx(content), name);
    }
    case "old-office":
      throw new ReadingRefusal(isEncryptedPackage(content) ? "encrypted" : "old-format");
    case "xlsx":
    case "zip":
    case "unknown":
      throw new ReadingRefusal("unknown-format");
  }
}

/** The text of an attachment, with what kept it from being whole. */
export async function readAttachment({
  name,
  content,
}: {
  name: string;
  content: Uint8Array;
}): Promise<{ text: string; problem: PageProblem | null }> {
  if (identifyFile(name, content) === "xlsx") {
    const { readSheets } = await import("./read-sheets.ts");
    return { text: await readSheets(content), problem: null };
  }
  const { blocks, fields, problems } = await understandFile({ name, content });
  const title = fields.title?.origin === "heuristic" && fields.title.evidence !== name ? `${fields.title.value}\n` : "";
  const text = `${title}${textOfBlocks(blocks)}`.slice(0, limits.characters).trim();
  const problem = problems.find(({ code }) => code !== "no-title") ?? null;
  return { text, problem };
}

/** MS-OFFCRYPTO 2.3.4: the stream that holds the encrypted package. */
function isEncryptedPackage(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
}
