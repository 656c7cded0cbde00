import { decodeCandidates } from "../../../spreadsheets/recognise-encoding.ts";
import { ReadingRefusal } from "./limits.ts";

/**
 * A page's or file's text. Bytes that are UTF-8 are read as it whatever anybody states: hardly anything else is valid UTF-8.
 * Then what the server and the page state, where it fits; then what makes the commonest characters of the bytes; and
 * where a few bytes are broken, the encoding that loses least.
 */
export function decodeText(bytes: Uint8Array, stated: readonly (string | null)[]): string {
  const candidates = decodeCandidates(bytes);
  const [best] = candidates;
  if (best && (best.encoding.startsWith("utf-8") || best.encoding === "utf-16")) return best.text;
  const names = stated.flatMap((name) => {
    const known = name === null ? null : knownEncoding(name);
    return known ? [known] : [];
  });
  for (const name of names) {
    const text = decode(bytes, name, true);
    if (text !== null) return text;
  }
  if (best) return best.text;
  return decodeWithLosses(bytes, [...names, "utf-8", "gb18030"]);
}

/** What a page states in its own head: <meta charset>, http-equiv, or an XML declaration. */
export function findStatedCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4_096));
  return (
    /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(head)?.[1] ??
    /<\?xml[^>]{1,100}encoding\s*=\s*["']([\w-]{3,20})/i.exec(head)?.[1] ??
    null
  );
}

/** GB18030 holds GB 2312 and GBK; pages that state one of those use characters of the other. */
function knownEncoding(name: string): string | null {
  const lower = name.trim().toLowerCase();
  if (/^(gb|x-gbk|cp936|csgb)/.test(lower)) return "gb18030";
  if (/^(utf-?8|us-ascii|ascii|iso-8859-1|latin1|windows-1252)$/.test(lower)) return null;
  try {
    return new TextDecoder(lower).encoding;
  } catch {
    return null;
  }
}

function decode(bytes: Uint8Array, name: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(name, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeWithLosses(bytes: Uint8Array, names: readonly string[]): string {
  let best: { text: string; lost: number } | null = null;
  for (const name of names) {
    const text = decode(bytes, name, false);
    if (text === null) continue;
    const lost = text.split("\ufffd").length - 1;
    if (!best || lost < best.lost) best = { text, lost };
  }
  // One character in fifty is more than a broken page loses: these bytes are no text.
  if (!best || best.lost > 20 + best.text.length / 50 || hasBinary(best.text))
    throw new ReadingRefusal("unknown-charset");
  return best.text;
}

function hasBinary(text: string): boolean {
  let controls = 0;
  for (const character of text.slice(0, 20_000)) {
    const code = character.charCodeAt(0);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls += 1;
  }
  return controls > 40;
}

/** Kana is Japanese, Han without it Chinese. */
export function detectLanguage(text: string): "ja" | "zh" | "en" {
  const sample = text.slice(0, 20_000);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  if (kana > 10 && kana * 8 > han) return "ja";
  const latin = count(sample, /[A-Za-z]/g);
  return han * 4 >= latin ? "zh" : "en";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
