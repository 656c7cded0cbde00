import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "../main.ts";
import { createSampleDatabase } from "./context.ts";
import { createTestDatabase } from "./database.ts";

export interface TestSite {
  address: string;
  /** of its database, for commands that join it */
  databaseUrl: string;
  server: RunningServer;
  stop(): Promise<void>;
}

/** The whole site with the sample programme, or with what `prepare` puts into its database, and a free port. */
export async function startTestSite(prepare?: (databaseUrl: string) => Promise<void>): Promise<TestSite> {
  const database = prepare ? await createTestDatabase() : await createSampleDatabase();
  await prepare?.(database.url);
  const dataDirectory = await mkdtemp(join(tmpdir(), "renkei-site-"));
  const server = await startServer({
    databaseUrl: database.url,
    dataDirectory,
    secret: "for tests only 7f3Kq9ZxW2vB8nM1",
    port: 0,
    trustedProxies: 0,
    development: true,
    logLevel: "error",
  });
  return {
    address: server.address,
    databaseUrl: database.url,
    server,
    async stop() {
      await server.stop();
      await database.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
