/** Stands where the words go, and in no text. */
const mark = "\uE000";

/** A sentence parted at somebody's words, which may stand in another language than it: what comes before them, what after. */
export function partAround(write: (words: string) => string): [before: string, after: string] {
  const [before = "", after = ""] = write(mark).split(mark);
  return [before, after];
}
