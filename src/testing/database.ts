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
export function createTestDatabase(): Promise<TestDatabase> {
  return copyDatabase(inject("testServer").template);
}

/** The same with what `load` puts into the first one of a run: the others are copies of it. */
export async function createLoadedDatabase(load: (database: Database) => Promise<void>): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject("testServer");
  const loaded = loadedTemplate(template);
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    // Of the processes that want it first, one makes it; nobody may be connected to it when it is copied.
    await client.query("select pg_advisory_lock(hashtext($1))", [loaded]);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [loaded]);
    if (rowCount === 0) await makeLoadedTemplate(template, load);
  } finally {
    await client.end();
  }
  return copyDatabase(loaded);
}

export function loadedTemplate(template: string): string {
  return `${template}_loaded`;
}

async function makeLoadedTemplate(template: string, load: (database: Database) => Promise<void>): Promise<void> {
  const { url: serverUrl } = inject("testServer");
  // Under another name until it is whole.
  const unfinished = await copyDatabase(template);
  await load(unfinished);
  await unfinished.release();
  await runOn(serverUrl, `alter database ${unfinished.name} rename to ${loadedTemplate(template)}`);
}

interface CopiedDatabase extends TestDatabase {
  name: string;
  /** closes the connections and keeps the database */
  release(): Promise<void>;
}

async function copyDatabase(template: string): Promise<CopiedDatabase> {
  const { url: serverUrl } = inject("testServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOn(serverUrl, `create database ${name} template ${template}`);
  const url = withDatabase(serverUrl, name);
  let isKept = false;
  const dropDatabase = async () => {
    if (!isKept) await runOn(serverUrl, `drop database ${name} with (force)`);
  };
  const database = await connectDatabase({ connectionString: url, max: 5 }, "external", {}, dropDatabase);
  const release = () => {
    isKept = true;
    return database.close();
  };
  return { ...database, url, name, release };
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
