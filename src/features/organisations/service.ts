import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { getDirectory } from "./directory.ts";
import type { Organisation } from "./organisation.ts";

/** Throws `not-found` for an unknown id. */
export async function getOrganisation(context: Context, id: string): Promise<Organisation> {
  const organisation = (await getDirectory(context)).find(id);
  if (!organisation) throw new AppError("not-found", { kind: "organisation", id });
  return organisation;
}
