import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { type EmbeddedServer, openEmbeddedServer } from "./embedded/embedded-server.ts";
import type { Purpose } from "./embedded/owner.ts";
import type { Schema } from "./generated/schema.ts";
import { checkServer, createPool } from "./pool.ts";
import type { WriteTransaction } from "./transaction.ts";

export interface Database {
  pool: pg.Pool;
  db: Kysely<Schema>;
  /** owner and guest of the embedded server, or one of the users of an external one */
  mode: "owner" | "guest" | "external";
  /** a transaction that all reading goes through: what is tried out there and never kept */
  within?: WriteTransaction;
  /** as "18.4" */
  serverVersion: string;
  close(): Promise<void>;
}

export interface DatabaseConfig {
  databaseUrl?: string;
  dataDirectory: string;
  port: number;
}

export interface OpenOptions {
  /** `serve` owns the embedded server or fails; `command` joins the running one */
  purpose: Purpose;
  onProgress?: (step: DatabaseStep) => void;
  /** settings of the embedded server, for tests */
  settings?: Record<string, string>;
}

/** `create` makes a new cluster, `start` starts the server, `connect` asks it who it is. */
export type DatabaseStep = "create" | "start" | "connect";

/** Name of the database inside the embedded server. */
const databaseName = "renkei";

/**
 * Opens the database; it is not migrated yet. Throws AppError("conflict", {reason: "in-use", owner}) where another
 * process serves this data, AppError("unavailable", {reason}) where there is no usable server.
 */
export async function openDatabase(config: DatabaseConfig, options: OpenOptions): Promise<Database> {
  if (config.databaseUrl) {
    return connectDatabase({ connectionString: config.databaseUrl }, "external", options, async () => undefined);
  }
  const server = await openEmbeddedServer({ dataDirectory: config.dataDirectory, port: config.port, ...options });
  try {
    await createOwnDatabase(server);
    const connection = { ...server.connection, database: databaseName };
    return await connectDatabase(connection, server.mode, options, () => server.close());
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A database on a pool of its own. `closeServer` runs after the pool has closed. */
export async function connectDatabase(
  connection: pg.PoolConfig,
  mode: Database["mode"],
  options: Pick<OpenOptions, "onProgress">,
  closeServer: () => Promise<void>,
): Promise<Database> {
  options.onProgress?.("connect");
  const pool = createPool(connection);
  let closing: Promise<void> | undefined;
  try {
    const serverVersion = await checkServer(pool);
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    const close = async () => {
      await db.destroy();
      if (!pool.ended) await pool.end();
      await closeServer();
    };
    return { pool, db, mode, serverVersion, close: () => (closing ??= close()) };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function createOwnDatabase(server: EmbeddedServer): Promise<void> {
  const pool = createPool({ ...server.connection, database: "postgres", max: 1 });
  try {
    const { rowCount } = await pool.query("select from pg_database where datname = $1", [databaseName]);
    if (rowCount === 0) await pool.query(`create database ${databaseName}`);
  } catch (error) {
    // Two processes may see the first start at the same moment: 42P04 duplicate_database, 23505 from the catalogue.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "42P04" && code !== "23505") throw error;
  } finally {
    await pool.end();
  }
}
