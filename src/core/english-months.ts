/** Full and short names, in the order of the year. */
export const englishMonths = [
  ["January", "Jan"],
  ["February", "Feb"],
  ["March", "Mar"],
  ["April", "Apr"],
  ["May", "May"],
  ["June", "Jun"],
  ["July", "Jul"],
  ["August", "Aug"],
  ["September", "Sep"],
  ["October", "Oct"],
  ["November", "Nov"],
  ["December", "Dec"],
] as const;

/** “January”, “Jan.”, “sept”: 1 to 12 by the first three letters, in any case; null for another word. */
export function readEnglishMonth(word: string): number | null {
  const start = word.slice(0, 3).toLowerCase();
  const index = englishMonths.findIndex(([, short]) => short.toLowerCase() === start);
  return index < 0 ? null : index + 1;
}
