import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../../src/platform/config.ts";

const command = join(projectRoot, "bin/renkei");

export interface ServerProcess {
  address: string;
  /** from the start of the process to the first address that it prints */
  startMs: number;
  readPeakMemoryMb(): Promise<number | null>;
  stop(): Promise<void>;
}

/** The real server on a free port, as `npm start` runs it. */
export async function startServerProcess(dataDirectory: string): Promise<ServerProcess> {
  const started = performance.now();
  const child = spawn(command, ["start", "--lang", "en"], {
    env: environmentFor(dataDirectory),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await readAddress(child);
  return {
    address,
    startMs: Math.round(performance.now() - started),
    readPeakMemoryMb: () => readPeakMemoryMb(child),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

/** `renkei load`, with the peak of its memory. */
export async function runLoad(
  dataDirectory: string,
  folder: string,
): Promise<{ loadMs: number; peakMemoryMb: number | null }> {
  const started = performance.now();
  const child = spawn(command, ["load", folder, "--replace", "--lang", "en"], {
    env: environmentFor(dataDirectory),
    stdio: "ignore",
  });
  let peakMemoryMb: number | null = null;
  const watch = setInterval(async () => {
    peakMemoryMb = (await readPeakMemoryMb(child)) ?? peakMemoryMb;
  }, 200);
  const [code] = await once(child, "exit");
  clearInterval(watch);
  if (code !== 0) throw new Error(`renkei load ended with ${code}`);
  return { loadMs: Math.round(performance.now() - started), peakMemoryMb };
}

function environmentFor(dataDirectory: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _other, RENKEI_URL: _address, NODE_ENV: _mode, ...rest } = process.env;
  return { ...rest, RENKEI_DATA: dataDirectory, PORT: "0" };
}

/** Reads on after the address, which nobody needs: a full pipe would stop the server. */
function readAddress({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stdout?.on("data", (chunk) => {
      text += String(chunk);
      const address = /http:\/\/localhost:\d+/.exec(text)?.[0];
      if (address) resolve(address);
    });
    stdout?.on("end", () => reject(new Error(`the server did not start: ${text}`)));
  });
}

/** The kernel's high-water mark of resident memory (proc(5), VmHWM); null where there is no such file. */
async function readPeakMemoryMb({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}
