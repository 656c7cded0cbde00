import type { Context } from "../platform/context.ts";
import type { Invocation } from "./command.ts";
import { openContext } from "./open-context.ts";

/** Joins the running Renkei or starts the database for the length of the work. */
export async function withContext<Result>(
  { config }: Invocation,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  const context = await openContext(config, { purpose: "command" });
  try {
    return await work(context);
  } finally {
    await context.database.close();
  }
}
