import type { Language } from "../../core/language.ts";
import { links } from "../../web/links.ts";
import type { PolicyItem } from "./item.ts";

/** Its public page; what only members see has one on their side. */
export function linkToPolicy({ id, visibility }: Pick<PolicyItem, "id" | "visibility">, language: Language): string {
  return visibility === "public" ? links.policy(language, id) : links.deskItem(language, id);
}
