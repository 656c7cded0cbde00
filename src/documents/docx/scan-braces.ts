export type BraceProblem = "unclosed" | "unopened" | "uneven" | "single" | "nested" | "empty" | "bad-name";

export interface ScannedPlaceholder {
  name: string;
  start: number;
  end: number;
}

export interface BrokenBraces {
  problem: BraceProblem;
  text: string;
}

interface Opened {
  start: number;
  end: number;
}

const names = /^[a-z][a-z0-9_]*$/;
const longestShown = 60;

/**
 * Placeholders in the text of a paragraph, and what was meant to be one. Full-width braces, as Japanese and Chinese keyboards
 * write them, count as braces; full-width letters in a name do not, because nobody would see the difference.
 */
export function scanBraces(text: string): { placeholders: ScannedPlaceholder[]; broken: BrokenBraces[] } {
  const placeholders: ScannedPlaceholder[] = [];
  const broken: BrokenBraces[] = [];
  const report = (problem: BraceProblem, start: number, end: number) => {
    const shown = text.slice(start, end);
    broken.push({ problem, text: shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown });
  };
  let opened: Opened | null = null;
  let isNested = false;
  for (const group of text.matchAll(/[{｛]+|[}｝]+/g)) {
    const [start, end] = [group.index, group.index + group[0].length];
    if (/^[{｛]/.test(group[0])) {
      const width = opened ? opened.end - opened.start : 0;
      if (opened && width >= 2) {
        isNested = text.slice(opened.end, start).trim() === "";
        report(isNested ? "nested" : "unclosed", opened.start, end);
      }
      opened = { start, end };
      continue;
    }
    if (!opened) {
      if (end - start >= 2 && !isNested) report("unopened", Math.max(0, start - 30), end);
      isNested = false;
      continue;
    }
    const inside = text.slice(opened.end, start).trim();
    const [before, after] = [opened.end - opened.start, end - start];
    if (before === 2 && after === 2) {
      if (names.test(inside)) placeholders.push({ name: inside, start: opened.start, end });
      else report(inside === "" ? "empty" : "bad-name", opened.start, end);
    } else if (before !== 1 || after !== 1) report("uneven", opened.start, end);
    // Somebody may write {x} and mean it; a name of ours in single braces is a slip.
    else if (names.test(inside)) report("single", opened.start, end);
    opened = null;
  }
  if (opened && opened.end - opened.start >= 2) report("unclosed", opened.start, text.length);
  return { placeholders, broken };
}
