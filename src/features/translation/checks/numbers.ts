import { type FoundNumber, findNumbers, writeValue } from "./find-numbers.ts";
import type { Check, Problem } from "./problem.ts";

/**
 * Every number of the source stands in the target, and no other: 1.5亿, 1億5,000万 and 150 million are the same; so are 百分之十八
 * and 18%. A number that the target says twice, or that the source spells as a word, is no fault.
 */
export const checkNumbers: Check = ({ source, target }) => {
  const [inSource, inTarget] = [findNumbers(source), findNumbers(target)];
  const missing = inSource.filter((number) => number.counts && !isAmong(number, inTarget));
  const added = inTarget.filter(
    (number) => number.counts && (!isSmall(number) || isShare(number, target)) && !isAmong(number, inSource),
  );
  return [
    ...missing.map((number) => describe("translationCheck.number.missing", number, "source")),
    ...added.map((number) => describe("translationCheck.number.added", number, "target")),
  ];
};

function isAmong({ value }: FoundNumber, others: readonly FoundNumber[]): boolean {
  return others.some((other) => other.value === value || isRescaled(Number(other.value), Number(value)));
}

/** 600万kW is 6 GW, 35 µg is 0.035 mg: the check of units looks at what was done to the unit. */
function isRescaled(a: number, b: number): boolean {
  if (a === 0 || b === 0) return false;
  return [1e3, 1e6, 1e-3, 1e-6].some((factor) => writeValue(a * factor) === writeValue(b)) && a >= 10 !== b >= 10;
}

/** 三つ, 1台当たり, two: languages count small things where others do not. */
function isSmall({ value }: FoundNumber): boolean {
  return Number(value) <= 10 && !value.includes(".");
}

/** 8%, 5ポイント: nobody counts in percent in passing. */
function isShare({ end }: FoundNumber, text: string): boolean {
  return /^\s?(?:[%％]|パーセント|ポイント|个百分点|per\s?cent|percentage)/i.test(text.slice(end));
}

function describe(message: Problem["message"], number: FoundNumber, side: "source" | "target"): Problem {
  const { start, end, text, value } = number;
  return {
    check: "numbers",
    // “both”, “the pair”: a small number may have become a word.
    severity: isSmall(number) && side === "source" ? "warning" : "error",
    message,
    values: { number: text.trim(), value },
    source: side === "source" ? { start, end } : null,
    target: side === "target" ? { start, end } : null,
  };
}
