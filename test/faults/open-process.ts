import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { isProcessAlive, waitUntil } from "../../src/db/embedded/process.ts";

type Event = Record<string, unknown>;

export interface DatabaseProcess {
  child: ChildProcess;
  /** resolves at the next event that has one of these keys */
  expectEvent(...keys: string[]): Promise<Event>;
  query(sql: string): Promise<unknown>;
  kill(): Promise<void>;
  terminate(): Promise<void>;
}

export interface User {
  uid?: number;
  gid?: number;
}

/** Starts database-process.ts as `user`, in a folder far from the project. */
export function openProcess(dataDirectory: string, user: User, purpose = "serve"): DatabaseProcess {
  const script = join(import.meta.dirname, "database-process.ts");
  const child = spawn(process.execPath, [script, dataDirectory, purpose], {
    ...user,
    cwd: "/",
    stdio: ["pipe", "pipe", "pipe"],
  });
  const events: Event[] = [];
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  createInterface({ input: child.stdout }).on("line", (line) => events.push(JSON.parse(line)));
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));

  const expectEvent = async (...keys: string[]) => {
    let found: Event | undefined;
    const passed: Event[] = [];
    await waitUntil(() => {
      while (events.length > 0 && !found) {
        const event = events.shift();
        if (event && keys.some((key) => key in event)) found = event;
        else if (event) passed.push(event);
      }
      return found !== undefined || (child.exitCode !== null && events.length === 0);
    }, 60_000);
    if (!found)
      throw new Error(`no event ${keys.join(" or ")} but ${JSON.stringify(passed)}; the process said: ${complaint}`);
    return found;
  };
  const query = async (sql: string) => {
    child.stdin.write(`${sql}\n`);
    return (await expectEvent("rows")).rows;
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return { child, expectEvent, query, kill: () => end("SIGKILL"), terminate: () => end("SIGTERM") };
}

export async function readPostmasterPid(dataDirectory: string): Promise<number> {
  return Number((await readFile(join(dataDirectory, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[0]);
}

export async function isServerGone(pid: number): Promise<boolean> {
  return waitUntil(() => !isProcessAlive(pid), 10_000);
}
