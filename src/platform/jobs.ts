import type { PoolClient } from "pg";
import { fromKysely, PgBoss } from "pg-boss";
import type { z } from "zod";
import type { WriteTransaction } from "../db/transaction.ts";
import type { Context } from "./context.ts";

/** Work that no request waits for. It may run twice (a process can die at any moment), so it must not mind. */
export interface Job<Schema extends z.ZodType = z.ZodType> {
  /** letters, digits and hyphens; also the name of its queue */
  name: string;
  schema: Schema;
  /** how often it is tried again after a failure, and after how many seconds first; the wait doubles */
  retry: { limit: number; delaySeconds: number };
  /** one that takes longer is taken for dead and tried again */
  longestSeconds: number;
  /** five fields of cron in a time zone; it then runs with `input` in one of the processes */
  schedule?: { cron: string; timeZone: string; input: z.input<Schema> };
  /** a channel of NOTIFY on which every process runs it at once: it must share its work among them by itself */
  wakeOn?: string;
  /** with `wakeOn`: also when a process begins to listen, because what was announced before was heard by nobody */
  atStart?: boolean;
  run(context: Context, input: z.output<Schema>): Promise<void>;
}

/** Keeps the type of the input, and gives the type that a list of jobs has. */
export function defineJob<Schema extends z.ZodType>(job: Job<Schema>): Job {
  const { run, schema, ...rest } = job;
  return { ...rest, schema, run: async (context, input) => run(context, schema.parse(input)) };
}

export interface RunningJobs {
  /** inside a transaction: the job exists when, and only when, it commits */
  send(job: Pick<Job, "name">, input: object, transaction?: WriteTransaction): Promise<void>;
  /** lets the work under way end */
  stop(): Promise<void>;
}

/** Its tables are no records: they are left out of backups and made again by the next start. */
const schema = "pgboss";
const pollSeconds = 60;

/** Several processes on one database share the jobs. Only a process that serves calls this. */
export async function startJobs(context: Context, jobs: readonly Job[]): Promise<RunningJobs> {
  const { pool } = context.database;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema,
    // Nothing here is urgent; with its own intervals an idle queue asks the database several times a second.
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 30,
    clockMonitorIntervalSeconds: 600,
    superviseIntervalSeconds: 300,
    monitorIntervalSeconds: 300,
    maintenanceIntervalSeconds: 3_600,
    queueCacheIntervalSeconds: 600,
    bamIntervalSeconds: 3_600,
    flowIntervalSeconds: 3_600,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", (error) => context.log.warn({ err: error }, "job queue"));
  await boss.start();
  try {
    for (const job of jobs) await prepareJob(context, boss, job);
    await forgetOthers(boss, jobs);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  const waker = await startWaking(context, jobs);
  return {
    async send({ name }, input, transaction) {
      await boss.send(name, input, transaction ? { db: fromKysely(transaction) } : {});
    },
    async stop() {
      await waker.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function prepareJob(context: Context, boss: PgBoss, job: Job): Promise<void> {
  const { name, retry, longestSeconds, schedule } = job;
  const options = {
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: true,
    expireInSeconds: longestSeconds,
    retentionSeconds: 3 * 86_400,
    deleteAfterSeconds: 86_400,
  };
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
  if (schedule) await boss.schedule(name, schedule.cron, Object(schedule.input), { tz: schedule.timeZone });
  else await boss.unschedule(name);
  await boss.work(name, { pollingIntervalSeconds: pollSeconds }, async (found) => {
    for (const { data } of found) await runJob(context, job, data);
  });
}

/** What a former version scheduled and this one does not know would wait for ever. */
async function forgetOthers(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const known = new Set(jobs.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name);
}

async function runJob(context: Context, job: Job, input: unknown): Promise<void> {
  try {
    await job.run(context, input);
  } catch (error) {
    context.log.error({ err: error, job: job.name }, "job failed");
    throw error;
  }
}

/** Listens on one connection for all jobs; what is lost with it is made good by their schedules. */
async function startWaking(context: Context, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  const wakers = jobs.flatMap((job) =>
    job.wakeOn ? [{ channel: job.wakeOn, atStart: job.atStart, wake: oneAfterTheOther(context, job) }] : [],
  );
  if (wakers.length === 0) return { stop: async () => undefined };
  const listening: { client: PoolClient | null } = { client: null };
  const listen = async () => {
    const client = await context.database.pool.connect();
    client.on("notification", ({ channel }) => {
      for (const waker of wakers) if (waker.channel === channel) waker.wake.run();
    });
    client.on("error", () => {
      if (listening.client === client) listening.client = null;
    });
    for (const { channel } of wakers) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    listening.client = client;
  };
  const timer = setInterval(() => {
    if (listening.client === null)
      listen().catch((error: unknown) => context.log.warn({ err: error }, "cannot listen for work"));
  }, pollSeconds * 1_000);
  timer.unref();
  await listen();
  for (const { atStart, wake } of wakers) if (atStart) wake.run();
  return {
    async stop() {
      clearInterval(timer);
      listening.client?.release(true);
      await Promise.all(wakers.map(({ wake }) => wake.end()));
    },
  };
}

/** Calls while the work runs make it run once more at its end, not beside itself. */
function oneAfterTheOther(context: Context, job: Job): { run(): void; end(): Promise<void> } {
  let again = false;
  let running: Promise<void> | null = null;
  const work = async () => {
    do {
      again = false;
      await runJob(context, job, job.schedule?.input ?? {}).catch(() => undefined);
    } while (again);
    running = null;
  };
  return {
    run() {
      if (running) again = true;
      else running = work();
    },
    async end() {
      again = false;
      await running;
    },
  };
}
