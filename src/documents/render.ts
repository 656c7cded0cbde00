import { Worker } from "node:worker_threads";
import type { RenderAnswer, RenderedFile, RenderJob } from "./render-job.ts";

/** Milliseconds after which a document counts as impossible. */
const longest = 60_000;
/** Milliseconds after which an idle thread gives its memory back. */
const idle = 120_000;

interface Waiting {
  resolve(file: RenderedFile): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

let worker: Worker | null = null;
let rest: NodeJS.Timeout | null = null;
const waiting = new Map<number, Waiting>();
let last = 0;

/**
 * Writes a document in a thread of its own, one after the other, so that no reader waits while fonts are set.
 * Throws a RenderError: `missing-glyph` with the characters and their places, or `failed`.
 */
export function render(job: RenderJob): Promise<RenderedFile> {
  if (rest) clearTimeout(rest);
  worker ??= start();
  last += 1;
  const number = last;
  const { promise, resolve, reject } = Promise.withResolvers<RenderedFile>();
  const timer = setTimeout(() => stop(new Error(`a document took more than ${longest} ms`)), longest);
  waiting.set(number, { resolve, reject, timer });
  worker.ref();
  worker.postMessage({ number, job });
  return promise;
}

export class RenderError extends Error {
  readonly reason: "missing-glyph" | "failed";
  /** 「表1、3行目：😀 (U+1F600)」 */
  readonly places: readonly string[];
  constructor(reason: RenderError["reason"], places: readonly string[], message: string) {
    super(message);
    this.name = "RenderError";
    this.reason = reason;
    this.places = places;
  }
}

function start(): Worker {
  const started = new Worker(new URL("./render-worker.ts", import.meta.url), {
    execArgv: ["--import", import.meta.resolve("tsx")],
  });
  started.on("message", ({ number, ...answer }: RenderAnswer & { number: number }) => {
    const asked = waiting.get(number);
    if (!asked) return;
    settle(number, asked);
    if ("file" in answer) asked.resolve(answer.file);
    else asked.reject(new RenderError(answer.reason, answer.places, answer.message));
  });
  started.on("error", (error) => started === worker && stop(error));
  started.on(
    "exit",
    (code) => started === worker && stop(new Error(`the thread that writes documents ended with ${code}`)),
  );
  return started;
}

function settle(number: number, { timer }: Waiting): void {
  clearTimeout(timer);
  waiting.delete(number);
  if (waiting.size > 0) return;
  // Nothing is under way: the thread keeps nobody from ending.
  worker?.unref();
  rest = setTimeout(() => stop(new Error("idle")), idle);
  rest.unref();
}

function stop(error: unknown): void {
  const ended = worker;
  worker = null;
  void ended?.terminate();
  for (const [number, asked] of waiting) {
    clearTimeout(asked.timer);
    waiting.delete(number);
    asked.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
