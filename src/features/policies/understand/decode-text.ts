import { decodeText as decodeAnyText } from "../../../platform/fetch/decode-text.ts";
import { ReadingRefusal } from "./limits.ts";

/** A page's or file's text. Bytes that are none in any encoding are refused. */
export function decodeText(bytes: Uint8Array, statedCharset: string | null): string {
  const { text } = decodeAnyText(bytes, statedCharset);
  const lost = text.split("\ufffd").length - 1;
  // One character in fifty is more than a broken page loses: these bytes are no text.
  if (lost > 0 && (lost > 20 + text.length / 50 || hasBinary(text))) throw new ReadingRefusal("unknown-charset");
  return text;
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
