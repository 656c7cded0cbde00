import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadFolder, openContext } from "../src/cli/open-context.ts";
import { projectRoot, readConfig } from "../src/platform/config.ts";
import { createApp } from "../src/web/app.ts";
import { prepareAssets } from "../src/web/assets.ts";
import { runRandomOperations } from "../test/access/random-operations.ts";

/** 10,000 random operations of eight people through the API; prints what anybody saw of another's, which must be nothing. */
const { values } = parseArgs({
  options: { operations: { type: "string", default: "10000" }, seed: { type: "string" } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const folder = await mkdtemp(join(tmpdir(), "renkei-leaks-"));
const config = readConfig({ RENKEI_DATA: join(folder, "data"), RENKEI_LOG: "error" });
const context = await openContext(config, { purpose: "serve" });
try {
  await loadFolder(context, { directory: join(projectRoot, "programmes/china-air"), replace: false, dryRun: false });
  process.stderr.write(`seed ${seed}\n`);
  const started = performance.now();
  const app = createApp(context, await prepareAssets());
  const outcome = await runRandomOperations(context, app, { seed, operations: Number(values.operations) });
  const seconds = Math.round((performance.now() - started) / 1_000);
  process.stdout.write(`${JSON.stringify({ seed, seconds, ...outcome }, null, 2)}\n`);
  if (outcome.leaks.length > 0) process.exitCode = 1;
} finally {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
}
