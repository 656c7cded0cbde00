/** Half-width characters that fit beside each other on an A4 page at the size of print. */
export const pageCapacity = { portrait: 104, landscape: 150 };

/** Rows that are looked at: a longer table is like its beginning. */
const mostRows = 200;
const narrowest = 4;
/** Half-width characters: a heading or a word up to this length is not broken. */
const keptWord = 12;
/** Air on both sides of a cell's text. */
const air = 3;
const step = 2;

/**
 * Shares of a table's width, adding up to 1, that make it as low as it can be: every column begins at the width of its words,
 * and what is left goes, piece by piece, to the column where it saves the most lines.
 * `texts`: for each column the widths of its texts by row, in half-width characters (UAX #11).
 */
export function shareColumns(
  texts: readonly (readonly number[])[],
  headings: readonly number[],
  capacity: number,
): number[] {
  const columns = texts.map((widths) => widths.slice(0, mostRows));
  const needs = columns.map((widths, index) => Math.max(...widths, headings[index] ?? 0, narrowest) + air);
  const needed = sum(needs);
  if (needed <= capacity) return needs.map((need) => need / needed);
  const shown = columns.map((widths, index) => {
    const longest = Math.max(...widths, narrowest);
    return Math.max(Math.min(longest, keptWord), Math.min(headings[index] ?? 0, keptWord)) + air;
  });
  for (let left = capacity - sum(shown); left >= step; left -= step) {
    const index = findThirstiest(columns, shown, needs);
    if (index === -1) break;
    shown[index] = (shown[index] ?? 0) + step;
  }
  const all = sum(shown);
  return shown.map((width) => width / all);
}

/** The column that saves most by one step; where none does, the one that is furthest from what it needs. */
function findThirstiest(
  columns: readonly (readonly number[])[],
  shown: readonly number[],
  needs: readonly number[],
): number {
  const rows = columns[0]?.length ?? 0;
  const saved = shown.map(() => 0);
  for (let row = 0; row < rows; row += 1) {
    const lines = shown.map((width, index) => countLines(columns[index]?.[row] ?? 0, width));
    const highest = Math.max(...lines);
    const deciding = lines.flatMap((count, index) => (count === highest ? [index] : []));
    if (highest === 1 || deciding.length > 1) continue;
    const [only = 0] = deciding;
    const fewer = countLines(columns[only]?.[row] ?? 0, (shown[only] ?? 0) + step);
    saved[only] = (saved[only] ?? 0) + highest - fewer;
  }
  const most = Math.max(...saved);
  if (most > 0) return saved.indexOf(most);
  const lacking = shown.map((width, index) => (needs[index] ?? 0) / width);
  const furthest = Math.max(...lacking);
  return furthest > 1 ? lacking.indexOf(furthest) : -1;
}

function countLines(text: number, width: number): number {
  return Math.max(1, Math.ceil(text / Math.max(1, width - air)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
