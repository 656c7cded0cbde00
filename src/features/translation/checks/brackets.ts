import type { Check, Problem } from "./problem.ts";

const pairs: Record<string, string> = {
  "（": "）",
  "(": ")",
  "「": "」",
  "『": "』",
  "《": "》",
  "〈": "〉",
  "【": "】",
  "〔": "〕",
  "[": "]",
  "［": "］",
  "“": "”",
};
const opened = new Map(Object.entries(pairs).map(([open, close]) => [close, open]));

/** Every bracket and quotation mark that opens closes, unless the source leaves it open as well, as at the cut of a sentence. */
export const checkBrackets: Check = ({ source, target }) => {
  const inSource = findUnbalanced(source).length;
  const found = findUnbalanced(target);
  if (found.length <= inSource) return [];
  return found.map(
    ({ mark, index }): Problem => ({
      check: "brackets",
      severity: "error",
      message: "translationCheck.bracket",
      values: { mark },
      source: null,
      target: { start: index, end: index + mark.length },
    }),
  );
};

interface Mark {
  mark: string;
  index: number;
}

function findUnbalanced(text: string): Mark[] {
  const open: Mark[] = [];
  const alone: Mark[] = [];
  // 1) and a） number a clause and open nothing.
  const numbering = /^\s*[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}[)）]/.exec(text)?.[0].length ?? 0;
  for (let index = numbering; index < text.length; index += 1) {
    const mark = text.charAt(index);
    if (pairs[mark]) open.push({ mark, index });
    const opening = opened.get(mark);
    if (opening === undefined) continue;
    // （ and ) close each other: the width is told elsewhere.
    const last = open.at(-1);
    if (last && narrow(last.mark) === narrow(opening)) open.pop();
    else alone.push({ mark, index });
  }
  return [...open, ...alone].sort((a, b) => a.index - b.index);
}

function narrow(mark: string): string {
  return mark === "（" ? "(" : mark === "［" || mark === "〔" ? "[" : mark;
}
