import type { Field, Tag } from "../item.ts";
import type { TopicRule } from "../knowledge.ts";
import type { PolicyKind } from "../policy.ts";
import { kindRules } from "./kind-rules.ts";

/** What an item about the air is about by being what it is. A contingency plan (应急预案) plans no improvement. */
const topicsOfKinds: { kind: PolicyKind; topic: string; unless?: RegExp }[] = [
  { kind: "plan", topic: "plans-targets", unless: /预案/ },
  { kind: "law", topic: "law" },
  { kind: "standard", topic: "standards" },
  { kind: "statistics", topic: "monitoring" },
];

/** Only topics that the programme has; one that words have given already stays as it is. */
export function addTopicsOfKind(
  tags: Tag[],
  kind: Pick<Field<PolicyKind>, "value" | "evidence"> | null,
  topics: readonly TopicRule[],
): Tag[] {
  const [id, words = ""] = (kind?.evidence ?? "").split(": ");
  const where = kindRules.find((rule) => rule.id === id)?.in === "number" ? ("number" as const) : ("title" as const);
  const implied = topicsOfKinds.filter(
    (rule) =>
      rule.kind === kind?.value &&
      !rule.unless?.test(words) &&
      !tags.some(({ id }) => id === rule.topic) &&
      topics.some(({ id }) => id === rule.topic),
  );
  return [
    ...tags,
    ...implied.map(
      ({ topic }): Tag => ({
        id: topic,
        by: "rule",
        reasons: [{ rule: "kind", term: words, where, times: 1 }],
      }),
    ),
  ];
}
