/**
 * Japan's six-digit local government code (全国地方公共団体コード, 総務省): two digits of the prefecture (JIS X 0401),
 * three of the municipality (JIS X 0402) and a check digit.
 */
export function checkJapaneseLocalGovernmentCode(code: string): "valid" | "malformed" | "wrong-check-digit" {
  if (!/^(?:0[1-9]|[1-3][0-9]|4[0-7])[0-9]{4}$/.test(code)) return "malformed";
  return Number(code[5]) === japaneseCheckDigit(code) ? "valid" : "wrong-check-digit";
}

/**
 * 総務省「全国地方公共団体コード仕様」: the first five digits times 6, 5, 4, 3, 2, added up; the last digit of 11 minus the
 * remainder by 11. Remainders 0 and 10 both give 1, so the scheme misses a change from one to the other.
 */
function japaneseCheckDigit(code: string): number {
  let sum = 0;
  for (let index = 0; index < 5; index += 1) sum += Number(code[index]) * (6 - index);
  return (11 - (sum % 11)) % 10;
}

/**
 * China's code of administrative divisions (GB/T 2260-2007): two digits each of the province, the prefecture level and
 * the county level. Only the province list and the ranges of the prefecture level are known here, not each division.
 */
export function checkChineseDivisionCode(code: string): "valid" | "malformed" | "unknown-division" {
  if (!/^[0-9]{6}$/.test(code)) return "malformed";
  const prefecture = Number(code.slice(2, 4));
  const county = Number(code.slice(4));
  if (!chineseProvinces.has(code.slice(0, 2))) return "unknown-division";
  if (prefecture === 0) return county === 0 ? "valid" : "unknown-division";
  return isChinesePrefecture(prefecture) ? "valid" : "unknown-division";
}

/** GB/T 2260-2007: the provincial level, grouped by its first digit (华北, 东北, 华东, 中南, 西南, 西北, 台湾, 港澳). */
const chineseProvinces = new Set(
  [
    "11 12 13 14 15",
    "21 22 23",
    "31 32 33 34 35 36 37",
    "41 42 43 44 45 46",
    "50 51 52 53 54",
    "61 62 63 64 65",
    "71",
    "81 82",
  ].flatMap((region) => region.split(" ")),
);

/**
 * GB/T 2260-2007: 01–20 and 51–70 cities (and the districts and counties of a municipality), 21–50 prefectures, autonomous
 * prefectures and leagues, 90 counties directly under the province.
 */
function isChinesePrefecture(prefecture: number): boolean {
  return (prefecture >= 1 && prefecture <= 70) || prefecture === 90;
}

/**
 * ISO 3166-2 code, and of `country` (ISO 3166-1 alpha-2, either case) where that is given. Japan's and China's are known
 * one by one; those of other countries are checked for their form only.
 */
export function checkIsoSubdivisionCode(
  code: string,
  country?: string,
): "valid" | "malformed" | "wrong-country" | "unknown-subdivision" {
  if (!/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code)) return "malformed";
  const codeCountry = code.slice(0, 2);
  if (country !== undefined && country.toUpperCase() !== codeCountry) return "wrong-country";
  const subdivisions = isoSubdivisions[codeCountry];
  return subdivisions === undefined || subdivisions.has(code.slice(3)) ? "valid" : "unknown-subdivision";
}

const isoSubdivisions: Readonly<Record<string, ReadonlySet<string>>> = {
  JP: new Set(Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, "0"))),
  // Letters since the 2017-11-23 edition; before, the digits of GB/T 2260.
  CN: new Set(
    "AH BJ CQ FJ GD GS GX GZ HA HB HE HI HK HL HN JL JS JX LN MO NM NX QH SC SD SH SN SX TJ TW XJ XZ YN ZJ".split(" "),
  ),
};
