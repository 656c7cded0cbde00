import type { BodyLevel } from "../knowledge.ts";
import type { Importance, PolicyKind } from "../policy.ts";

/** One line of the table by which importance is proposed: points, or a word that ends the matter. Shown to people. */
export type ImportanceRule =
  | { rule: `issuer-${string}`; issuers: readonly BodyLevel[]; points: number }
  | { rule: `kind-${string}`; kinds: readonly PolicyKind[]; points: number }
  | { rule: "partner-region" | "key-region" | "open-need"; points: number }
  | { rule: "repost" | "not-air"; result: Importance };

/** Reasons of importance carry the points of their line as `times`. Of issuers, kinds and regions each item counts its best line once. */
export const importanceRules: readonly ImportanceRule[] = [
  { rule: "not-air", result: "low" },
  { rule: "repost", result: "low" },
  { rule: "issuer-state", issuers: ["party", "congress", "state-council"], points: 3 },
  { rule: "issuer-ministry", issuers: ["ministry", "court"], points: 2 },
  { rule: "issuer-local", issuers: ["province", "city"], points: 1 },
  { rule: "kind-binding", kinds: ["law", "plan", "standard"], points: 2 },
  { rule: "kind-notice", kinds: ["notice"], points: 1 },
  { rule: "kind-news", kinds: ["news"], points: -1 },
  { rule: "partner-region", points: 1 },
  { rule: "key-region", points: 1 },
  { rule: "open-need", points: 1 },
];

/** From how many points an item is proposed as high or medium. */
export const importancePoints = { high: 4, medium: 2 } as const;

export function importanceOfPoints(points: number): Importance {
  if (points >= importancePoints.high) return "high";
  return points >= importancePoints.medium ? "medium" : "low";
}
