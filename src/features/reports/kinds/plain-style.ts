/**
 * Sentences that stand on pages in です・ます as a document has them, in である. Only the ends whose verb need not be known;
 * Chinese and English have none of them.
 */
export function writePlainly(text: string): string {
  return text
    .replace(/です(?=[。）<]|$)/gm, "である")
    .replace(/はありません(?=[。）<]|$)/gm, "はない")
    .replace(/ています(?=[。）<]|$)/gm, "ている")
    .replace(/ていません(?=[。（）<]|$)/gm, "ていない");
}
