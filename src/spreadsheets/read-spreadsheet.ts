import { Worker } from "node:worker_threads";
import { limits, SpreadsheetRefusal } from "./refusal.ts";
import type { Grid, Workbook } from "./workbook.ts";
import type { WorkerMessage, WorkerRequest } from "./worker-messages.ts";

export interface ReadOptions {
  /** shown as the name of a CSV file's only sheet */
  name: string;
  /** folded headings that the file may carry (template.ts, headersOf) */
  expectedHeaders: ReadonlySet<string>;
  /** share that is read, 0 to 1 */
  onProgress?: (share: number) => void;
  /** milliseconds */
  timeLimit?: number;
  heapMegabytes?: number;
}

/**
 * Reads an .xlsx or CSV file that came from anybody, in a thread of its own with a limit on memory and time.
 * Throws a SpreadsheetRefusal that says why it is not read.
 */
export async function readSpreadsheet(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  if (bytes.length > limits.fileBytes) throw new SpreadsheetRefusal("too-large", limits.fileBytes);
  await waitForPlace();
  try {
    return await readInThread(bytes, options);
  } finally {
    leavePlace();
  }
}

/** Files that are read at a time: each may take all the memory that a thread is given. */
const places = 2;
let taken = 0;
const waiting: (() => void)[] = [];

async function waitForPlace(): Promise<void> {
  if (taken < places) taken += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

function leavePlace(): void {
  const next = waiting.shift();
  if (next) next();
  else taken -= 1;
}

async function readInThread(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  const heapMegabytes = options.heapMegabytes ?? limits.heapMegabytes;
  const request: WorkerRequest = { bytes, name: options.name, expectedHeaders: [...options.expectedHeaders] };
  const worker = new Worker(new URL("./spreadsheet-worker.ts", import.meta.url), {
    workerData: request,
    // Node runs the worker's TypeScript itself; the loader of the main thread would take more memory than the sheet.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<Workbook>();
  const timeLimit = options.timeLimit ?? limits.seconds * 1_000;
  const timer = setTimeout(() => reject(new SpreadsheetRefusal("too-slow", timeLimit / 1_000)), timeLimit);
  let workbook: Workbook | null = null;
  let grid: Grid | undefined;
  worker.on("message", (message: WorkerMessage) => {
    if (message.is === "progress") options.onProgress?.(message.share);
    else if (message.is === "refused") reject(new SpreadsheetRefusal(message.reason, message.limit, message.place));
    else if (message.is === "begun") workbook = { format: message.format, encoding: message.encoding, grids: [] };
    else if (message.is === "grid") {
      grid = message.grid;
      workbook?.grids.push(grid);
    } else if (message.is === "rows") grid?.rows.push(...message.rows);
    else if (workbook) resolve(workbook);
  });
  worker.on("error", (error) => reject(isOutOfMemory(error) ? outOfMemory(heapMegabytes) : error));
  worker.on("exit", () => reject(outOfMemory(heapMegabytes)));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function outOfMemory(heapMegabytes: number): SpreadsheetRefusal {
  return new SpreadsheetRefusal("too-much-memory", heapMegabytes);
}
