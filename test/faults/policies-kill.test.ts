import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openContext } from "../../src/cli/open-context.ts";
import { projectRoot, readConfig } from "../../src/platform/config.ts";
import type { Context } from "../../src/platform/context.ts";
import { watchOnly } from "../../src/testing/policy-desk.ts";
import { type PolicySite, startPolicySite } from "../../src/testing/policy-site/policy-site.ts";
import { startServer } from "./start-server.ts";

/** The day before Tangshan's list changes its structure. */
const day = "2016-04-17";

let folder: string;
let site: PolicySite;
let server: Awaited<ReturnType<typeof startServer>>;
let context: Context;
/** addresses of articles and their files as the site is asked for them */
let articles: Set<string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-policies-kill-"));
  site = await startPolicySite({ day });
  server = await startServer(join(folder, "data"), fetchSettings());
  context = await joinDatabase();
  await watchOnly(context, site);
  const published = site.truth.filter((truth) => truth.published <= day);
  const pathOf = (url: string) => new URL(url).pathname + new URL(url).search;
  articles = new Set(
    published.flatMap(({ url, attachments }) => [url, ...attachments.map((one) => one.url)]).map(pathOf),
  );
}, 180_000);
afterAll(async () => {
  await context?.database.close();
  server?.child.kill("SIGTERM");
  if (server && server.child.exitCode === null && server.child.signalCode === null) await once(server.child, "exit");
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Of one installation: the server fetches what a look has found, too. */
function fetchSettings() {
  return { RENKEI_FETCH_ALLOW: new URL(site.origin).host, RENKEI_RSSHUB: site.rsshub };
}

function joinDatabase(): Promise<Context> {
  const config = readConfig({ RENKEI_DATA: join(folder, "data"), RENKEI_LOG: "silent" });
  return openContext(config, { purpose: "command" });
}

/** `renkei sources check`, on the database of the server that runs. */
function startRound(): ChildProcess {
  const { DATABASE_URL: _database, NODE_OPTIONS: _options, ...rest } = process.env;
  const words = ["--import", "tsx", "src/cli/run.ts", "sources", "check", "--lang", "en"];
  const environment = { RENKEI_DATA: join(folder, "data"), RENKEI_LOG: "silent", ...fetchSettings() };
  return spawn(process.execPath, words, { cwd: projectRoot, env: { ...rest, ...environment }, stdio: "ignore" });
}

const asked = () => site.requests.filter(({ path }) => articles.has(path)).map(({ path }) => path);

async function untilAsked(count: number): Promise<void> {
  while (asked().length < count) await setTimeout(5);
}

/** The server may still hold a page that the rounds passed over. */
async function untilUnderstood(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = await context.database.pool.query("select from source_pages where state <> 'understood' limit 1");
    if (rows.length === 0) return;
    await setTimeout(100);
  }
}

/** What was written down as fetched at this moment, and how often it had been asked for. */
async function noteKept(): Promise<Map<string, number>> {
  const { rows } = await context.database.pool.query("select url from source_snapshots");
  const kept = new Set<string>(rows.map(({ url }) => url.replace(site.origin, "")));
  const paths = [...kept].filter((path) => articles.has(path));
  return new Map(paths.map((path) => [path, asked().filter((other) => other === path).length]));
}

const again = (kept: Map<string, number>) =>
  [...kept].filter(([path, times]) => asked().filter((other) => other === path).length > times);

test("rounds that are killed, with and without the server, go on where they were: nothing is fetched or counted twice", async () => {
  const first = startRound();
  await untilAsked(8);
  first.kill("SIGKILL");
  await once(first, "exit");
  const afterFirst = await noteKept();
  expect(afterFirst.size).toBeGreaterThan(3);

  // Now the server, whose database it is, goes as well.
  const second = startRound();
  await untilAsked(asked().length + 12);
  second.kill("SIGKILL");
  server.child.kill("SIGKILL");
  await Promise.all([second, server.child].map((child) => child.exitCode ?? child.signalCode ?? once(child, "exit")));
  await context.database.close().catch(() => undefined);
  server = await startServer(join(folder, "data"), fetchSettings());
  context = await joinDatabase();
  const afterSecond = await noteKept();
  expect(afterSecond.size).toBeGreaterThan(afterFirst.size);
  expect(again(afterFirst)).toEqual([]);

  // Two at once, and the server, share what is left.
  const rounds = [startRound(), startRound()];
  await Promise.all(rounds.map((round) => once(round, "exit")));
  expect(rounds.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  // What one of them held when the other looked is done by the next.
  const last = startRound();
  expect(await once(last, "exit")).toEqual([0, null]);
  await untilUnderstood();
  expect(again(afterSecond)).toEqual([]);
  // Of each of the three that were killed one request was on its way, and one answer may not have been written down yet.
  expect(asked().length - articles.size).toBeLessThanOrEqual(6);
  expect(new Set(asked())).toEqual(articles);
}, 240_000);

test("everything has arrived, once", async () => {
  const published = site.truth.filter((truth) => truth.published <= day);
  const { rows } = await context.database.pool.query(
    `select (select count(*)::int from policy_items where origin = 'fetched') as items,
       (select count(distinct url)::int from policy_items where origin = 'fetched') as addresses,
       (select count(*)::int from source_pages where state = 'understood') as understood,
       (select count(*)::int from source_pages where state <> 'understood') as others,
       (select sum(fresh)::int from source_checks) as fresh,
       (select count(*)::int from (select source from source_checks group by source having count(*) > 1) as twice) as twice,
       (select count(*)::int from source_snapshots join source_pages using (url)) as snapshots`,
  );
  const count = published.length;
  expect(rows[0]).toEqual({
    ...{ items: count, addresses: count, understood: count, others: 0, fresh: count, twice: 0 },
    snapshots: count,
  });
  const { rows: found } = await context.database.pool.query("select url from policy_items where origin = 'fetched'");
  expect(found.map(({ url }) => url).toSorted()).toEqual(published.map(({ url }) => url).toSorted());
});
