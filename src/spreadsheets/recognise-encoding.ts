import type { TextEncoding } from "./workbook.ts";

export interface DecodedText {
  encoding: TextEncoding;
  text: string;
}

/**
 * Every way in which the bytes are a text without a single error, the most plausible first. A byte order mark decides
 * alone; UTF-8 that is more than ASCII is hardly ever anything else; Shift_JIS (as Windows writes it, CP932) and GB18030
 * are told apart by which of them makes common characters of the bytes.
 */
export function decodeCandidates(bytes: Uint8Array): DecodedText[] {
  if (startsWith(bytes, [0xff, 0xfe])) return tryDecode(bytes, "utf-16le", "utf-16");
  if (startsWith(bytes, [0xfe, 0xff])) return tryDecode(bytes, "utf-16be", "utf-16");
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return tryDecode(bytes, "utf-8", "utf-8-bom");
  const utf8 = tryDecode(bytes, "utf-8", "utf-8");
  const legacy = [
    ...tryDecode(bytes, "shift_jis", "cp932").map((found) => ({ found, share: shareOfCommonShiftJis(bytes) })),
    ...tryDecode(bytes, "gb18030", "gb18030").map((found) => ({ found, share: shareOfCommonGb(bytes) })),
  ].sort((a, b) => b.share - a.share);
  return [...utf8, ...legacy.map(({ found }) => found)];
}

function tryDecode(bytes: Uint8Array, label: string, encoding: TextEncoding): DecodedText[] {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return /(?![\t\n\r])\p{Cc}/u.test(text) ? [] : [{ encoding, text }];
  } catch {
    return [];
  }
}

/** Share of the characters beyond ASCII that are kana, punctuation or kanji of JIS level 1; single-byte katakana speak against it. */
function shareOfCommonShiftJis(bytes: Uint8Array): number {
  let common = 0;
  let all = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    all += 1;
    if (byte >= 0xa1 && byte <= 0xdf) continue;
    if ((byte >= 0x81 && byte <= 0x83) || (byte >= 0x88 && byte <= 0x97)) common += 1;
    index += 1;
  }
  return all === 0 ? 1 : common / all;
}

/** Share of the characters beyond ASCII that are punctuation or hanzi of GB 2312 level 1. */
function shareOfCommonGb(bytes: Uint8Array): number {
  let common = 0;
  let all = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) continue;
    all += 1;
    const next = bytes[index + 1] ?? 0;
    const inGb2312 = next >= 0xa1;
    if (inGb2312 && ((byte >= 0xa1 && byte <= 0xa3) || (byte >= 0xb0 && byte <= 0xd7))) common += 1;
    index += next >= 0x30 && next <= 0x39 ? 3 : 1;
  }
  return all === 0 ? 1 : common / all;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
