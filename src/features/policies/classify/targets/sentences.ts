import { parseNumeral } from "../../../../core/chinese-numerals.ts";
import type { PolicyBlock } from "../../blocks.ts";

export interface TargetSentence {
  /** as it stands in the text */
  text: string;
  /** the same with half-width digits and signs and without spaces, for rules */
  plain: string;
  /** heading or number of the article that it stands under */
  place: string | null;
  /** sentences of one paragraph share years */
  paragraph: number;
  /** the headings above, the nearest last */
  headings: string[];
}

export function listSentences(blocks: readonly PolicyBlock[]): TargetSentence[] {
  const sentences: TargetSentence[] = [];
  const headings: string[] = [];
  blocks.forEach((block, paragraph) => {
    if (block.is === "heading") {
      headings.length = Math.min(headings.length, block.level - 1);
      headings.push(block.text.trim());
      return;
    }
    if (block.is === "table" || block.is === "signature") return;
    const article = /^\s*(第[一二三四五六七八九十百零\d]+条)/.exec(block.text)?.[1];
    const place = article ?? headings.at(-1) ?? null;
    for (const text of block.text.match(/[^。！!\n]+[。！!]?/g) ?? []) {
      const plain = plainForm(text);
      if (/\d/.test(plain)) sentences.push({ text: text.trim(), plain, place, paragraph, headings: [...headings] });
      else if (/年/.test(plain))
        sentences.push({ text: text.trim(), plain, place, paragraph, headings: [...headings] });
    }
  });
  return sentences;
}

export function plainForm(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u3000]+/g, "")
    .replace(/[﹪％]/g, "%")
    .replace(/百分之([一二三四五六七八九十百零两\d]+)(?!点)/g, (whole, numeral: string) => {
      const value = parseNumeral(numeral);
      return value === null ? whole : `${value}%`;
    })
    .replace(/微克\/m3/gi, "微克/立方米")
    .replace(/[,，]/g, ",")
    .replace(/[;；]/g, ";");
}
