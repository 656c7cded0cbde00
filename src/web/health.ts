import { sql } from "kysely";
import type { Context } from "../platform/context.ts";

/** The process answers: for whoever restarts it when it does not. */
export function checkHealth(): { status: "ok" } {
  return { status: "ok" };
}

export interface Readiness {
  ready: boolean;
  database: "ok" | "unreachable";
  /** revision of the records; 0 where no programme is loaded */
  revision: number;
}

/** The process can serve pages: for whoever sends it readers. */
export async function checkReadiness(context: Context): Promise<Readiness> {
  const { revision } = context.cache;
  try {
    await sql`SELECT 1`.execute(context.database.db);
    return { ready: revision > 0, database: "ok", revision };
  } catch {
    return { ready: false, database: "unreachable", revision };
  }
}
