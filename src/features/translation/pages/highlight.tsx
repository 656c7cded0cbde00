import type { Range } from "../checks/problem.ts";

/** The text with what problems point at marked; ranges may touch and overlap. */
export function Highlighted({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  return (
    <>
      {cutAt(text, ranges).map(({ part, marked }, index) =>
        marked ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
      )}
    </>
  );
}

export function cutAt(text: string, ranges: readonly Range[]): { part: string; marked: boolean }[] {
  const inside = ranges.filter(({ start, end }) => start < end && end <= text.length);
  const edges = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces: { part: string; marked: boolean }[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const marked = inside.some((range) => range.start <= start && end <= range.end);
    const last = pieces.at(-1);
    if (last && last.marked === marked) last.part += text.slice(start, end);
    else pieces.push({ part: text.slice(start, end), marked });
  }
  return pieces;
}

const around = 12;

/** What a problem points at in the translation, with a little of what stands around it: a text field cannot mark words. */
export function Excerpt({ text, range }: { text: string; range: Range }) {
  const from = Math.max(0, range.start - around);
  const to = Math.min(text.length, range.end + around);
  return (
    <>
      {from > 0 && "…"}
      {text.slice(from, range.start)}
      <mark>{text.slice(range.start, range.end)}</mark>
      {text.slice(range.end, to)}
      {to < text.length && "…"}
    </>
  );
}
