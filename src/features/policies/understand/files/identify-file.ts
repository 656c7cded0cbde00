export type FileFormat = "html" | "markdown" | "text" | "pdf" | "docx" | "xlsx" | "zip" | "old-office" | "unknown";

/** What a file is, by its first bytes; its name only parts kinds of text, and packages of Word from those of Excel. */
export function identifyFile(name: string, content: Uint8Array): FileFormat {
  const start = Buffer.from(content.subarray(0, 1_024)).toString("latin1");
  if (/^[\s\S]{0,1000}?%PDF-\d/.test(start)) return "pdf";
  if (start.startsWith("PK\u0003\u0004")) return identifyPackage(content);
  // Compound file (MS-CFB): Word and Excel 97, WPS, and the envelope of an encrypted package.
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return "old-office";
  if (otherMarks.some((mark) => start.startsWith(mark))) return "unknown";
  if (
    /\.(html?|shtml|xhtml|mhtml)$/i.test(name) ||
    /^[\s\S]{0,200}?<(!doctype html|html|head|body|meta)[\s>]/i.test(start)
  )
    return "html";
  if (/\.(md|markdown)$/i.test(name)) return "markdown";
  return "text";
}

/** RTF, pictures and archives. */
const otherMarks = [
  "{\\rtf",
  "GIF8",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "Rar!",
  "7z\u00bc",
  "\u001f\u008b",
  "II*",
  "MM\u0000*",
];

/** Names of a package's parts stand unpacked in its directory. */
function identifyPackage(content: Uint8Array): FileFormat {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.includes("word/document")) return "docx";
  return bytes.includes("xl/workbook") ? "xlsx" : "zip";
}
