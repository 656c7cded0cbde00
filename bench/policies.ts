import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { loadFolder, openContext } from "../src/cli/open-context.ts";
import { receivePage } from "../src/features/policies/receive.ts";
import { stopReadingThreads } from "../src/features/policies/understand/reading-threads.ts";
import { checkSources } from "../src/features/sources/check-sources.ts";
import { readConfig } from "../src/platform/config.ts";
import { parseAllowedPlaces } from "../src/platform/fetch/fetch-settings.ts";
import { startPolicySite } from "../src/testing/policy-site/policy-site.ts";

/**
 * The policy desk's whole way, on embedded PostgreSQL and the local test site: lists looked at, articles fetched one host at a time, understood,
 * classified, compared with all others, linked and kept: `node_modules/.bin/node --import tsx bench/policies.ts`.
 */
const { values } = parseArgs({
  options: { lists: { type: "string", default: "50" }, articles: { type: "string", default: "1000" } },
});
const [lists, articles] = [Number(values.lists), Number(values.articles)];
const limitSeconds = 60;

const folder = await mkdtemp(join(tmpdir(), "renkei-bench-policies-"));
const site = await startPolicySite({ bulk: { lists, articles } });
const config = readConfig({ ...process.env, RENKEI_DATA: folder });
const allow = parseAllowedPlaces(new URL(site.origin).host);
const context = await openContext(
  { ...config, logLevel: "warn", fetch: { ...config.fetch, allow } },
  { purpose: "serve" },
);
try {
  await loadFolder(context, { directory: "programmes/china-air", replace: false, dryRun: false });
  const bulk = site.sources.filter(({ id }) => id.startsWith("test-bulk-"));
  for (const [index, row] of bulk.entries())
    await context.database.db
      .insertInto("policy_sources")
      .values({ ...row, row_number: 10_000 + index })
      .execute();
  const peak = watchMemory();
  const ids = bulk.map(({ id }) => id);
  const first = await measure(ids);
  const second = await measure(ids);
  const peakMemoryMb = peak.stop();
  const peer = await readPlainly();
  const [found] = (
    await context.database.pool.query(
      `select count(*)::int as items, count(*) filter (where not is_original)::int as reposts,
         count(*) filter (where cardinality(topic_ids) > 0)::int as "withTopics"
       from policy_items where source = any ($1)`,
      [ids],
    )
  ).rows;
  process.stdout.write(
    `${JSON.stringify(
      {
        measuredOn: Temporal.Now.plainDateISO().toString(),
        machine: { processor: cpus()[0]?.model, cores: availableParallelism(), node: process.version },
        target: {
          what: `${lists} lists and ${articles} articles, seconds`,
          limit: limitSeconds,
          measured: first.seconds,
          met: first.seconds <= limitSeconds,
        },
        first,
        second,
        peer: { ...peer, timesLonger: Math.round((first.seconds / peer.seconds) * 10) / 10 },
        found,
        peakMemoryMb,
      },
      null,
      2,
    )}\n`,
  );
} finally {
  await site.close();
  await stopReadingThreads();
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(ids: readonly string[]) {
  const asked = site.requests.length;
  const started = performance.now();
  let told = 0;
  const { looked, pages } = await checkSources(context, {
    receive: receivePage,
    ids,
    onProgress: ({ pages: { done, total } }) => {
      if (done >= told + 100) {
        told = done;
        process.stderr.write(`${done} of ${total}\n`);
      }
    },
  });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  const pagesPerSecond = Math.round(pages.understood / seconds);
  return { seconds, pagesPerSecond, lists: looked.length, ...pages, requests: site.requests.length - asked };
}

/**
 * The peer, in the same run: the same pages fetched one after the other and given to Mozilla's Readability, nothing kept. What it leaves
 * out is the rest: lists, robots.txt, turns, snapshots, fields, classification, comparison with all others, links.
 */
async function readPlainly() {
  const addresses = site.truth.filter(({ id }) => id.startsWith("bulk-")).map(({ url }) => url);
  const started = performance.now();
  let read = 0;
  for (const address of addresses) {
    const { document } = parseHTML(await (await fetch(address)).text());
    if (new Readability(document).parse()?.textContent) read += 1;
  }
  return { seconds: Math.round((performance.now() - started) / 100) / 10, pages: read };
}

function watchMemory(): { stop(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 200);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(peak / 1024 / 1024);
    },
  };
}
