import { foldText } from "../../../core/text-folding.ts";

/**
 * How alike texts are by pairs of characters, each weighed by how rare it is among the offers: what all of them say (「研修」, “training”)
 * tells nothing, and what more than a tenth of many say is left out. Postings stand in one array, offer numbers by pair.
 */
export class WordIndex {
  readonly #numbers = new Map<string, number>();
  readonly #starts: Uint32Array;
  readonly #offers: Uint32Array;
  readonly #rarity: Float32Array;
  /** sum of rarities of each offer */
  readonly #weights: Float32Array;
  readonly #shared: Float32Array;

  constructor(texts: readonly string[]) {
    const pairs = texts.map((text) => this.#number(listPairs(text)));
    const counts = new Uint32Array(this.#numbers.size + 1);
    for (const own of pairs) for (const pair of own) counts[pair] = (counts[pair] ?? 0) + 1;
    const common = Math.max(16, texts.length / 10);
    this.#rarity = Float32Array.from(counts, (count) =>
      count > common ? 0 : Math.log(1 + texts.length / (count + 0.5)),
    );
    this.#starts = new Uint32Array(counts.length + 1);
    for (let pair = 0; pair < counts.length; pair += 1)
      this.#starts[pair + 1] = (this.#starts[pair] ?? 0) + (counts[pair] ?? 0);
    this.#offers = new Uint32Array(this.#starts[counts.length] ?? 0);
    const ends = this.#starts.slice();
    this.#weights = new Float32Array(texts.length);
    for (const [offer, own] of pairs.entries())
      for (const pair of own) {
        const at = ends[pair] ?? 0;
        this.#offers[at] = offer;
        ends[pair] = at + 1;
        this.#weights[offer] = (this.#weights[offer] ?? 0) + (this.#rarity[pair] ?? 0);
      }
    this.#shared = new Float32Array(texts.length);
  }

  /** Likeness of every offer to the text, 0 to 1; the array is used again by the next call. */
  measure(text: string): Float32Array {
    const shared = this.#shared.fill(0);
    let wanted = 0;
    for (const pair of listPairs(text)) {
      const number = this.#numbers.get(pair);
      if (number === undefined) continue;
      const rarity = this.#rarity[number] ?? 0;
      if (rarity === 0) continue;
      wanted += rarity;
      const end = this.#starts[number + 1] ?? 0;
      for (let at = this.#starts[number] ?? 0; at < end; at += 1) {
        const offer = this.#offers[at] ?? 0;
        shared[offer] = (shared[offer] ?? 0) + rarity;
      }
    }
    for (let offer = 0; offer < shared.length; offer += 1) {
      const found = shared[offer] ?? 0;
      if (found > 0) shared[offer] = (2 * found) / (wanted + (this.#weights[offer] ?? 0));
    }
    return shared;
  }

  #number(pairs: readonly string[]): number[] {
    return pairs.map((pair) => {
      const known = this.#numbers.get(pair);
      if (known !== undefined) return known;
      const number = this.#numbers.size;
      this.#numbers.set(pair, number);
      return number;
    });
  }
}

/**
 * Of Chinese and Japanese, overlapping pairs of characters of the folded text, each once: 「監測」 and 「监测」 are the same. Of Latin
 * script whole words, since pairs of its letters stand in everything.
 */
export function listPairs(text: string): string[] {
  const pairs = new Set<string>();
  for (const run of text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[a-z0-9]+|[^\p{ASCII}]+/gu) ?? []) {
    if (isLatin.test(run)) {
      if (run.length > 1) pairs.add(run);
      continue;
    }
    const characters = [...foldText(run)];
    for (let at = 0; at + 1 < characters.length; at += 1) pairs.add(`${characters[at]}${characters[at + 1]}`);
  }
  return [...pairs];
}

const isLatin = /^[a-z0-9]/;
