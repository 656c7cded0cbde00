import iconv from "iconv-lite";
import { hanVariantGroups } from "../../../core/han-variants.ts";
import type { Check, Problem } from "./problem.ts";

/** Kana left in Chinese, simplified characters left in Japanese, Japanese forms left in Chinese. */
export const checkForeignCharacters: Check = ({ target, targetLanguage }) => {
  if (targetLanguage === "en") return [];
  const found: Problem[] = [];
  if (targetLanguage === "zh") {
    const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]+/u.exec(target);
    if (kana) found.push(describe("translationCheck.foreign.kana", kana[0], "", kana.index));
  }
  const told = new Map<string, { right: string; index: number }>();
  for (const { 0: character, index } of target.matchAll(/\p{Script=Han}/gu)) {
    const right = targetLanguage === "ja" ? japaneseFor.get(character) : simplifiedFor.get(character);
    if (right === undefined || told.has(character)) continue;
    told.set(character, { right, index });
  }
  const [first] = told;
  if (!first) return found;
  // One note for the sentence: of a copied one nobody reads a note for each character.
  const message =
    targetLanguage === "ja" ? "translationCheck.foreign.simplified" : "translationCheck.foreign.notSimplified";
  const pairs = [...told].map(([character, { right }]) => `${character}→${right}`);
  const shown = pairs.slice(0, mostShown).join(targetLanguage === "ja" ? "、" : "，");
  found.push({
    ...describe(message, first[0], "", first[1].index),
    values: { pairs: pairs.length > mostShown ? `${shown}…` : shown, count: pairs.length },
  });
  return found;
};

const mostShown = 12;

/** 国发〔2013〕37号 as a Japanese text has it: 国発〔2013〕37号. */
export function toJapaneseForms(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => japaneseFor.get(character)?.charAt(0) ?? character);
}

function describe(message: Problem["message"], text: string, right: string, start: number): Problem {
  return {
    ...{ check: "foreign-characters", severity: "error", message },
    values: { text, right },
    source: null,
    target: { start, end: start + text.length },
  };
}

/** Rare characters of JIS X 0208 that a modern Japanese text holds only where a Chinese one was copied. */
const onlyInForm = "气广厂从个无云几业专东车门问间长书见贝马鸟鱼龙";

/** Forms that JIS X 0208 lacks, with the one that Japanese has. */
const japaneseFor = pairForms((character) => isInJis(character) && !onlyInForm.includes(character));
/** Forms that GB 2312 lacks, with the simplified one. 新潟 is written so in China as well. */
const simplifiedFor = pairForms((character) => isInGb(character) || character === "潟");

function pairForms(isOwn: (character: string) => boolean): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const group of hanVariantGroups) {
    const characters = [...group];
    // The form after the simplified one is the Japanese one where Japan has made its own (国 is both).
    const own = characters.filter(isOwn);
    if (own.length === 0) continue;
    for (const character of characters) if (!isOwn(character)) forms.set(character, own.join("・"));
  }
  return forms;
}

/** Rows 16 to 84 of JIS X 0208, as Shift_JIS writes them. */
function isInJis(character: string): boolean {
  const [lead = 0] = iconv.encode(character, "shiftjis");
  return (lead >= 0x88 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xea);
}

/** Rows 16 to 87 of GB 2312: GBK keeps them where both bytes are above A0. */
function isInGb(character: string): boolean {
  const [lead = 0, trail = 0] = iconv.encode(character, "gbk");
  return lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1;
}
