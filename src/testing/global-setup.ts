import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openEmbeddedServer } from "../db/embedded/embedded-server.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { createPool } from "../db/pool.ts";
import { loadedTemplate, runOn, withDatabase } from "./database.ts";

/** One server a run: DATABASE_URL_TEST, whose user may create databases, or an embedded one without fsync. */
export default async function setUpServer(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.DATABASE_URL_TEST
    ? { url: process.env.DATABASE_URL_TEST, close: async () => undefined }
    : await startTemporaryServer();
  const template = `test_template_${randomBytes(4).toString("hex")}`;
  await createTemplate(server.url, template);
  project.provide("testServer", { url: server.url, template });
  return async () => {
    for (const name of [loadedTemplate(template), template])
      await runOn(server.url, `drop database if exists ${name} with (force)`);
    await server.close();
  };
}

async function startTemporaryServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "renkei-test-"));
  const settings = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "200" };
  const server = await openEmbeddedServer({ dataDirectory, port: 0, purpose: "serve", settings });
  const { host, port, user, password } = server.connection;
  const query = new URLSearchParams({ host, port: String(port), user, password });
  const close = async () => {
    await server.close();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return { url: `postgresql:///postgres?${query}`, close };
}

async function createTemplate(serverUrl: string, template: string): Promise<void> {
  await runOn(serverUrl, `create database ${template} template template0 encoding 'UTF8'`);
  const pool = createPool({ connectionString: withDatabase(serverUrl, template), max: 1 });
  try {
    await migrateDatabase(pool);
  } finally {
    await pool.end();
  }
}
