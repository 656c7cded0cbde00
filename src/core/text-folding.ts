import { hanVariantGroups } from "./han-variants.ts";

/**
 * A text as searches and comparisons of names see it: 「瀋陽市」, 「沈阳市」 and 「沈 陽 市」 become the same, and so do
 * 「アモイ」 and 「ｱﾓｲ」, “Ōita” and “OITA”. Unicode compatibility form (UAX #15, NFKC), lower case, Latin letters
 * without accents, hiragana for katakana, one form of each Han character, no spaces, punctuation or symbols.
 * Folding a folded text changes nothing. For keys and indexes, never for display.
 */
export function foldText(text: string): string {
  return foldByCharacter(text.normalize("NFC")) ?? foldWhole(text);
}

/**
 * Each character is folded once in the life of the process and looked up from then on: some thirty times faster in long texts. Null
 * where characters change each other, so that only the whole can be folded.
 */
function foldByCharacter(text: string): string | null {
  const units = new Uint16Array(text.length);
  let length = 0;
  let done = "";
  for (let index = 0; index < text.length; index += 1) {
    const code = text.codePointAt(index) ?? 0;
    const form = forms[code] || learn(code);
    if (form === joining) return null;
    if (form === longer) {
      done += decode(units, length) + foldWhole(String.fromCodePoint(code));
      length = 0;
      if (code >= forms.length) index += 1;
    } else if (form !== dropped) {
      units[length] = form;
      length += 1;
    }
  }
  return done + decode(units, length);
}

/** What each character of the basic plane becomes: one UTF-16 unit, or one of these; 0 is not looked up yet. */
const forms = new Int32Array(0x1_0000);
const dropped = -1;
const longer = -2;
const joining = -3;

function learn(code: number): number {
  const character = String.fromCodePoint(code);
  const plain = character.normalize("NFKC");
  const folded = foldWhole(character);
  const isAlone = !mayJoin.test(plain) && !mayJoin.test(plain.toLowerCase()) && !mayJoin.test(folded);
  if (code >= forms.length) return isAlone ? longer : joining;
  const unit = folded === "" ? dropped : folded.length === 1 ? folded.charCodeAt(0) : longer;
  forms[code] = isAlone ? unit : joining;
  return isAlone ? unit : joining;
}

/** Marks, the letters that Hangul syllables are put together of, and Σ, which becomes σ or ς by what stands around it. */
const mayJoin = /(?!\p{Variation_Selector})[\p{M}\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF\u03A3]/u;

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

function decode(units: Uint16Array, length: number): string {
  return decoder.decode(units.subarray(0, length));
}

function foldWhole(text: string): string {
  const bare = text.normalize("NFKC").toLowerCase().replace(ignored, "");
  // Only now: without the space between them, a letter and an accent that stood alone have come together.
  const plain = stripLatinAccents(bare);
  let folded = "";
  for (const character of plain) folded += foldCharacter(character);
  // For the same reason a kana and its voicing mark may now combine.
  return folded.normalize("NFC");
}

/** Punctuation, symbols, spaces, control and format characters, and the selectors of glyph variants (葛󠄀). */
const ignored = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;

function stripLatinAccents(text: string): string {
  if (!/[^\p{ASCII}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .normalize("NFC");
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (isKatakanaWithHiragana(code)) return String.fromCodePoint(code - katakanaToHiragana);
  return foldedHan.get(character) ?? character;
}

const katakanaToHiragana = 0x60;

/** ァ–ヶ, ヽ and ヾ. The prolonged sound mark ー has no other form and stays. */
function isKatakanaWithHiragana(code: number): boolean {
  return (code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe;
}

const foldedHan: ReadonlyMap<string, string> = new Map(
  hanVariantGroups.flatMap((group) => {
    const [form = "", ...variants] = group;
    return variants.map((variant): [string, string] => [variant, form]);
  }),
);
