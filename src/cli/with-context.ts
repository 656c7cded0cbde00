import type { Context } from "../platform/context.ts";
import { findRunningAddress } from "../platform/running-address.ts";
import type { Invocation } from "./command.ts";
import { openContext } from "./open-context.ts";

/**
 * Joins the running Renkei or starts the database for the length of the work. Links lead to the running site, whose port or
 * address this command's own environment need not name.
 */
export async function withContext<Result>(
  { config }: Invocation,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const context = await openContext(config, { purpose: "command" });
  try {
    const publicUrl = config.publicUrl ?? (await findRunningAddress(context.database));
    return await work(publicUrl === null ? context : { ...context, config: { ...config, publicUrl } });
  } finally {
    await context.database.close();
  }
}
