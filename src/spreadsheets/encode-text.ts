import iconv from "iconv-lite";
import type { TextEncoding } from "./workbook.ts";

/** Encodings in which a CSV file can be had. */
export const csvEncodings = ["utf-8-bom", "utf-8", "cp932", "gb18030"] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

export function isCsvEncoding(text: string): text is CsvEncoding {
  return (csvEncodings as readonly string[]).includes(text);
}

/** The bytes of a text; null where the encoding cannot carry each of its characters. */
export function encodeText(text: string, encoding: CsvEncoding): Uint8Array<ArrayBuffer> | null {
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = Uint8Array.from(iconv.encode(text, encoding));
  return decodeText(bytes, encoding) === text ? bytes : null;
}

/** The characters of a text that the encoding cannot carry, each once. */
export function findUnencodable(text: string, encoding: CsvEncoding): string[] {
  if (encodeText(text, encoding) !== null) return [];
  return [...new Set(text)].filter((character) => encodeText(character, encoding) === null);
}

/** As the reader decodes: what comes back different was not carried. */
function decodeText(bytes: Uint8Array, encoding: Extract<TextEncoding, "cp932" | "gb18030">): string | null {
  try {
    return new TextDecoder(encoding === "cp932" ? "shift_jis" : "gb18030", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
