export interface SplitChange {
  start: string;
  removed: string;
  added: string;
  end: string;
}

/** What two texts share at their ends, and what differs between; never within a character or a Latin word. */
export function splitChange(before: string, after: string): SplitChange {
  const [old, now] = [splitUnits(before), splitUnits(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return {
    start: old.slice(0, start).join(""),
    removed: old.slice(start, old.length - end).join(""),
    added: now.slice(start, now.length - end).join(""),
    end: old.slice(old.length - end).join(""),
  };
}

/** Latin words and numbers as wholes, everything else character by character. */
function splitUnits(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{Nd}]+|\P{Mark}\p{Mark}*|\p{Mark}+/gu) ?? [];
}
