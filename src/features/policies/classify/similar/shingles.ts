import { foldText } from "../../../../core/text-folding.ts";

/** Characters of a shingle. Five of a Chinese text are as many as two or three words. */
export const shingleLength = 5;

/** Calls back with two independent 32-bit hashes of each run of five characters; a shorter text is one shingle. */
export function hashShingles(folded: string, take: (first: number, second: number) => void): void {
  if (folded === "") return;
  const last = Math.max(0, folded.length - shingleLength);
  for (let start = 0; start <= last; start += 1) {
    const end = Math.min(start + shingleLength, folded.length);
    let hash = seed;
    // FNV-1a over UTF-16 units (Fowler, Noll and Vo, RFC 9923), which alone mixes its upper bits badly: hence the finish.
    for (let index = start; index < end; index += 1)
      hash = Math.imul(hash ^ folded.charCodeAt(index), fnvPrime) ^ (hash >>> 15);
    take(finish(hash), finish(Math.imul(hash, goldenRatio) ^ folded.charCodeAt(start)));
  }
}

/** The set of a text's shingles, for exact likeness. */
export function listShingles(text: string): ReadonlySet<number> {
  const shingles = new Set<number>();
  // 53 bits of the two hashes: among 100,000 shingles a false agreement comes once in a million pairs of texts.
  hashShingles(foldText(text), (first, second) => shingles.add((first >>> 0) * 0x20_0000 + (second >>> 11)));
  return shingles;
}

const seed = 0x811c9dc5 | 0;
const fnvPrime = 0x01000193;
const goldenRatio = 0x9e3779b1 | 0;

/** The finish of MurmurHash3 (Appleby, public domain): every bit of the input changes every bit of the result. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
