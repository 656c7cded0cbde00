import { randomBytes } from "node:crypto";
import { expect, inject, test } from "vitest";
import { runOn, withDatabase } from "../testing/database.ts";
import { foreignServers, startForeignServer } from "../testing/foreign-server.ts";
import { migrateDatabase } from "./migrate.ts";
import { openDatabase } from "./open-database.ts";

const config = { dataDirectory: "never used", port: 0 };

test("a database that is not UTF-8 is refused with its encoding", async () => {
  const { url } = inject("testServer");
  const name = `latin_${randomBytes(4).toString("hex")}`;
  await runOn(url, `create database ${name} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`);
  try {
    const opening = openDatabase({ ...config, databaseUrl: withDatabase(url, name) }, { purpose: "serve" });
    await expect(opening).rejects.toMatchObject({
      code: "unavailable",
      details: { reason: "encoding", encoding: "LATIN1" },
    });
  } finally {
    await runOn(url, `drop database ${name}`);
  }
});

test("a server that does not answer is told apart from one that refuses", async () => {
  const databaseUrl = "postgresql://renkei@127.0.0.1:1/renkei";
  await expect(openDatabase({ ...config, databaseUrl }, { purpose: "serve" })).rejects.toMatchObject({
    code: "unavailable",
    details: { reason: "database-unreachable", code: "ECONNREFUSED" },
  });
});

test.each(foreignServers)("PostgreSQL $version serves several processes at once", async ({ version, folder }) => {
  const server = await startForeignServer(folder);
  const open = () => openDatabase({ ...config, databaseUrl: server.url }, { purpose: "serve" });
  const [first, second] = await Promise.all([open(), open()]);
  try {
    expect(first.mode).toBe("external");
    expect(first.serverVersion).toMatch(new RegExp(`^${version}\\.`));
    const applied = await Promise.all([migrateDatabase(first.pool), migrateDatabase(second.pool)]);
    expect(applied.map((names) => names.length > 0).sort()).toEqual([false, true]);
  } finally {
    await Promise.all([first.close(), second.close()]);
    await server.stop();
  }
});
