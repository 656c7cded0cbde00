import { foldText } from "../../../../core/text-folding.ts";
import { hashShingles } from "./shingles.ts";

export const permutations = 128;
/** 32 bands of 4: two texts of likeness 0.7 share a band with 99.98 %, of 0.5 with 87 %, of 0.1 with 0.3 %. */
export const bandCount = 32;
export const rowsOfBand = permutations / bandCount;

export interface TextSignature {
  /** 128 numbers of four bytes, little-endian */
  signature: Uint8Array;
  /** a 64-bit hash of each band; signed, as PostgreSQL's bigint */
  bands: bigint[];
}

/**
 * MinHash of a text's shingles (Broder, On the resemblance and containment of documents, 1997), with the bands by which
 * likely pairs are found without comparing all with all.
 */
export function signText(text: string): TextSignature {
  const minima = findMinima(foldText(text));
  return { signature: toBytes(minima), bands: hashBands(minima) };
}

/** Share of shingles that two texts have in common, from 0 to 1; off by some 0.04. */
export function estimateLikeness(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return 0;
  let equal = 0;
  for (let at = 0; at < a.length; at += 4)
    if (a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2] && a[at + 3] === b[at + 3]) equal += 1;
  return equal / (a.length / 4);
}

/**
 * The permutations are first + i · second, as Kirsch and Mitzenmacher (Less hashing, same performance, 2006) do for filters: one addition
 * for each instead of a hash. Eight at a time, so that their minima stay in registers: twice as fast as all for each shingle.
 */
function findMinima(folded: string): Int32Array {
  const minima = new Int32Array(permutations).fill(largest);
  const { values, steps, count } = hashAll(folded);
  for (let group = 0; group < permutations; group += 8) {
    let [a, b, c, d] = [largest, largest, largest, largest];
    let [e, f, g, h] = [largest, largest, largest, largest];
    for (let index = 0; index < count; index += 1) {
      const step = steps[index] as number;
      let value = values[index] as number;
      if (value < a) a = value;
      value = (value + step) | 0;
      if (value < b) b = value;
      value = (value + step) | 0;
      if (value < c) c = value;
      value = (value + step) | 0;
      if (value < d) d = value;
      value = (value + step) | 0;
      if (value < e) e = value;
      value = (value + step) | 0;
      if (value < f) f = value;
      value = (value + step) | 0;
      if (value < g) g = value;
      value = (value + step) | 0;
      if (value < h) h = value;
      values[index] = (value + step) | 0;
    }
    minima.set([a, b, c, d, e, f, g, h], group);
  }
  return minima;
}

const largest = 0x7fffffff;

/** First values and steps of all shingles, in room that is used again. */
function hashAll(folded: string): { values: Int32Array; steps: Int32Array; count: number } {
  if (folded.length > room.values.length)
    room = { values: new Int32Array(folded.length * 2), steps: new Int32Array(folded.length * 2) };
  const { values, steps } = room;
  let count = 0;
  hashShingles(folded, (first, second) => {
    values[count] = first;
    steps[count] = second;
    count += 1;
  });
  // Texts of megabytes do not keep their room.
  if (values.length > largestRoom) room = { values: new Int32Array(0), steps: new Int32Array(0) };
  return { values, steps, count };
}

let room = { values: new Int32Array(4_096), steps: new Int32Array(4_096) };
const largestRoom = 1 << 20;

function toBytes(minima: Int32Array): Uint8Array {
  const bytes = new Uint8Array(permutations * 4);
  const view = new DataView(bytes.buffer);
  minima.forEach((value, index) => {
    view.setInt32(index * 4, value, true);
  });
  return bytes;
}

/** FNV-1a of a band's four numbers, twice with different seeds; the number of the band keeps equal bands at other places apart. */
function hashBands(minima: Int32Array): bigint[] {
  const halves = new Int32Array(2);
  const whole = new BigInt64Array(halves.buffer);
  const bands: bigint[] = [];
  for (let band = 0; band < bandCount; band += 1) {
    let low = Math.imul(band + 1, 0x9e3779b1);
    let high = Math.imul(band + 1, 0x85ebca6b);
    for (let row = 0; row < rowsOfBand; row += 1) {
      const value = minima[band * rowsOfBand + row] ?? 0;
      low = Math.imul(low ^ value, 0x01000193) ^ (low >>> 13);
      high = Math.imul(high ^ value, 0x5bd1e995) ^ (high >>> 15);
    }
    halves[0] = low;
    halves[1] = high;
    bands.push(whole[0] ?? 0n);
  }
  return bands;
}
