import { distance } from "fastest-levenshtein";
import { foldText } from "../../core/text-folding.ts";
import { shadowOf } from "./similarity.ts";
import type { BlockPath, Segment, SourceSegment } from "./translation.ts";

export interface Alignment {
  /** in the order of the new source */
  pairs: AlignedPair[];
  /** sentences that the new source no longer has */
  gone: Segment[];
}

export interface AlignedPair {
  position: number;
  path: BlockPath;
  source: string;
  /** the segment that goes on here; null for a new sentence */
  from: Segment | null;
  /** whether the sentence is word for word what it was */
  same: boolean;
}

/** A sentence that was reworded is still the same one as long as so much of it is left. */
const alikeEnough = 0.6;

/** Finds each sentence of a changed source among those that were translated: the same, moved, reworded, new. */
export function alignSegments(before: readonly Segment[], after: readonly SourceSegment[]): Alignment {
  const free = new Set(before);
  const pairs: AlignedPair[] = after.map(({ path, source }, position) => ({
    ...{ position, path, source, from: null, same: false },
  }));
  // The same words first, in their order, so that “适用本条例。” said three times stays in its three places.
  const bySource = Map.groupBy(before, ({ source }) => source);
  for (const pair of pairs) {
    const same = bySource.get(pair.source)?.shift();
    if (!same) continue;
    free.delete(same);
    pair.from = same;
    pair.same = true;
  }
  for (const pair of pairs) {
    if (pair.from) continue;
    const best = findAlike(pair, [...free], pairs);
    if (!best) continue;
    free.delete(best);
    pair.from = best;
  }
  return { pairs, gone: [...free] };
}

/** Among those between the neighbours that are certain; the most alike. */
function findAlike(pair: AlignedPair, free: readonly Segment[], pairs: readonly AlignedPair[]): Segment | null {
  const after = pairs.slice(0, pair.position).findLast(({ same }) => same)?.from?.position ?? -1;
  const before = pairs.slice(pair.position + 1).find(({ same }) => same)?.from?.position ?? Number.POSITIVE_INFINITY;
  // A sentence between two that changed places has no room of its own: then all are looked at.
  const isOpen = after >= before;
  const near = free.filter(({ position }) => isOpen || (position > after && position < before));
  const shadow = shadowOf(pair.source);
  const folded = foldText(pair.source);
  let best: { segment: Segment; alike: number } | null = null;
  for (const segment of near) {
    const other = shadowOf(segment.source);
    const longest = Math.max(shadow.length, other.length);
    if (longest === 0 || Math.min(shadow.length, other.length) < longest * alikeEnough) continue;
    // Of sentences that differ in numbers only, the one with the same numbers.
    const alike = 1 - distance(shadow, other) / longest + (foldText(segment.source) === folded ? 0.01 : 0);
    if (alike >= alikeEnough && (best === null || alike > best.alike)) best = { segment, alike };
  }
  return best?.segment ?? null;
}
