import { foldText } from "../../../core/text-folding.ts";
import { documentNumberPattern } from "./document-numbers.ts";
import type { Check, Problem } from "./problem.ts";

/** Letters and digits of the target for one of the source: below and above, something is missing or was added. */
const ratios: Record<string, readonly [low: number, high: number]> = {
  "zh-ja": [0.65, 3.2],
  "ja-zh": [0.32, 1.25],
  "zh-en": [1.3, 8],
  "ja-en": [0.9, 5.5],
};
/** A name of a few characters may become anything. */
const shortest = 18;

/** Much too short or long, copied instead of translated, or in the wrong language. */
export const checkOmissions: Check = (input) => {
  const { source, target, sourceLanguage, targetLanguage } = input;
  const copied = findCopy(input);
  if (copied) return [describe(copied, source, target)];
  const [asked, given] = [countLetters(source), countLetters(target)];
  const [low, high] = ratios[`${sourceLanguage}-${targetLanguage}`] ?? [0, Number.POSITIVE_INFINITY];
  if (asked < shortest) return [];
  if (given < asked * low) return [describe("translationCheck.omission.short", source, target)];
  if (given > asked * high) return [describe("translationCheck.omission.long", source, target)];
  return [];
};

function findCopy({ source, target, targetLanguage }: Parameters<Check>[0]): Problem["message"] | null {
  const han = countHan(target);
  if (targetLanguage === "en") return hasHanOutsideNames(target) ? "translationCheck.omission.notEnglish" : null;
  // Names and titles may be the same in both; a sentence never is.
  const isSentence = /[。！？]$/.test(target.trim());
  if (isSentence && han >= 10 && foldText(source) === foldText(target)) return "translationCheck.omission.copied";
  if (targetLanguage === "ja" && isSentence && han >= 10 && !hasKana(target)) return "translationCheck.omission.copied";
  return null;
}

/** A name in brackets behind its translation, or a document number, is what good translators give. */
function hasHanOutsideNames(text: string): boolean {
  const bare = text.replace(/[(（[][^)）\]]*[)）\]]/g, "").replace(documentNumberPattern, "");
  return countHan(bare) > 0;
}

function hasKana(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function describe(message: Problem["message"], source: string, target: string): Problem {
  return {
    ...{ check: "omissions", severity: "warning", message },
    values: { source: countLetters(source), target: countLetters(target) },
    source: null,
    target: { start: 0, end: target.length },
  };
}
