import { type RunningServer, startServer } from "../main.ts";
import { createTestDatabase } from "./database.ts";

export interface TestSite {
  address: string;
  server: RunningServer;
  stop(): Promise<void>;
}

/** The whole site with the sample programme, on a database of its own and a free port. */
export async function startTestSite(): Promise<TestSite> {
  const database = await createTestDatabase();
  const server = await startServer({
    databaseUrl: database.url,
    dataDirectory: "",
    secret: "for tests only 7f3Kq9ZxW2vB8nM1",
    port: 0,
    trustedProxies: 0,
    development: true,
    logLevel: "error",
  });
  return {
    address: server.address,
    server,
    async stop() {
      await server.stop();
      await database.close();
    },
  };
}
