import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { getActivity } from "../activities/service.ts";
import { getNewsItem } from "../news/service.ts";
import { getItem } from "../policies/service.ts";
import type { TranslationSummary } from "./translation.ts";

/**
 * Whether the record is public at this moment: what the translation noted when it began may have changed since. Pasted texts have no
 * record; for them whoever pasted it has said so.
 */
export async function isSubjectPublic(
  context: Context,
  { subject, visibility }: Pick<TranslationSummary, "subject" | "visibility">,
): Promise<boolean> {
  if (visibility !== "public") return false;
  try {
    switch (subject.kind) {
      case "policy":
        await getItem(context, null, subject.id);
        return true;
      case "news":
        await getNewsItem(context, subject.id);
        return true;
      case "activity":
        await getActivity(context, subject.id);
        return true;
      case "text":
        return true;
    }
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return false;
    throw error;
  }
}
