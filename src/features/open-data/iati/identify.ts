import type { Programme } from "../../programme/programme.ts";

/**
 * Identifiers of organisations must come from a register (https://org-id.guide): in Japan `JP-JCN-` and the corporate number.
 * Only the publishing organisation can say which is its own, so it is a setting, and without it ours says that there is none.
 */
export function referenceOf(configured: string | undefined, organisation: string): string {
  return configured ?? `UNREGISTERED-${organisation}`;
}

export interface Identifiers {
  programme: string;
  partnership(id: string): string;
  project(id: string): string;
}

/** IATI: begins with the identifier of the organisation that reports, and never changes. */
export function identifyActivities(reference: string, { id }: Pick<Programme, "id">): Identifiers {
  const base = `${reference}-${id}`;
  return {
    programme: base,
    partnership: (partnership) => `${base}-partnership-${partnership}`,
    project: (project) => `${base}-project-${project}`,
  };
}
