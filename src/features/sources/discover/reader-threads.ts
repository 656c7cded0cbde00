import { Worker } from "node:worker_threads";
import type { SourceProblem } from "../source.ts";
import type { ReaderAnswer, ReaderReply, ReaderRequest } from "./reader-messages.ts";

const longestMilliseconds = 15_000;
const heapMegabytes = 256;
/** Each works on one processor; more would only make all of them late. */
const mostThreads = 2;
/** A thread takes a tenth of a second to start, and the lists of a round come one after the other. */
const idleMilliseconds = 3_000;

/** What a page did to the thread that read it. */
export class UnreadablePage extends Error {
  readonly problem: SourceProblem;

  constructor(problem: SourceProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

interface Thread {
  worker: Worker;
  idleTimer: NodeJS.Timeout | null;
}

const idle: Thread[] = [];
let running = 0;
const waiting: (() => void)[] = [];

type Answer<What extends ReaderAnswer["what"]> = Extract<ReaderAnswer, { what: What }>;

/**
 * Reads what a stranger wrote in a thread with a memory of its own and a limit of time: a page nested a million deep, or an
 * expression that never ends, costs that thread and nothing else. Throws UnreadablePage.
 */
export async function readInThread<Request extends ReaderRequest>(
  request: Request,
  options: { milliseconds?: number } = {},
): Promise<Answer<Request["what"]>> {
  if (running >= mostThreads) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    const answer = await ask(request, options.milliseconds ?? longestMilliseconds);
    if (!isAnswerTo(request, answer)) throw new UnreadablePage({ code: "unreadable" });
    return answer;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function isAnswerTo<Request extends ReaderRequest>(
  request: Request,
  answer: ReaderAnswer,
): answer is Answer<Request["what"]> {
  return answer.what === request.what;
}

async function ask(request: ReaderRequest, milliseconds: number): Promise<ReaderAnswer> {
  const thread = takeThread();
  const { worker } = thread;
  const { promise, resolve, reject } = Promise.withResolvers<ReaderReply>();
  const timer = setTimeout(
    () => reject(new UnreadablePage({ code: "too-slow", values: { seconds: milliseconds / 1_000 } })),
    milliseconds,
  );
  const fail = (error: unknown) => reject(explain(error));
  const end = () => reject(new UnreadablePage({ code: "too-much-memory", values: { megabytes: heapMegabytes } }));
  worker.once("message", resolve).once("error", fail).once("exit", end);
  try {
    worker.postMessage(request);
    const reply = await promise;
    worker.off("error", fail).off("exit", end);
    keepThread(thread);
    if ("failed" in reply) throw new UnreadablePage({ code: "unreadable" });
    return reply.answer;
  } catch (error) {
    // A thread that still works on it is not asked again; one that answered is with the others already.
    if (!idle.includes(thread)) void worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function explain(error: unknown): UnreadablePage {
  const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return new UnreadablePage(
    isMemory ? { code: "too-much-memory", values: { megabytes: heapMegabytes } } : { code: "unreadable" },
  );
}

function takeThread(): Thread {
  const kept = idle.pop();
  if (kept) {
    if (kept.idleTimer) clearTimeout(kept.idleTimer);
    kept.worker.ref();
    return kept;
  }
  const worker = new Worker(new URL("./reader-worker.ts", import.meta.url), {
    // Node runs erasable TypeScript itself; the loader of the main thread would cost memory and time.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
  });
  return { worker, idleTimer: null };
}

function keepThread(thread: Thread): void {
  // No process stays alive for a thread that nobody asks.
  thread.worker.unref();
  idle.push(thread);
  thread.idleTimer = setTimeout(() => {
    const index = idle.indexOf(thread);
    if (index !== -1) idle.splice(index, 1);
    void thread.worker.terminate();
  }, idleMilliseconds);
  thread.idleTimer.unref();
}
