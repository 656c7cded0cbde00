import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import type { PolicyItem } from "../policies/item.ts";
import { getItem } from "../policies/service.ts";
import type { TranslationSubject, TranslationSummary } from "./translation.ts";

export interface PolicySubject {
  item: PolicyItem;
  /** null where the item cannot be translated: no text is kept with it, or it is in English */
  subject: TranslationSubject | null;
  problem: "no-text" | "language" | null;
}

/** What of a policy item is translated. Throws `not-found`. */
export async function findPolicySubject(context: Context, actor: Actor | null, id: string): Promise<PolicySubject> {
  const item = await getItem(context, actor, id);
  const { language, blocks, visibility } = item;
  if (language === "en") return { item, subject: null, problem: "language" };
  if (blocks.length === 0) return { item, subject: null, problem: "no-text" };
  const title = item.title[language] ?? Object.values(item.title)[0] ?? item.id;
  return { item, subject: { kind: "policy", id, title, language, visibility, blocks }, problem: null };
}

/** The item that a translation is of, while it is there. */
export async function findSourceItem(
  context: Context,
  actor: Actor | null,
  { subject }: Pick<TranslationSummary, "subject">,
): Promise<PolicySubject | null> {
  if (subject.kind !== "policy") return null;
  try {
    return await findPolicySubject(context, actor, subject.id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}
