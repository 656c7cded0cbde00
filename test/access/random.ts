/** Numbers that look random and follow from the seed alone (mulberry32), so that a failure can be played again. */
export interface Random {
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** one of them, as often as its weight says */
  weigh<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[integer(0, values.length - 1)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  return {
    integer,
    chance: (probability) => next() < probability,
    pick,
    weigh(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[];
      return pick(names.flatMap((name) => Array.from({ length: weights[name] }, () => name)));
    },
  };
}
