import { readText } from "../../../web/query.ts";
import { type FindingRule, findingRules } from "../finding.ts";
import type { FindingFilter } from "../store.ts";

export interface FindingQuery {
  filter: FindingFilter;
  state: string | undefined;
  /** id of the last finding on the page before; 0 for the first page */
  after: number;
  /** names of parameters whose values mean nothing */
  rejected: string[];
}

export function readFindingQuery(url: URL, today: string): FindingQuery {
  const rejected: string[] = [];
  const rule = readText(url, "rule");
  const state = readText(url, "state");
  const after = readText(url, "after");
  if (rule !== undefined && !isRule(rule)) rejected.push("rule");
  if (state !== undefined && state !== "open" && state !== "accepted") rejected.push("state");
  if (after !== undefined && !/^\d{1,15}$/.test(after)) rejected.push("after");
  return {
    filter: {
      asOf: today,
      rule: rule !== undefined && isRule(rule) ? rule : undefined,
      accepted: state === "open" ? false : state === "accepted" ? true : undefined,
    },
    state,
    after: rejected.includes("after") ? 0 : Number(after ?? 0),
    rejected,
  };
}

function isRule(text: string): text is FindingRule {
  return findingRules.some((rule) => rule === text);
}
