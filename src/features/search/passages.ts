/** One hit is shown with its passage, so that a passage is as long as a person reads at a glance. */
export const longestPassage = 600;
/** Short paragraphs are put together up to this. */
const comfortable = 400;

/**
 * Cuts a text into passages: paragraphs, several short ones together, a long one at the ends of its sentences. Nothing is lost but
 * the line breaks between passages.
 */
export function splitPassages(text: string): string[] {
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap(cutParagraph);
  const passages: string[] = [];
  for (const paragraph of paragraphs) {
    const last = passages.at(-1);
    if (last !== undefined && last.length + paragraph.length < comfortable)
      passages[passages.length - 1] = `${last}\n${paragraph}`;
    else passages.push(paragraph);
  }
  return passages;
}

function cutParagraph(paragraph: string): string[] {
  const parts: string[] = [];
  let rest = paragraph;
  while (rest.length > longestPassage) {
    const at = findCut(rest);
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest].filter((part) => part !== "");
}

/** After the last sentence that fits, else the last clause, else the last space, else between two characters. */
function findCut(text: string): number {
  const reach = text.slice(0, longestPassage);
  for (const ends of [/[。！？；!?;]|\.\s/gu, /[，、,：:]/gu, /\s/gu]) {
    const last = [...reach.matchAll(ends)].at(-1);
    if (last && last.index > longestPassage / 4) return last.index + last[0].length;
  }
  const before = reach.charCodeAt(longestPassage - 1);
  return before >= 0xd800 && before <= 0xdbff ? longestPassage - 1 : longestPassage;
}
