import { AppError } from "../../core/errors.ts";
import { checkArchive } from "../../platform/files/check-archive.ts";
import { acceptedEndings, activeEndings, cleanName, endingOf, longestName, mediaTypes } from "./attachment.ts";

export interface CheckedUpload {
  name: string;
  mediaType: string;
}

/**
 * Says what a file is by looking at its content, and refuses what is not to be kept. Throws AppError("invalid-input",
 * {reason}) with one of: empty, name, active, active-inside, type, mismatch, heic, old-office, archive-damaged, archive-bomb,
 * archive-encrypted; AppError("too-large", {limitMegabytes}).
 */
export async function checkUpload(rawName: string, content: Uint8Array, largestBytes: number): Promise<CheckedUpload> {
  const name = cleanName(rawName);
  const ending = endingOf(name);
  if (content.length === 0) throw refuse("empty", { name });
  if (content.length > largestBytes)
    throw new AppError("too-large", { name, limitMegabytes: Math.floor(largestBytes / 1024 / 1024) });
  if (name === "" || [...name].length > longestName) throw refuse("name", { name: name.slice(0, 40) });
  if (activeEndings.includes(ending)) throw refuse("active", { name });
  const mediaType = await sniffType(name, ending, content);
  if (!mediaTypes[mediaType]?.includes(ending)) throw refuse("mismatch", { name, endings: endingsOf(mediaType) });
  return { name, mediaType };
}

async function sniffType(name: string, ending: string, content: Uint8Array): Promise<string> {
  // Looked into before anything else reads it.
  const isArchive = content[0] === 0x50 && content[1] === 0x4b;
  const inside = isArchive ? await checkArchive(content) : [];
  if (inside.some((path) => /(^|\/)(vbaProject\.bin|macrosheets\/|activeX\/)/i.test(path)))
    throw refuse("active", { name });
  const { fileTypeFromBuffer } = await import("file-type");
  const found = await fileTypeFromBuffer(content);
  if (!found) return sniffText(name, ending, content);
  const { mime, ext } = found;
  if (mime === "application/x-cfb") throw refuse("old-office", { name });
  if (activeEndings.includes(ext)) throw refuse("active", { name });
  const hidden = inside.find((path) => activeEndings.includes(endingOf(path)));
  if (mime === "application/zip" && hidden !== undefined)
    throw refuse("active-inside", { name, inside: cleanName(hidden) });
  // Telephones save in it, and neither browsers nor Word show it; what cannot be read cannot be cleaned of its place either.
  if (/^image\/hei[cf]/.test(mime)) throw refuse("heic", { name });
  if (!mediaTypes[mime]) throw refuse("type", { name, endings: acceptedEndings.join(", ") });
  return mime;
}

/** Text has no mark of its own: it is what decodes as such, and no page in disguise (WHATWG MIME Sniffing §7.1). */
function sniffText(name: string, ending: string, content: Uint8Array): string {
  const text = decodeText(content);
  if (text === null) throw refuse("type", { name, endings: acceptedEndings.join(", ") });
  const start = text.trimStart().slice(0, 200).toLowerCase();
  const isPage = /^<(!doctype|!--|\?xml|html|head|body|script|svg|iframe|style|title|table|div|a|p|br|h1)\b/.test(
    start,
  );
  if (isPage || start.startsWith("<!--")) throw refuse("active", { name });
  return ending === "csv" ? "text/csv" : "text/plain";
}

const textEncodings = ["utf-8", "shift_jis", "gb18030"];

function decodeText(content: Uint8Array): string | null {
  const isWide = (content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff);
  const encodings = isWide ? [content[0] === 0xff ? "utf-16le" : "utf-16be"] : textEncodings;
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content);
      if (!/[^\P{Cc}\t\n\r\f\u0080-\u009f]/u.test(text)) return text;
    } catch {
      // Another encoding may do.
    }
  }
  return null;
}

function endingsOf(mediaType: string): string {
  return (mediaTypes[mediaType] ?? []).map((ending) => `.${ending}`).join(", ");
}

function refuse(reason: string, details: Record<string, string>): AppError {
  return new AppError("invalid-input", { reason, ...details });
}
