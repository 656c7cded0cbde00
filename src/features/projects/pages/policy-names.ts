import { AppError } from "../../../core/errors.ts";
import type { Language } from "../../../core/language.ts";
import { type LocalizedText, localize } from "../../../core/localized.ts";
import type { Context } from "../../../platform/context.ts";
import { links } from "../../../web/links.ts";
import { getItem } from "../../policies/service.ts";
import type { Project } from "../project.ts";

export interface PolicyName {
  title: LocalizedText;
  href: string;
}

/** The policies that took results up, as far as everybody may see them. */
export async function namePolicies(
  context: Context,
  projects: readonly Project[],
  language: Language,
): Promise<Map<string, PolicyName>> {
  const ids = new Set(
    projects.flatMap(({ results }) => results.map(({ policy }) => policy)).filter((id) => id !== null),
  );
  const names = new Map<string, PolicyName>();
  for (const id of ids) {
    try {
      const item = await getItem(context, null, id);
      names.set(id, { title: localize(item.title, language), href: links.policy(language, id) });
    } catch (error) {
      if (!(error instanceof AppError && error.code === "not-found")) throw error;
    }
  }
  return names;
}
