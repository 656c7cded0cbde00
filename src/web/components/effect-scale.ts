/** Ends of a scale that holds the values and zero: a shortened scale makes little look like much. */
export function scaleEnds(least: number, most: number): { from: number; to: number } {
  const [from, to] = [Math.min(0, least), Math.max(0, most)];
  const spread = to - from || 1;
  return { from: from === 0 ? 0 : from - spread * 0.08, to: to === 0 ? 0 : to + spread * 0.08 };
}
