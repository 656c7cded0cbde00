import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { write } from "../db/transaction.ts";
import { createTestContext } from "../testing/context.ts";
import type { Context } from "./context.ts";
import { defineJob, type RunningJobs, startJobs } from "./jobs.ts";

let context: Context;
const started: RunningJobs[] = [];

beforeEach(async () => {
  context = await createTestContext();
});
afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop();
  await context.database.close();
});

async function start(...jobs: Parameters<typeof startJobs>[1]): Promise<RunningJobs> {
  const running = await startJobs(context, jobs);
  started.push(running);
  return running;
}

const base = { schema: z.object({}), retry: { limit: 0, delaySeconds: 1 }, longestSeconds: 60 };

async function jobsOf(name: string): Promise<number> {
  const { rows } = await context.database.pool.query("select from pgboss.job where name = $1", [name]);
  return rows.length;
}

test("work sent in a transaction exists only when the transaction does", async () => {
  const running = await start(defineJob({ ...base, name: "count", run: async () => undefined }));
  const failing = write(context.database, async (transaction) => {
    await running.send({ name: "count" }, {}, transaction);
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  expect(await jobsOf("count")).toBe(0);
  await write(context.database, (transaction) => running.send({ name: "count" }, {}, transaction));
  expect(await jobsOf("count")).toBe(1);
});

test("two processes start at the same moment on one database, and a second start finds everything in place", async () => {
  const job = defineJob({
    ...base,
    name: "morning",
    schedule: { cron: "0 8 * * *", timeZone: "Asia/Tokyo", input: {} },
    run: async () => undefined,
  });
  await Promise.all([start(job), start(job)]);
  for (const jobs of started.splice(0)) await jobs.stop();
  await start(job);
  const { rows } = await context.database.pool.query("select name, cron, timezone from pgboss.schedule");
  expect(rows).toEqual([{ name: "morning", cron: "0 8 * * *", timezone: "Asia/Tokyo" }]);
});

test("a job that a newer version no longer has is not started any more", async () => {
  const schedule = { cron: "0 8 * * *", timeZone: "Asia/Tokyo", input: {} };
  const old = await start(defineJob({ ...base, name: "old", schedule, run: async () => undefined }));
  await old.stop();
  await start(defineJob({ ...base, name: "new", schedule, run: async () => undefined }));
  const { rows } = await context.database.pool.query("select name from pgboss.schedule");
  expect(rows).toEqual([{ name: "new" }]);
});

test("a notification wakes the job at once; many at a time make it run once more, never beside itself", async () => {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const runs = { now: 0, most: 0, all: 0 };
  const job = defineJob({
    ...base,
    name: "woken",
    wakeOn: "renkei_test",
    async run() {
      runs.now += 1;
      runs.all += 1;
      runs.most = Math.max(runs.most, runs.now);
      if (runs.all === 1) {
        first.resolve();
        await new Promise((resolve) => setTimeout(resolve, 200));
      } else second.resolve();
      runs.now -= 1;
    },
  });
  const running = await start(job);
  await context.database.pool.query("select pg_notify('renkei_test', '')");
  await first.promise;
  for (let call = 0; call < 5; call += 1)
    await context.database.pool.query("select pg_notify('renkei_test', $1)", [String(call)]);
  await second.promise;
  started.length = 0;
  await running.stop();
  expect(runs).toEqual({ now: 0, most: 1, all: 2 });
});

test("input that the job's schema refuses does not reach its work", async () => {
  const seen: unknown[] = [];
  const job = defineJob({
    ...base,
    name: "strict",
    schema: z.object({ year: z.int() }),
    run: async (_, input) => void seen.push(input),
  });
  await expect(job.run(context, { year: "2026" })).rejects.toThrow();
  await job.run(context, { year: 2026 });
  expect(seen).toEqual([{ year: 2026 }]);
});
