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
  /** most bands have one text: a number; only a shared one needs a list */
  const byBand = new Map<bigint, number | number[]>();
  return {
    findLike({ signature, bands }, from) {
      const seen = new Set<number>();
      for (const band of bands) {
        const present = byBand.get(band);
        if (present === undefined) continue;
        for (const index of typeof present === "number" ? [present] : present) seen.add(index);
      }
      return [...seen].flatMap((index) => {
        const other = signatures[index];
        const likeness = other ? estimateLikeness(signature, other) : 0;
        return likeness >= from ? [{ index, likeness }] : [];
      });
    },
    add({ signature, bands }) {
      const index = signatures.push(signature) - 1;
      for (const band of bands) {
        const present = byBand.get(band);
        if (present === undefined) byBand.set(band, index);
        else if (typeof present === "number") byBand.set(band, [present, index]);
        else present.push(index);
      }
      return index;
    },
  };
}
