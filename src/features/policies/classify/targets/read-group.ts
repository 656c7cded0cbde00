import type { TargetBound, TargetIndicator, TargetMeasure, TargetUnit } from "../../policy.ts";
import type { AmountGroup } from "./amounts.ts";

/** How a number is meant, by the words before and after it. */
export interface Meaning {
  measure: TargetMeasure;
  sign: 1 | -1;
  bound: TargetBound;
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
  const isCut = measure === "amount" && isCutOf(indicator, direction, before);
  const sign = isCut || (measure === "change" && direction.startsWith("decrease")) ? -1 : 1;
  const bound = findBound(direction, before, group.after);
  return { measure: isCut ? "change" : measure, sign, bound: sign === -1 ? turned[bound] : bound };
}

const turned = { "at-least": "at-most", "at-most": "at-least", about: "about", exactly: "exactly" } as const;

/** 「压减炼铁产能4000万吨」 says how much capacity is to go, not how much there is to be; 「淘汰黄标车」 counts what is scrapped. */
function isCutOf(indicator: TargetIndicator, direction: Direction, before: string): boolean {
  if (indicator === "old-vehicles" || indicator === "new-energy-vehicles") return false;
  if (direction === "decrease-by") return true;
  const verb = [
    ...before.matchAll(/淘汰|关停|关闭|取缔|拆除|退出|化解|压减|压缩|替代|推广|新增|改造|建成|更新|投放/g),
  ].at(-1)?.[0];
  return /淘汰|关|取缔|拆除|退出|化解|压/.test(verb ?? "") || (verb === "替代" && indicator === "coal-consumption");
}

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

/** No 「以上」 where the text has none: the number is then stated as it is. */
function findBound(direction: Direction, before: string, after: string): TargetBound {
  const lead = before.slice(-6);
  if (/左右|上下/.test(after) || /约$|大约$|近$/.test(lead)) return "about";
  if (/以上/.test(after) || /(?:不低于|不少于|至少|超过|高于)$/.test(lead.replace(/不超过$|不高于$/, "")))
    return "at-least";
  if (/以下|以内|之内/.test(after) || /(?:不超过|不高于|不大于|低于|少于|小于)$/.test(lead)) return "at-most";
  return direction === "decrease-to" && /控制(?:在|到|至)$/.test(lead) ? "at-most" : "exactly";
}
