import { Worker } from "node:worker_threads";
import { AppError } from "../core/errors.ts";
import type { RenderAnswer, RenderedFile, RenderJob } from "./render-job.ts";

/** Milliseconds of writing after which a document counts as impossible; waiting for others does not count. */
const longest = 60_000;
/** Milliseconds after which an idle thread gives its memory back. */
const idle = 120_000;
/** Documents that wait; who comes after them is asked to come again. */
const mostWaiting = 60;

interface Order {
  job: RenderJob;
  resolve(file: RenderedFile): void;
  reject(error: Error): void;
}

let worker: Worker | null = null;
let rest: NodeJS.Timeout | null = null;
const waiting: Order[] = [];
let current: { order: Order; timer: NodeJS.Timeout } | null = null;

/**
 * Writes a document in a thread of its own, one after the other, so that no reader waits while fonts are set. Throws a RenderError:
 * `missing-glyph` with the characters and their places, or `failed`; AppError("unavailable", {reason: "busy"}).
 */
export function render(job: RenderJob): Promise<RenderedFile> {
  if (waiting.length >= mostWaiting) return Promise.reject(new AppError("unavailable", { reason: "busy" }));
  const { promise, resolve, reject } = Promise.withResolvers<RenderedFile>();
  waiting.push({ job, resolve, reject });
  writeNext();
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

function writeNext(): void {
  if (current) return;
  if (rest) clearTimeout(rest);
  const order = waiting.shift();
  if (!order) {
    // Nothing is under way: the thread keeps nobody from ending.
    worker?.unref();
    rest = setTimeout(() => stop(new Error("idle")), idle);
    rest.unref();
    return;
  }
  worker ??= start();
  worker.ref();
  const timer = setTimeout(() => stop(new Error(`a document took more than ${longest} ms`)), longest);
  current = { order, timer };
  worker.postMessage(order.job);
}

function start(): Worker {
  const started = new Worker(new URL("./render-worker.ts", import.meta.url), {
    // Found from here and not from the folder in which Renkei was started.
    execArgv: ["--import", import.meta.resolve("tsx")],
  });
  started.on("message", (answer: RenderAnswer) => {
    const order = takeCurrent();
    if ("file" in answer) order?.resolve(answer.file);
    else order?.reject(new RenderError(answer.reason, answer.places, answer.message));
    writeNext();
  });
  started.on("error", (error) => started === worker && stop(error));
  started.on(
    "exit",
    (code) => started === worker && stop(new Error(`the thread that writes documents ended with ${code}`)),
  );
  return started;
}

/** The document under way is lost with its thread; those that wait get a new one. */
function stop(error: unknown): void {
  const ended = worker;
  worker = null;
  void ended?.terminate();
  takeCurrent()?.reject(error instanceof Error ? error : new Error(String(error)));
  if (waiting.length > 0) writeNext();
}

function takeCurrent(): Order | null {
  if (!current) return null;
  const { order, timer } = current;
  clearTimeout(timer);
  current = null;
  return order;
}
