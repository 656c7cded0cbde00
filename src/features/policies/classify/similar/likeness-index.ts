import { permutations, type TextSignature } from "./sign-text.ts";

/** Signed texts in memory: for a folder that is loaded at once, where no database holds the bands yet. */
export interface LikenessIndex {
  /** Texts signed before that share a band with this one and seem at least so alike. */
  findLike(signed: TextSignature, from: number): { index: number; likeness: number }[];
  /** Keeps a text; returns its number, counted from 0. */
  add(signed: TextSignature): number;
}

export function createLikenessIndex(): LikenessIndex {
  const table = createBandTable();
  let count = 0;
  /** all signatures in a row: a look-up may compare with a thousand of them */
  let numbers = new Int32Array(permutations << 8);
  /** the last look-up that met a text, so that several common bands compare it once */
  let met = new Int32Array(1 << 8);
  let lookUps = 0;
  return {
    findLike({ signature, bands }, from) {
      const found: { index: number; likeness: number }[] = [];
      const own = toNumbers(signature);
      lookUps += 1;
      for (const band of bands)
        table.visit(halfOf(band), (index) => {
          if (met[index] === lookUps) return;
          met[index] = lookUps;
          const likeness = countEqual(own, numbers, index * permutations, from * permutations) / permutations;
          if (likeness >= from) found.push({ index, likeness });
        });
      return found;
    },
    add({ signature, bands }) {
      if (count === met.length) {
        numbers = extend(numbers, numbers.length * 2);
        met = extend(met, met.length * 2);
      }
      numbers.set(toNumbers(signature), count * permutations);
      for (const band of bands) table.insert(halfOf(band), count);
      count += 1;
      return count - 1;
    },
  };
}

function toNumbers(signature: Uint8Array): Int32Array {
  return new Int32Array(signature.buffer.slice(signature.byteOffset, signature.byteOffset + signature.byteLength));
}

/** Gives up where what is left cannot make up what is needed, or half of it has shown hardly any: then 0. */
function countEqual(own: Int32Array, all: Int32Array, at: number, needed: number): number {
  const half = permutations / 2;
  let equal = 0;
  for (let index = 0; index < half; index += 1) if (own[index] === all[at + index]) equal += 1;
  // Half of the needed share in half of the numbers is five standard deviations away.
  if (equal < needed / 4) return 0;
  for (let index = half; index < permutations; index += 1) if (own[index] === all[at + index]) equal += 1;
  return equal;
}

/** Half of a band's bits will do: the signatures are compared anyway. */
function halfOf(band: bigint): number {
  return Number(BigInt.asIntN(32, band));
}

interface BandTable {
  insert(band: number, text: number): void;
  visit(band: number, take: (text: number) => void): void;
}

/** A hash table with chains on typed arrays: twelve bytes for a band, where a Map of numbers takes ten times that. */
function createBandTable(): BandTable {
  let heads = new Int32Array(1 << 12).fill(-1);
  let entries = { bands: new Int32Array(1 << 12), texts: new Int32Array(1 << 12), next: new Int32Array(1 << 12) };
  let count = 0;
  const slotOf = (band: number) => (Math.imul(band, 0x9e3779b1) >>> 8) & (heads.length - 1);
  const link = (entry: number) => {
    const slot = slotOf(entries.bands[entry] ?? 0);
    entries.next[entry] = heads[slot] ?? -1;
    heads[slot] = entry;
  };
  const grow = () => {
    const size = entries.bands.length * 2;
    entries = { bands: extend(entries.bands, size), texts: extend(entries.texts, size), next: new Int32Array(size) };
    heads = new Int32Array(Math.min(size, 1 << 23)).fill(-1);
    for (let entry = 0; entry < count; entry += 1) link(entry);
  };
  return {
    insert(band, text) {
      if (count === entries.bands.length) grow();
      entries.bands[count] = band;
      entries.texts[count] = text;
      link(count);
      count += 1;
    },
    visit(band, take) {
      for (let entry = heads[slotOf(band)] ?? -1; entry >= 0; entry = entries.next[entry] ?? -1)
        if (entries.bands[entry] === band) take(entries.texts[entry] ?? 0);
    },
  };
}

function extend(values: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const extended = new Int32Array(size);
  extended.set(values);
  return extended;
}
