import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../src/platform/config.ts";

/** The real server on a free port, as `npm start` runs it; whoever starts it ends it. */
export async function startServer(
  dataDirectory: string,
  settings: Record<string, string> = {},
): Promise<{ child: ChildProcess; address: string }> {
  const { DATABASE_URL: _database, RENKEI_URL: _address, NODE_ENV: _mode, ...rest } = process.env;
  const child = spawn(join(projectRoot, "bin/renkei"), ["start", "--lang", "en"], {
    env: { ...rest, RENKEI_DATA: dataDirectory, PORT: "0", RENKEI_LOG: "error", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, address: await readAddress(child) };
}

/** Goes on reading after that: a full or closed pipe would stop the server. */
function readAddress(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /ready at (http:\/\/localhost:\d+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error(`the server did not start: ${said}`)));
  });
}
