import { readMonth, readText } from "../../../web/query.ts";
import { type Importance, importances, type PolicyKind, policyKinds } from "../policy.ts";
import type { PolicyWords } from "../policy-words.ts";
import type { getItems } from "../service.ts";

export const deskTabs = ["found", "kept", "dropped", "reposts"] as const;
export type DeskTab = (typeof deskTabs)[number];

export interface DeskQuery {
  tab: DeskTab;
  filter: {
    month?: string | undefined;
    importance?: Importance | undefined;
    kind?: PolicyKind | undefined;
    topic?: string | undefined;
    region?: string | undefined;
    source?: string | undefined;
  };
  problems: string[];
}

export const deskFilterNames = ["month", "importance", "kind", "topic", "region", "source"] as const;

export function readDeskQuery(url: URL, { knowledge }: PolicyWords): DeskQuery {
  const problems: string[] = [];
  const take = (name: string, isKnown: (value: string) => boolean) => {
    const value = readText(url, name);
    if (value === undefined || isKnown(value)) return value;
    problems.push(value);
    return undefined;
  };
  const kind = take("kind", (value) => policyKinds.some((one) => one === value));
  const importance = take("importance", (value) => importances.some((one) => one === value));
  const month = take("month", () => readMonth(url, "month") !== "invalid");
  return {
    tab: deskTabs.find((tab) => tab === readText(url, "state")) ?? "found",
    filter: {
      month,
      importance: importances.find((one) => one === importance),
      kind: policyKinds.find((one) => one === kind),
      topic: take("topic", (value) => knowledge.topics.some(({ id }) => id === value)),
      region: take("region", (value) => knowledge.regions.some(({ id }) => id === value)),
      source: readText(url, "source"),
    },
    problems,
  };
}

export function toItemFilter({ tab, filter: { month, ...filter } }: DeskQuery): Parameters<typeof getItems>[2] {
  return {
    ...filter,
    ...(tab === "reposts" ? { originals: false } : { states: [tab], originals: true }),
    ...(month === undefined ? {} : { from: `${month}-01`, to: lastDay(month) }),
  };
}

function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
