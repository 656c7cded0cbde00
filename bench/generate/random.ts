/** Numbers that look random and are the same in every run (mulberry32): a benchmark must measure the same data twice. */
export interface Random {
  /** 0 ≤ number < 1 */
  next(): number;
  /** an integer, both ends included */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** early values far more often than late ones, as a few governments carry most of a programme's work */
  pickSkewed<Value>(values: readonly Value[]): Value;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <Value>(values: readonly Value[], position: number): Value => {
    const value = values[Math.floor(position * values.length)];
    if (value === undefined) throw new RangeError("nothing to pick from");
    return value;
  };
  return {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (values) => at(values, next()),
    pickSkewed: (values) => at(values, next() ** 2),
  };
}
