import type { Language } from "../../core/language.ts";
import { type LocalizedText, localize } from "../../core/localized.ts";
import { choiceMessage, message } from "../../messages/message.ts";
import type { PolicyTarget } from "./item.ts";

export type StatedTarget = Pick<PolicyTarget, "measure" | "value" | "unit" | "bound" | "baseYear" | "targetYear">;

/** The number with what it is of, for sentences that name no more than region and indicator. */
export function describeTarget(target: StatedTarget & Pick<PolicyTarget, "scope">, language: Language): string {
  const number = describeNumber(target, language);
  const scope = sayScope(target, language);
  return scope === null ? number : message(language, "policy.indicatorOf", { indicator: number, scope });
}

/** 「優良天気日数の割合（地級市以上の都市）」: what is measured, and of what; an indicator outside the list is named by its scope. */
export function nameIndicator(
  target: Pick<PolicyTarget, "indicator" | "measure" | "scope">,
  language: Language,
): string {
  const said = sayScope(target, language);
  if (said !== null && target.indicator === "other") return said;
  const indicator = nameMeasured(target, language);
  return said === null ? indicator : message(language, "policy.indicatorOf", { indicator, scope: said });
}

/** Words of the original alone stand as its quotation. */
function sayScope(target: Pick<PolicyTarget, "scope">, language: Language): string | null {
  const scope = scopeOf(target, language);
  if (scope === null || scope.language === language) return scope?.text ?? null;
  return message(language, "policy.quoted", { text: scope.text });
}

/** A share of days is no number of days. */
function nameMeasured({ indicator, measure }: Pick<PolicyTarget, "indicator" | "measure">, language: Language): string {
  if (measure === "share")
    if (indicator === "good-days" || indicator === "heavy-pollution-days" || indicator === "new-energy-vehicles")
      return message(language, `policy.share.${indicator}`);
  return choiceMessage(language, "policy.indicator", indicator);
}

export function scopeOf({ scope }: Pick<PolicyTarget, "scope">, language: Language): LocalizedText | null {
  const text = scope === null ? null : localize(scope, language);
  return text === null || text.text === "" ? null : text;
}

/** Where it is to be reached; one of 重点区域 or of the north without a region of its own is not the whole country's. */
export function nameRegion(
  { region, scope }: Pick<PolicyTarget, "region" | "scope">,
  words: { language: Language; region(id: string | null): string },
): string {
  if (region === null && /地区|区域/.test(scope?.zh ?? "")) return message(words.language, "policy.partOfCountry");
  return words.region(region);
}

/** Region, indicator and number in one line, for lists in which none of them has a column of its own. */
export function sayTarget(
  target: StatedTarget & Pick<PolicyTarget, "indicator" | "region" | "scope">,
  words: { language: Language; region(id: string | null): string },
): string {
  return message(words.language, "policy.namedTarget", {
    region: nameRegion(target, words),
    indicator: nameIndicator(target, words.language),
    target: describeNumber(target, words.language),
  });
}

/** 「2020年までに2015年比18%以上減」, “2020年比2015年下降18%以上”, “down 18% or more by 2020 against 2015”. */
export function describeNumber(target: StatedTarget, language: Language): string {
  const { baseYear, targetYear } = target;
  const amount = writeAmount(target, language);
  return message(language, "policy.targetSentence", {
    by: targetYear === null ? "" : message(language, "policy.byYear", { year: targetYear }),
    against: baseYear === null ? "" : message(language, "policy.againstYear", { year: baseYear }),
    says: message(language, `policy.says.${directionOf(target)}.${target.bound}`, { amount }),
  });
}

/**
 * A change is stored with its sign, so that “−18 at most” is a fall of 18 or more: words turn the bound round, and the number
 * stands without its sign.
 */
function directionOf({ measure, value, unit, baseYear }: StatedTarget) {
  if (measure !== "change") return measure;
  // Boilers and firms do not fall: so many of them go.
  if (value < 0 && baseYear === null && goneUnits.includes(unit)) return "removed" as const;
  if (value === 0) return "change-none" as const;
  return value < 0 ? ("change-down" as const) : ("change-up" as const);
}

const goneUnits: readonly PolicyTarget["unit"][] = ["sets", "firms", "tonnes-steam-h"];

/** The number as an official of the language counts: 4,000万トン, 4000万吨, 40 million tonnes. */
function writeAmount({ value, unit }: StatedTarget, language: Language): string {
  const count = Math.abs(value) * (language === "en" ? (scaleInEnglish[unit] ?? 1) : (scaleInEastAsia[unit] ?? 1));
  return message(language, `policy.amount.${unit}`, { value: writeCount(count, language), count });
}

/** Powers of ten thousand have no name in English. */
const scaleInEnglish: Partial<Record<PolicyTarget["unit"], number>> = {
  "10k-tonnes": 10_000,
  "100m-tonnes": 100_000_000,
  "10k-vehicles": 10_000,
};
/** Capacities of power plants are stated in 万kW. */
const scaleInEastAsia: Partial<Record<PolicyTarget["unit"], number>> = { gw: 100 };

function writeCount(count: number, language: Language): string {
  if (language === "en" && count >= 1_000_000)
    return message(language, "policy.amount.million", { value: writeNumber(count / 1_000_000, language) });
  return writeNumber(count, language);
}

function writeNumber(value: number, language: Language): string {
  // Chinese official texts set no separators between thousands.
  return value.toLocaleString("en", { maximumFractionDigits: 3, useGrouping: language !== "zh" });
}

/** 「−25%」 for a picture, where years are read from an axis. */
export function signChange({ value, bound }: StatedTarget): string {
  const sign = value < 0 ? "−" : "+";
  return `${bound === "about" ? "≈" : ""}${sign}${Math.abs(value).toLocaleString("en", { maximumFractionDigits: 1 })}%`;
}
