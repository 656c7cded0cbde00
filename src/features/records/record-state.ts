import type { Language } from "../../core/language.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { RecordSummary } from "./record.ts";

/**
 * Where an approved record stands with regard to the public pages. `waiting`: not there yet; `outdated`: they show an older
 * version; `leaving`: it is no longer for everyone and leaves them with its year.
 */
export type Publication = "public" | "waiting" | "outdated" | "leaving" | "members" | "removed";

export function findPublication(
  record: Pick<RecordSummary, "visibility" | "removed" | "version" | "publishedVersion">,
): Publication {
  if (record.removed) return record.publishedVersion === null ? "removed" : "leaving";
  if (record.visibility !== "public") return record.publishedVersion === null ? "members" : "leaving";
  if (record.publishedVersion === record.version) return "public";
  return record.publishedVersion === null ? "waiting" : "outdated";
}

/** The name today; the key of an organisation that no public table holds. */
export function nameOrganisation(directory: OrganisationDirectory, id: string, language: Language): string {
  return directory.find(id) ? directory.name(id, language) : id;
}

/** Those whose people see what concerns these organisations: offices stand under their government's name. */
export function nameSides(directory: OrganisationDirectory, ids: readonly string[], language: Language): string[] {
  const governments = ids.map((id) => directory.find(id)?.government ?? id);
  return [...new Set(governments)].map((id) => nameOrganisation(directory, id, language));
}
