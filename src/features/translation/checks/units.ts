import type { Language } from "../../../core/language.ts";
import { type FoundNumber, findNumbers } from "./find-numbers.ts";
import { foldWidth } from "./fold-width.ts";
import type { Check, Problem } from "./problem.ts";

interface Unit {
  id: string;
  /** directly behind a number */
  pattern: RegExp;
  /** how to write it */
  words: Record<Language, string>;
}

const unit = (id: string, pattern: RegExp, ja: string, zh: string, en: string): Unit => ({
  ...{ id, words: { ja, zh, en } },
  pattern: new RegExp(`^\\s?(?:${pattern.source})`, "iu"),
});

const perCubicMetre = "(?:\\s?[/每毎]\\s?(?:m3|㎥|立方米|立方公尺|立方メートル)|\\s?per cubic met(?:re|er))";
const concentration = (name: string) => new RegExp(`(?:${name})${perCubicMetre}`, "u");

/** Longer ones first where one begins like another. GB 3100, 計量法. */
const units: readonly Unit[] = [
  unit("ug-m3", concentration("[µu]g|㎍|微克|マイクログラム|micrograms?"), "µg/m³", "微克/立方米", "µg/m³"),
  unit("mg-m3", concentration("mg|㎎|毫克|ミリグラム|milligrams?"), "mg/m³", "毫克/立方米", "mg/m³"),
  unit("g-kwh", /(?:g|克|グラム)\s?[/／]\s?(?:kWh|千瓦时|キロワット時)/u, "g/kWh", "克/千瓦时", "g/kWh"),
  unit(
    "percentage-point",
    /(?:个)?百分点|(?:パーセント|%)?ポイント|percentage points?|pp\b/u,
    "ポイント",
    "个百分点",
    "percentage points",
  ),
  unit("percent", /%|パーセント|percent\b|per cent\b/u, "%", "%", "%"),
  unit(
    "steam-tonne",
    /蒸吨|(?:t|トン|吨)[/／](?:h|時|时|小时|時間)|t(?:onnes?)? of steam per hour/u,
    "t/h",
    "蒸吨/小时",
    "t/h",
  ),
  unit("kwh", /kWh|千瓦(?:[·・])?(?:小)?[时時]|キロワット時|kilowatt[- ]hours?/u, "kWh", "千瓦时", "kWh"),
  unit("kw", /kW(?!h)|千瓦|キロワット|kilowatts?/u, "kW", "千瓦", "kW"),
  unit("mw", /MW(?!h)|兆瓦|メガワット|megawatts?/u, "MW", "兆瓦", "MW"),
  unit("gw", /GW(?!h)|吉瓦|ギガワット|gigawatts?/u, "GW", "吉瓦", "GW"),
  unit("kg", /kg|㎏|千克|公斤|キログラム|キロ(?!メ|ワ|リ)|kilograms?/u, "kg", "千克", "kg"),
  unit("tonne", /t(?![a-z/])|吨|トン|(?:metric )?ton(?:ne)?s?\b/u, "トン", "吨", "tonnes"),
  unit("km2", /km2|㎢|平方(?:公里|千米|キロメートル|キロ)|square kilomet(?:re|er)s?/u, "km²", "平方公里", "km²"),
  unit("km", /km(?!2)|㎞|公里|千米|キロメートル|kilomet(?:re|er)s?/u, "km", "公里", "km"),
  unit("mu", /亩|畝|ムー|mu\b/u, "ムー", "亩", "mu"),
  unit("hectare", /ha\b|公顷|ヘクタール|hectares?/u, "ヘクタール", "公顷", "hectares"),
  unit("m3", /m3|㎥|立方米|立方メートル|cubic met(?:re|er)s?/u, "m³", "立方米", "m³"),
  unit("celsius", /℃|°C|摄氏度|degrees Celsius/u, "℃", "℃", "°C"),
  unit("ppm", /ppm/u, "ppm", "ppm", "ppm"),
  unit("ppb", /ppb/u, "ppb", "ppb", "ppb"),
  unit("yen", /日元|円|(?:Japanese )?yen\b/u, "円", "日元", "yen"),
  unit("dollar", /美元|米ドル|ドル|US dollars?|dollars?/u, "米ドル", "美元", "US dollars"),
  unit("yuan", /元(?!年)|人民元|人民币|yuan\b|RMB/u, "元", "元", "yuan"),
];

interface Quantity {
  number: FoundNumber;
  unit: Unit | null;
  end: number;
}

/** A number has the same unit on both sides, in the language's own word: 吨 is トン, 个百分点 is not %. */
export const checkUnits: Check = ({ source, target, targetLanguage }) => {
  const there = findQuantities(target);
  return findQuantities(source).flatMap(({ number, unit: wanted, end }): Problem[] => {
    if (!wanted) return [];
    const same = there.filter((quantity) => quantity.number.value === number.value);
    // A converted number belongs to another unit; a missing one is told by the check of numbers.
    if (same.length === 0 || same.some((quantity) => quantity.unit?.id === wanted.id)) return [];
    const [wrong] = same.filter((quantity) => quantity.unit !== null);
    const place = wrong ?? same[0];
    if (!wrong && mayStandApart(target, wanted)) return [];
    return [
      {
        check: "units",
        severity: wrong ? "error" : "warning",
        message: wrong ? "translationCheck.unit.differs" : "translationCheck.unit.missing",
        values: {
          source: source.slice(number.start, end),
          found: place ? target.slice(place.number.start, place.end) : "",
          right: wanted.words[targetLanguage],
        },
        source: { start: number.start, end },
        target: place ? { start: place.number.start, end: place.end } : null,
      },
    ];
  });
};

function findQuantities(text: string): Quantity[] {
  const folded = foldWidth(text);
  return findNumbers(text).map((number) => {
    const rest = folded.slice(number.end);
    for (const candidate of units) {
      const match = candidate.pattern.exec(rest);
      if (match) return { number, unit: candidate, end: number.end + match[0].length };
    }
    return { number, unit: null, end: number.end };
  });
}

/** “between 15 and 20 %”, 10、20トン: the unit stands once for several numbers. */
function mayStandApart(target: string, { pattern }: Unit): boolean {
  const anywhere = new RegExp(pattern.source.replace("^\\s?", ""), "iu");
  return anywhere.test(foldWidth(target));
}
