import { Worker } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";
import { type ArchiveLimits, type ArchiveReport, archiveLimits } from "./inspect-archive.ts";

const longestMilliseconds = 20_000;
/** Each works on one processor; more at once would only make all of them late. */
const mostWorkers = 2;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Refuses ZIP archives, and so every DOCX, XLSX and PPTX, that would unpack to too much, in a worker with a memory of its
 * own. Gives the names in it. Throws AppError("invalid-input", {reason: "archive-damaged" | "archive-bomb" |
 * "archive-encrypted"}).
 */
export async function checkArchive(content: Uint8Array, limits: ArchiveLimits = archiveLimits): Promise<string[]> {
  if (running >= mostWorkers) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    const { problem, names } = await inspectInWorker(content, limits);
    if (problem !== null) throw new AppError("invalid-input", { reason: `archive-${problem}` });
    return names;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function inspectInWorker(content: Uint8Array, limits: ArchiveLimits): Promise<ArchiveReport> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./archive-worker.ts", import.meta.url), {
      workerData: { content, limits },
      // Node runs erasable TypeScript itself; the loader of the main thread would cost the worker most of its memory.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
    });
    // What cannot be looked at in this time and memory is refused as what it is: too much.
    const finish = (report: ArchiveReport) => {
      clearTimeout(timer);
      resolve(report);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish({ problem: "bomb", names: [] }), longestMilliseconds);
    worker.once("message", finish);
    worker.once("error", () => finish({ problem: "bomb", names: [] }));
    worker.once("exit", () => finish({ problem: "bomb", names: [] }));
  });
}
