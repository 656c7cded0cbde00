import chardet from "chardet";

/** How the encoding of a text was found. */
export type CharsetSource = "bom" | "header" | "meta" | "detection";

export interface DecodedText {
  text: string;
  /** name as in the WHATWG Encoding Standard */
  charset: string;
  by: CharsetSource;
  /** what header or page claimed and the bytes are not */
  lie: string | null;
}

/** So much of what is not ASCII may be undecodable before the name is taken for wrong: a slip in one character is no lie. */
const mostBroken = 0.005;

/** What servers say that were told nothing: every byte is a character of it, so that no text could disprove it. */
const anyBytes = "windows-1252";

/** RFC 9110 8.3: `text/html; charset=gb2312` */
export function charsetOfHeader(contentType: string | undefined): string | null {
  return contentType?.match(/charset\s*=\s*["']?([\w.:-]+)/i)?.[1] ?? null;
}

/**
 * The text of a page, feed or file: by its mark, by what header and page say where the bytes bear it out, else by how the bytes
 * look. Many pages say `gb2312` and are UTF-8, or the other way round.
 */
export function decodeText(content: Uint8Array, headerCharset: string | null): DecodedText {
  const marked = charsetOfMark(content);
  if (marked !== null) return { text: decode(content, marked).text, charset: marked, by: "bom", lie: null };
  const claims: { charset: string; by: CharsetSource }[] = [];
  for (const [name, by] of [
    [headerCharset, "header"],
    [charsetOfPage(content), "meta"],
  ] as const) {
    const charset = name === null ? null : toKnown(name);
    if (charset === null || charset === anyBytes || claims.some((claim) => claim.charset === charset)) continue;
    claims.push({ charset, by });
  }
  const utf8 = decode(content, "utf-8");
  // Text of another encoding that is valid UTF-8 by chance hardly exists, once it is longer than a few characters.
  if (utf8.broken === 0 && utf8.foreign > 0 && !claims.some(({ charset }) => charset === "utf-8"))
    return { text: utf8.text, charset: "utf-8", by: "detection", lie: claims[0]?.charset ?? null };
  for (const { charset, by } of claims) {
    const { text, broken, foreign } = charset === "utf-8" ? utf8 : decode(content, charset);
    if (broken <= foreign * mostBroken)
      return { text, charset, by, lie: claims[0]?.charset === charset ? null : (claims[0]?.charset ?? null) };
  }
  const charset = detectCharset(content, utf8.foreign === 0);
  return { text: decode(content, charset).text, charset, by: "detection", lie: claims[0]?.charset ?? null };
}

function charsetOfMark(content: Uint8Array): string | null {
  const [first, second, third] = content;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** HTML Living Standard 13.2.3.2: within the first 1024 bytes; in practice comments push it further down. */
function charsetOfPage(content: Uint8Array): string | null {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 4_096)).toString("latin1");
  const match =
    head.match(/<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i) ??
    head.match(/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i);
  return match?.[1] ?? null;
}

/** GB 2312 and GBK are read as GB 18030, which holds both: pages name the old one and use the new characters. */
function toKnown(name: string): string | null {
  try {
    const { encoding } = new TextDecoder(name);
    return ["gb2312", "gbk"].includes(encoding) ? "gb18030" : encoding;
  } catch {
    return null;
  }
}

function detectCharset(content: Uint8Array, isAscii: boolean): string {
  if (isAscii) return "utf-8";
  const found = toKnown(chardet.detect(content.subarray(0, 64 * 1024)) ?? "");
  const candidates = [...(found === null ? [] : [found]), "gb18030", "utf-8", "shift_jis", "big5"];
  const judged = [...new Set(candidates)].map((charset) => ({ charset, broken: decode(content, charset).broken }));
  return judged.reduce((best, one) => (one.broken < best.broken ? one : best)).charset;
}

function decode(content: Uint8Array, charset: string): { text: string; broken: number; foreign: number } {
  const text = new TextDecoder(charset).decode(content);
  let broken = 0;
  let foreign = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) foreign += 1;
    if (code === 0xfffd) broken += 1;
  }
  return { text, broken, foreign };
}
