import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { Programme } from "./programme.ts";
import { findProgramme } from "./store.ts";

/** The programme of this database; throws `unavailable` where none is loaded. */
export function getProgramme(context: Context): Promise<Programme> {
  return context.cache.get("programme", async () => {
    const programme = await read(context.database, findProgramme);
    if (!programme) throw new AppError("unavailable", { reason: "no-programme" });
    return programme;
  });
}
