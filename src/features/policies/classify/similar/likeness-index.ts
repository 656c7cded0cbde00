import { estimateLikeness, type TextSignature } from "./sign-text.ts";

/** Signed texts in memory: for a folder that is loaded at once, where no database holds the bands yet. */
export interface LikenessIndex {
  /** Texts signed before that share a band with this one and seem at least so alike. */
  findLike(signed: TextSignature, from: number): { index: number; likeness: number }[];
  /** Keeps a text; returns its number, counted from 0. */
  add(signed: TextSignature): number;
}

export function createLikenessIndex(): LikenessIndex {
  const signatures: Uint8Array[] = [];
  const table = createBandTable();
  return {
    findLike({ signature, bands }, from) {
      const seen = new Set<number>();
      for (const band of bands) table.visit(halfOf(band), (index) => seen.add(index));
      return [...seen].flatMap((index) => {
        const other = signatures[index];
        const likeness = other ? estimateLikeness(signature, other) : 0;
        return likeness >= from ? [{ index, likeness }] : [];
      });
    },
    add({ signature, bands }) {
      const index = signatures.push(signature) - 1;
      for (const band of bands) table.insert(halfOf(band), index);
      return index;
    },
  };
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
