import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { connectDatabase, type Database } from "../db/open-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** where the tests' server is, and which migrated database a test file copies */
    testServer: { url: string; template: string };
  }
}

export interface TestDatabase extends Database {
  /** for a process of its own, as DATABASE_URL; psql understands it as well */
  url: string;
}

/** A migrated, empty database that belongs to the caller alone. `close()` drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject("testServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOn(serverUrl, `create database ${name} template ${template}`);
  const url = withDatabase(serverUrl, name);
  const dropDatabase = () => runOn(serverUrl, `drop database ${name} with (force)`);
  const database = await connectDatabase({ connectionString: url, max: 5 }, "external", {}, dropDatabase);
  return { ...database, url };
}

/** Runs one statement outside of any test's database. */
export async function runOn(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
