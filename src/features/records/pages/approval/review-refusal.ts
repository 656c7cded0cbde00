import type { Language } from "../../../../core/language.ts";
import { findMessageKey, message } from "../../../../messages/message.ts";
import type { Refusal } from "../../review.ts";

/** Why it was not done and what to do now. */
export function describeRefusal({ reason, fiscalYear }: Refusal, language: Language): string {
  const key = findMessageKey(`approval.refusal.${reason}`);
  return message(language, key ?? "approval.refusal.conflict", { year: fiscalYear ?? "" });
}
