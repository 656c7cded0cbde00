import type { TargetIndicator, TargetMeasure, TargetUnit } from "../../policy.ts";
import type { AmountGroup } from "./amounts.ts";

/** How a number is meant, by the words before and after it. */
export interface Meaning {
  measure: TargetMeasure;
  sign: 1 | -1;
  bound: "at-least" | "at-most" | "about";
}

/**
 * Null where the words say nothing that sets a target. `before`: from the last number, or the sentence's beginning, to this one.
 * A bound is of the number with its sign: 「下降18%以上」 is −18 and at most.
 */
export function readMeaning(indicator: TargetIndicator, group: AmountGroup, before: string): Meaning | null {
  const direction = findDirection(before, group.unit);
  if (direction === null) return null;
  const measure = measureOf(indicator, group.unit, direction, before);
  if (measure === null) return null;
  const sign = measure === "change" && direction.startsWith("decrease") ? -1 : 1;
  const bound = findBound(measure, direction, indicator, before, group.after);
  return { measure, sign, bound: sign === -1 ? turned[bound] : bound };
}

const turned = { "at-least": "at-most", "at-most": "at-least", about: "about" } as const;

type Direction = "decrease-by" | "decrease-to" | "increase-by" | "increase-to" | "amount";

/** The verb that stands last before the number decides. */
function findDirection(before: string, unit: TargetUnit): Direction | null {
  const near = before.slice(-60);
  const verbs = directions
    .flatMap(({ direction, pattern }) =>
      [...near.matchAll(pattern)].map(({ index, 0: { length } }) => ({ direction, index, end: index + length })),
    )
    // 「降低到」 holds 「降低」: of verbs at one place the longest.
    .sort((a, b) => b.end - a.end || a.index - b.index);
  const last = verbs[0];
  if (!last) return null;
  const gap = near.slice(last.end);
  const isNear = last.direction === "amount" ? gap.length <= 45 : /^[^,;]{0,8}$/.test(gap);
  if (!isNear) return null;
  if (last.direction === "decrease-by" && isCount(unit) && /(?:淘汰|关停|拆除|压减|压缩|化解|退出)/.test(near))
    return "amount";
  return last.direction;
}

const directions: readonly { direction: Direction; pattern: RegExp }[] = [
  {
    direction: "decrease-to",
    pattern:
      /(?:降低?|下降|减少|压减|削减|压缩|控制|稳定|保持|下降并?稳定|改善)(?:到|至|在)|控制目标为|不超过|不高于|不大于|低于|少于|小于/g,
  },
  {
    direction: "decrease-by",
    pattern: /下降|降低|减少|削减|压减|压缩|减排|净减|降幅|改善(?!至|到)|降(?=约|\d|不|至少|超)/g,
  },
  {
    direction: "increase-to",
    pattern:
      /(?:提高|增加|上升|提升|增长|扩大|发展|达)(?:到|至)|增至|达到|达(?=约|\d|至)|超过|不低于|不少于|至少|占比?|比[重例率]为?|保有量为?|高于/g,
  },
  { direction: "increase-by", pattern: /提高(?!到|至)|提升(?!到|至)|增加(?!到|至)|上升(?!到|至)/g },
  {
    direction: "amount",
    pattern:
      /淘汰|关停|关闭|取缔|拆除|退出|化解|推广(?:应用)?|新增|更新|替代|报废|注销|整治|完成[^,;]{0,10}改造|改造|建成|投放|推进/g,
  },
];

function isCount(unit: TargetUnit): boolean {
  return unit !== "percent" && unit !== "percentage-points" && unit !== "ug-m3" && unit !== "mg-m3";
}

function measureOf(
  indicator: TargetIndicator,
  unit: TargetUnit,
  direction: Direction,
  before: string,
): TargetMeasure | null {
  const isShare = shares.has(indicator) || /比[重例率]|占比|[^频效功]率/.test(before.slice(-24));
  if (direction === "amount") return isCount(unit) ? "amount" : isShare ? "share" : null;
  if (direction.endsWith("-by"))
    return unit === "percent" || !isCount(unit) || /比\d{4}年|较\d{4}年|[总用]量|浓度|天数/.test(before)
      ? "change"
      : "amount";
  if (unit === "percentage-points") return "change";
  if (unit === "percent")
    return isShare
      ? "share"
      : /达到?$|至少$|超过$|不低于$|不少于$/.test(before) && /降|减/.test(before.slice(-16))
        ? "change"
        : isShare
          ? "share"
          : null;
  return capacities.has(indicator) && direction === "increase-to" ? "amount" : "level";
}

const shares: ReadonlySet<TargetIndicator> = new Set([
  "good-days",
  "heavy-pollution-days",
  "coal-share",
  "non-fossil-share",
]);
const capacities: ReadonlySet<TargetIndicator> = new Set(["boilers", "old-vehicles"]);

function findBound(
  measure: TargetMeasure,
  direction: Direction,
  indicator: TargetIndicator,
  before: string,
  after: string,
): Meaning["bound"] {
  const lead = before.slice(-6);
  if (/左右|上下/.test(after) || /约$|大约$|近$/.test(lead)) return "about";
  if (/以上/.test(after) || /(?:不低于|不少于|至少|超过|高于)$/.test(lead.replace(/不超过$|不高于$/, "")))
    return "at-least";
  if (/以下|以内|之内/.test(after) || /(?:不超过|不高于|不大于|低于|少于|小于)$/.test(lead)) return "at-most";
  if (measure === "change" || measure === "amount") return "at-least";
  return direction === "decrease-to" || (measure === "level" && pollutants.has(indicator)) ? "at-most" : "at-least";
}

const pollutants: ReadonlySet<TargetIndicator> = new Set([
  "pm25",
  "pm10",
  "so2",
  "nox",
  "no2",
  "o3",
  "voc",
  "heavy-pollution-days",
  "coal-consumption",
]);
