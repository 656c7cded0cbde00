import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { readText, readYear } from "../../web/query.ts";
import { importances, policyKinds } from "./policy.ts";
import type { PolicyWords } from "./policy-words.ts";
import type { PolicyFilter } from "./public-policies.ts";
import { regionsWithin } from "./service.ts";

export const policyFilterNames = ["topic", "region", "kind", "importance", "year", "body"] as const;
export type PolicyFilterName = (typeof policyFilterNames)[number];

export interface PolicyQuery {
  filter: PolicyFilter;
  /** as chosen, for the form */
  chosen: Partial<Record<PolicyFilterName, string>>;
  /** a sentence for every value that means nothing here: the list is shown without it */
  problems: string[];
}

/** What the address narrows the list to. */
export async function readPolicyQuery(
  context: Context,
  url: URL,
  { knowledge, language }: PolicyWords,
): Promise<PolicyQuery> {
  const isKnown: Record<PolicyFilterName, (value: string) => boolean> = {
    topic: (value) => knowledge.topics.some(({ id }) => id === value),
    region: (value) => knowledge.regions.some(({ id }) => id === value),
    kind: (value) => policyKinds.some((kind) => kind === value),
    importance: (value) => importances.some((importance) => importance === value),
    year: () => readYear(url, "year") !== "invalid",
    body: (value) => knowledge.bodies.some(({ id }) => id === value),
  };
  const problems: string[] = [];
  const chosen: PolicyQuery["chosen"] = {};
  for (const name of policyFilterNames) {
    const value = readText(url, name);
    if (value === undefined) continue;
    if (isKnown[name](value)) chosen[name] = value;
    else problems.push(message(language, "organisations.unknownFilter", { value }));
  }
  return {
    chosen,
    problems,
    filter: {
      topic: chosen.topic,
      regions: chosen.region === undefined ? undefined : await regionsWithin(context, chosen.region),
      kind: policyKinds.find((kind) => kind === chosen.kind),
      importance: importances.find((importance) => importance === chosen.importance),
      year: chosen.year === undefined ? undefined : Number(chosen.year),
      body: chosen.body,
    },
  };
}
