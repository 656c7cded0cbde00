import { textOfBlocks } from "../blocks.ts";
import type { Field } from "../item.ts";
import type { Body } from "../knowledge.ts";
import type { PolicyKind } from "../policy.ts";
import type { ClassifySubject } from "./classification.ts";
import { type KindRule, kindRules } from "./kind-rules.ts";
import { readTitle } from "./title-parts.ts";

/** What an item is; its evidence names the rule and the words that fitted: 「named-plan: 行动计划」. */
export function judgeKind(subject: ClassifySubject, bodies: readonly Body[]): Field<PolicyKind> | null {
  const title = subject.title.normalize("NFKC").replace(/\s+/g, "");
  if (title === "") return null;
  const texts = { title, core: readTitle(title).core, number: subject.documentNumber ?? "" };
  for (const rule of kindRules) {
    const fit = rule.pattern.exec(texts[rule.in]);
    if (fit && (!rule.byLawmaker || isByLawmaker(subject, bodies)))
      return { value: rule.kind, origin: "heuristic", confidence: rule.confidence, evidence: describe(rule, fit[0]) };
  }
  return subject.documentNumber === null
    ? { value: "news", origin: "heuristic", confidence: 0.5, evidence: "no-rule" }
    : { value: "notice", origin: "heuristic", confidence: 0.5, evidence: `has-number: ${subject.documentNumber}` };
}

function describe({ id }: KindRule, words: string): string {
  return `${id}: ${words}`;
}

/** A congress, a court that interprets law, or a government by order; or the text's head says that a congress passed it. */
function isByLawmaker(subject: ClassifySubject, bodies: readonly Body[]): boolean {
  if (bodies.some(({ level }) => level === "congress" || level === "court")) return true;
  const names = [...subject.bodyNames, subject.title.slice(0, 20)].join(" ");
  if (/人民代表大会|人大常委会|最高人民(?:法院|检察院)/.test(names)) return true;
  const head = textOfBlocks(subject.blocks.slice(0, 8)).slice(0, 600);
  return /人民代表大会.{0,40}(?:通过|批准|修正|修订)|(?:人民政府|国务院|部)令第?\s*\d+|令第\s*\d+\s*号/.test(head);
}
