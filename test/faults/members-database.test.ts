import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFolder, openContext } from "../../src/cli/open-context.ts";
import { readConfig } from "../../src/platform/config.ts";
import type { Context } from "../../src/platform/context.ts";
import { sampleFolder } from "../../src/testing/programme-folder.ts";
import { createApp } from "../../src/web/app.ts";
import { prepareAssets } from "../../src/web/assets.ts";
import { findDamage, keepSaving, openTab, type Site, signInPeople } from "./member-saves.ts";
import { readPostmasterPid } from "./open-process.ts";

let folder: string;
let data: string;
let context: Context;
let site: Site;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-restart-"));
  data = join(folder, "data");
  context = await openContext(readConfig({ RENKEI_DATA: data, RENKEI_LOG: "silent" }), { purpose: "serve" });
  await loadFolder(context, { directory: sampleFolder, replace: false, dryRun: false });
  const app = createApp(context, await prepareAssets());
  site = {
    ...(await signInPeople(context)),
    origin: "http://localhost",
    send: async (path, init) => app.request(path, init),
  };
}, 120_000);
afterAll(async () => {
  await context?.database.close();
  await rm(folder, { recursive: true, force: true });
});

// PostgreSQL's fast and immediate shutdown (its manual, 18.5); the process that serves starts it again.
test.each(["SIGINT", "SIGQUIT"] as const)(
  "the database restarts under load by %s: 503, then work as before",
  async (signal) => {
    let isOver = false;
    const works = await Promise.all(Array.from({ length: 6 }, () => openTab(site)));
    const saving = works.map((work) => keepSaving(site, work, () => isOver));
    await setTimeout(400);
    const before = await readPostmasterPid(data);
    process.kill(before, signal);
    await expect
      .poll(async () => ((await readPostmasterPid(data).catch(() => before)) === before ? 0 : await askYears()), {
        timeout: 60_000,
      })
      .toBe(200);
    await setTimeout(400);
    isOver = true;
    await Promise.all(saving);
    expect(works.flatMap(({ odd }) => odd)).toEqual([]);
    expect(works.reduce((sum, { unavailable }) => sum + unavailable, 0)).toBeGreaterThan(0);
    expect(await findDamage(context, works, [])).toEqual([]);
  },
);

async function askYears(): Promise<number> {
  const response = await site.send("/api/v1/members/years", { headers: { cookie: site.member } });
  return response.status;
}
