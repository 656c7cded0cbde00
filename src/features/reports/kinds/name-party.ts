import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import type { OrganisationDirectory } from "../../organisations/directory.ts";

/** 「瀋陽市環境保護局」: an office together with the government that it belongs to, under the names of the day. */
export function nameParty(
  organisation: string,
  directory: OrganisationDirectory,
  language: Language,
  day: string | null,
): string {
  const name = directory.name(organisation, language, day);
  const { government } = directory.get(organisation);
  const above = government === organisation ? "" : directory.name(government, language, day);
  if (above === "" || name.includes(above)) return name;
  return message(language, "report.letter.office", { government: above, office: name });
}
