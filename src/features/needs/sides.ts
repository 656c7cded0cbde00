import type { OrganisationDirectory } from "../organisations/directory.ts";

/** Whom a need concerns: who wants it and who was asked, each with the government that it belongs to. */
export function findSides(directory: OrganisationDirectory, ...organisations: (string | null)[]): string[] {
  const named = organisations.filter((id) => id !== null);
  return [...new Set(named.flatMap((id) => [id, directory.find(id)?.government ?? id]))];
}
