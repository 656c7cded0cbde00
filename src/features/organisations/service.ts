import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "./directory.ts";
import type { Organisation, PlatformRole } from "./organisation.ts";
import { readPlatformRoles } from "./store.ts";

/** Throws `not-found` for an unknown id. */
export async function getOrganisation(context: Context, id: string): Promise<Organisation> {
  const organisation = (await getDirectory(context)).find(id);
  if (!organisation) throw new AppError("not-found", { kind: "organisation", id });
  return organisation;
}

/** Every part that an organisation has in a platform of the programme. */
export function getPlatformRoles(context: Context): Promise<PlatformRole[]> {
  return context.cache.get("platform roles", () => read(context.database, readPlatformRoles));
}
