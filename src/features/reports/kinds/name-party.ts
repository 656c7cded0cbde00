import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";
import { governmentTiers } from "../../organisations/organisation.ts";

/** 「瀋陽市環境保護局」: an office of a local government together with it, under the names of the day. */
export function nameParty(
  organisation: string,
  directory: OrganisationDirectory,
  language: Language,
  day: string | null,
): string {
  const name = directory.name(organisation, language, day);
  const { government } = directory.get(organisation);
  if (government === organisation || !governmentTiers.includes(directory.get(government).tier)) return name;
  const above = directory.name(government, language, day);
  return name.includes(above) ? name : message(language, "report.letter.office", { government: above, office: name });
}
