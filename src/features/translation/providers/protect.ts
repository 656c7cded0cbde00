import type { Language } from "../../../core/language.ts";
import { documentNumberPattern } from "../checks/document-numbers.ts";
import { toJapaneseForms } from "../checks/foreign-characters.ts";

export interface ProtectedText {
  /** with ⟦1⟧ in place of what must not change */
  text: string;
  kept: string[];
}

/** Standards (GB 3095—2012, HJ/T 2.2), addresses, and plain numbers, but for those that 万 and 亿 change on the way. */
const codes = /\b(?:GB|HJ|JIS|ISO|DB\d*)(?:\/[TZ])?\s?[\d.]+(?:[-—–]\d{4})?|https?:\/\/[\x21-\x7E]+/g;
const numbers = /(?<![\d.,A-Za-z⟦])\d{2,}(?:[.,]\d+)*%?(?![\d.,]|[A-Za-z]|\s?[万萬亿億兆千百]|年|月|日)/g;

/** Takes out of a text what a machine likes to change: document numbers, codes of standards, addresses, numbers. */
export function protect(source: string): ProtectedText {
  const kept: string[] = [];
  const replace = (word: string) => {
    kept.push(word);
    return `⟦${kept.length}⟧`;
  };
  // Marks that the text itself holds could not be told from ours.
  const bare = source.replace(/[⟦⟧]/g, "");
  const text = bare
    .replace(documentNumberPattern, (word) => (/[号號]$/.test(word) ? replaceNumber(word, replace) : word))
    .replace(codes, replace)
    .replace(numbers, replace);
  return { text, kept };
}

/** Before the bracket the pattern may have taken more than the agency's characters: 根据国发〔2013〕37号. */
function replaceNumber(word: string, replace: (word: string) => string): string {
  const [, before = "", number = word] =
    /^(.*?)((?:(?![据按照见由以和与及的])\p{Script=Han}){0,3}[〔[(【［〈（].*)$/u.exec(word) ?? [];
  return before + replace(number);
}

/** Null where the machine lost or doubled a mark: the sentence is then asked for again without protection. */
export function unprotect(translated: string, { kept }: ProtectedText, targetLanguage: Language): string | null {
  const seen = [...translated.matchAll(/⟦\s?(\d+)\s?⟧/g)].map(([, number]) => Number(number));
  if (seen.length !== kept.length || new Set(seen).size !== kept.length) return null;
  if (seen.some((number) => number < 1 || number > kept.length)) return null;
  const write = (word: string) => (targetLanguage === "ja" ? toJapaneseForms(word) : word);
  return translated.replace(/⟦\s?(\d+)\s?⟧/g, (_, number: string) => write(kept[Number(number) - 1] ?? ""));
}
