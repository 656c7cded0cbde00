import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { limits, ReadingRefusal } from "./limits.ts";
import type { ReadingAnswer, ReadingRequest, ReadingResult } from "./reading-request.ts";

interface Order {
  request: ReadingRequest;
  milliseconds: number;
  resolve(result: ReadingResult): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  current: { order: Order; timer: NodeJS.Timeout } | null;
  rest: NodeJS.Timeout | null;
}

/** Each thread may take all the memory that it is given. */
const most = Math.max(1, Math.min(2, availableParallelism()));
/** Milliseconds after which an idle thread gives its memory back. */
const idle = 60_000;

const threads = new Set<Thread>();
const waiting: Order[] = [];

/**
 * Has a stranger's page or file read in a thread that is already warm, with a limit on memory and time; a thread that a
 * page overcame is replaced. Throws a ReadingRefusal and nothing else that a page could cause.
 */
export function askReadingThread(request: ReadingRequest, milliseconds: number): Promise<ReadingResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadingResult>();
  waiting.push({ request, milliseconds, resolve, reject });
  giveNext();
  return promise;
}

/** Ends the threads, for tests and for the end of a command. */
export async function stopReadingThreads(): Promise<void> {
  const ended = [...threads];
  threads.clear();
  for (const thread of ended) fail(thread, new Error("the reading threads were stopped"));
  await Promise.all(ended.map(({ worker }) => worker.terminate()));
}

function giveNext(): void {
  while (waiting.length > 0) {
    const thread = [...threads].find(({ current }) => current === null) ?? (threads.size < most ? start() : null);
    if (!thread) return;
    const order = waiting.shift();
    if (order) give(thread, order);
  }
}

function give(thread: Thread, order: Order): void {
  if (thread.rest) clearTimeout(thread.rest);
  const seconds = order.milliseconds / 1_000;
  const timer = setTimeout(
    () => replace(thread, new ReadingRefusal("too-slow", { limit: seconds })),
    order.milliseconds,
  );
  thread.current = { order, timer };
  thread.worker.ref();
  thread.worker.postMessage(order.request);
}

function start(): Thread {
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url), {
    // Node runs the worker's TypeScript itself; the loader of the main thread would take more memory than a page.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  const thread: Thread = { worker, current: null, rest: null };
  threads.add(thread);
  worker.on("message", (answer: ReadingAnswer) => finish(thread, answer));
  worker.on("error", (error) => replace(thread, isOutOfMemory(error) ? outOfMemory() : asError(error)));
  worker.on("exit", () => replace(thread, outOfMemory()));
  return thread;
}

function finish(thread: Thread, answer: ReadingAnswer): void {
  const order = takeCurrent(thread);
  if (answer.is === "refused") order?.reject(new ReadingRefusal(answer.problem.code, answer.problem.values));
  else order?.resolve(answer);
  giveNext();
  if (thread.current) return;
  // Nothing is under way: the thread keeps nobody from ending.
  thread.worker.unref();
  thread.rest = setTimeout(() => replace(thread, new Error("idle")), idle);
  thread.rest.unref();
}

function replace(thread: Thread, error: Error): void {
  if (!threads.delete(thread)) return;
  fail(thread, error);
  void thread.worker.terminate();
  giveNext();
}

function fail(thread: Thread, error: Error): void {
  if (thread.rest) clearTimeout(thread.rest);
  takeCurrent(thread)?.reject(error);
}

function takeCurrent(thread: Thread): Order | null {
  const { current } = thread;
  if (!current) return null;
  clearTimeout(current.timer);
  thread.current = null;
  return current.order;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function outOfMemory(): ReadingRefusal {
  return new ReadingRefusal("too-much-memory", { limit: limits.heapMegabytes });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
