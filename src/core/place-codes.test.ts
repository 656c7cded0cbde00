import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkChineseDivisionCode, checkIsoSubdivisionCode, checkJapaneseLocalGovernmentCode } from "./place-codes.ts";

describe("checkJapaneseLocalGovernmentCode", () => {
  test.each([
    ["Hokkaido", "010006"],
    ["Saitama", "110001"],
    ["Tokyo", "130001"],
    ["Toyama", "160008"],
    ["Nagano", "200000"],
    ["Hyogo", "280003"],
    ["Fukuoka", "400009"],
    ["Sapporo", "011002"],
    ["Kawasaki", "141305"],
    ["Yokkaichi", "242021"],
    ["Kobe", "281000"],
    ["Kitakyushu", "401005"],
    ["Oita (city)", "442011"],
  ])("knows %s", (_, code) => expect(checkJapaneseLocalGovernmentCode(code)).toBe("valid"));

  test("finds a wrong check digit", () => {
    expect(checkJapaneseLocalGovernmentCode("401006")).toBe("wrong-check-digit");
    expect(checkJapaneseLocalGovernmentCode("410005")).toBe("wrong-check-digit");
  });

  test.each(["", "40100", "4010055", "480002", "000001", "40100A", "４０１００５", "401005\n"])(
    "%j is malformed",
    (code) => expect(checkJapaneseLocalGovernmentCode(code)).toBe("malformed"),
  );

  test("of all ten check digits exactly one fits", () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const fitting = [..."0123456789"].filter((digit) => checkJapaneseLocalGovernmentCode(body + digit) === "valid");
        expect(fitting).toHaveLength(1);
      }),
    );
  });

  test("catches every change of one digit, save between the two remainders that share check digit 1", () => {
    fc.assert(
      fc.property(bodies, fc.nat(4), fc.nat(9), (body, index, digit) => {
        const changed = body.slice(0, index) + String(digit) + body.slice(index + 1);
        fc.pre(changed !== body && /^(0[1-9]|[123]\d|4[0-7])/.test(changed));
        const checkDigit = [..."0123456789"].find(
          (candidate) => checkJapaneseLocalGovernmentCode(body + candidate) === "valid",
        );
        const missed = checkDigit === "1" && [body, changed].map(remainder).sort().join() === "0,10";
        expect(checkJapaneseLocalGovernmentCode(changed + checkDigit)).toBe(missed ? "valid" : "wrong-check-digit");
      }),
      { numRuns: 2000 },
    );
  });
});

describe("checkChineseDivisionCode", () => {
  test.each([
    "110000",
    "120000",
    "140000",
    "210100",
    "130400",
    "350200",
    "440400",
    "500000",
    "420100",
    "610100",
    "110101",
    "429004",
    "532900",
    "710000",
    "820000",
  ])("%s is valid", (code) => expect(checkChineseDivisionCode(code)).toBe("valid"));

  test.each(["160000", "990000", "000000", "110001", "217100", "218900", "219100"])("%s is no division", (code) =>
    expect(checkChineseDivisionCode(code)).toBe("unknown-division"),
  );

  test.each(["", "11", "1100000", "11000a", "CN-BJ"])("%j is malformed", (code) =>
    expect(checkChineseDivisionCode(code)).toBe("malformed"),
  );
});

describe("checkIsoSubdivisionCode", () => {
  test.each([
    ["JP-40", "jp", "valid"],
    ["JP-48", "JP", "unknown-subdivision"],
    ["JP-00", undefined, "unknown-subdivision"],
    ["CN-LN", "cn", "valid"],
    ["CN-21", "cn", "unknown-subdivision"],
    ["CN-LN", "jp", "wrong-country"],
    ["KR-11", "kr", "valid"],
    ["jp-40", "jp", "malformed"],
    ["JP40", "jp", "malformed"],
    ["JP-4000", "jp", "malformed"],
  ] as const)("%s in %s: %s", (code, country, verdict) => expect(checkIsoSubdivisionCode(code, country)).toBe(verdict));

  test("all 47 prefectures and 34 provinces are there", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const provinces = letters.flatMap((first) => letters.map((second) => `CN-${first}${second}`));
    const prefectures = Array.from({ length: 100 }, (_, index) => `JP-${String(index).padStart(2, "0")}`);
    expect(provinces.filter((code) => checkIsoSubdivisionCode(code) === "valid")).toHaveLength(34);
    expect(prefectures.filter((code) => checkIsoSubdivisionCode(code) === "valid")).toHaveLength(47);
  });
});

const bodies = fc
  .tuple(fc.integer({ min: 1, max: 47 }), fc.nat(999))
  .map(([prefecture, municipality]) => String(prefecture).padStart(2, "0") + String(municipality).padStart(3, "0"));

function remainder(body: string): number {
  return [...body].reduce((sum, digit, index) => sum + Number(digit) * (6 - index), 0) % 11;
}
