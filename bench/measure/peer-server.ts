import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts a peer in its own process, lets `work` measure it, and ends it. */
export async function withPeer<Result>(
  kind: "node" | "hono",
  answer: { body: Buffer; contentType: string },
  work: (address: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "renkei-peer-"));
  const file = join(folder, "body");
  await writeFile(file, answer.body);
  const script = join(import.meta.dirname, "peer-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, kind, file, answer.contentType], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [chunk] = await once(child.stdout, "data");
    return await work(String(chunk).trim());
  } finally {
    child.kill("SIGTERM");
    await rm(folder, { recursive: true, force: true });
  }
}
