import fc from "fast-check";
import { expect, test } from "vitest";
import { type EdtfPart, isReversed, parseEdtf } from "./edtf.ts";
import { type EdtfFormatOptions, writeEdtf } from "./edtf-format.ts";
import { languages } from "./language.ts";
import { readDate } from "./read-date.ts";

const monthAndDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
const part = fc
  .tuple(
    fc.integer({ min: 1880, max: 2099 }),
    monthAndDay,
    fc.constantFrom(0, 3, 6),
    fc.constantFrom("", "?", "~", "?~"),
  )
  .map(([year, rest, length, qualifier]) => String(year) + rest.slice(0, length) + qualifier);
/** Two parts near each other, so that the sides often share their year or month. */
const neighbours = fc
  .tuple(
    fc.integer({ min: 1880, max: 2099 }),
    fc.boolean(),
    monthAndDay,
    monthAndDay,
    fc.constantFrom("", "?", "~", "?~"),
  )
  .chain(([year, isNext, first, second, qualifier]) =>
    fc.tuple(fc.constantFrom(3, 6), fc.constantFrom(3, 6)).map(([from, to]) => {
      const sides = [first.slice(0, from), second.slice(0, to)].sort();
      return `${year}${sides[0]}${qualifier}/${isNext ? year + 1 : year}${sides[1]}${qualifier}`;
    }),
  );
const thirdOfMonth = fc
  .tuple(fc.integer({ min: 1880, max: 2099 }), fc.constantFrom("-01~/-10~", "-11~/-20~", "-21~/-31~", "-21?~/-31?~"))
  .map(([year, days]) => days.replace(/-(?=\d)/g, `${year}-01-`));
const side = fc.oneof({ weight: 5, arbitrary: part }, { weight: 1, arbitrary: fc.constant("..") });
const anyEdtf = fc.oneof(
  part,
  neighbours,
  thirdOfMonth,
  fc.tuple(side, side).map(([start, end]) => `${start}/${end}`),
);

const manners: [string, EdtfFormatOptions][] = [
  ["in running text", {}],
  ["in a table", { style: "short" }],
  ["in 和暦", { calendar: "wareki" }],
  ["in 和暦 in a table", { calendar: "wareki", style: "short" }],
];

test.each(manners)("what is printed %s is read back as the same date", (_, options) => {
  fc.assert(
    fc.property(anyEdtf, fc.constantFrom(...languages), (text, language) => {
      const parsed = parseEdtf(text);
      if (!parsed.ok) return;
      const reading = readDate(writeEdtf(text, language, options), { language });
      if (isReversed(parsed.value)) {
        expect(reading).toMatchObject({ ok: false, problem: { code: "reversed" } });
        return;
      }
      expect(reading.ok ? describeParts(reading.edtf) : reading).toEqual(describeParts(text));
    }),
    { numRuns: 1500 },
  );
});

function describeParts(text: string): [EdtfPart | null, EdtfPart | null] | string {
  const parsed = parseEdtf(text);
  return parsed.ok ? [parsed.value.start, parsed.value.end] : text;
}

test("whatever is typed, reading neither throws nor takes long", () => {
  const pieces = fc.constantFrom(
    ..."2015 27 1 31 13 年 年度 月 日 上旬 末 頃 ？ ～ - . / ( ) （月） 平成 h r 元 十 〇 至 から まで 以降 fy q4 jan mid- half and between 冬 ﷺ".split(
      " ",
    ),
    " ",
  );
  const hostile = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((each) => each.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(hostile, fc.constantFrom(...languages), (text, language) => {
      const reading = readDate(text, { language });
      if (reading.ok && reading.edtf !== "") expect(parseEdtf(reading.edtf).ok).toBe(true);
    }),
    { numRuns: 3000 },
  );
  for (const unit of ["1", "(", "((2", "between a and ", "2015-", "二", "ﷺ", "年", "～", "平成27年(", "a "]) {
    const text = unit.repeat(Math.ceil(120 / unit.length)).slice(0, 120);
    readDate(text, { language: "ja" });
    const rounds = 20;
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) readDate(text, { language: "ja" });
    expect((performance.now() - start) / rounds, unit).toBeLessThan(5);
  }
});
