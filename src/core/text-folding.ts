import { hanVariantGroups } from "./han-variants.ts";

/**
 * A text as searches and comparisons of names see it: 「瀋陽市」, 「沈阳市」 and 「沈 陽 市」 become the same, and so do
 * 「アモイ」 and 「ｱﾓｲ」, “Ōita” and “OITA”. Unicode compatibility form (UAX #15, NFKC), lower case, Latin letters
 * without accents, hiragana for katakana, one form of each Han character, no spaces, punctuation or symbols.
 * Folding a folded text changes nothing. For keys and indexes, never for display.
 */
export function foldText(text: string): string {
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
