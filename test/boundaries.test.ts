import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../src/platform/config.ts";

/** Imports that the house forbids. Each file must be rejected, so that the rules in biome.json cannot fail silently. */
const forbidden: Record<string, string> = {
  "src/core/reads-database.ts": 'export { read } from "../db/transaction.ts";',
  "src/documents/knows-feature.ts": 'export { getTable } from "../features/statistics/service.ts";',
  "src/db/knows-feature.ts": 'export { getProgramme } from "../features/programme/service.ts";',
  "src/platform/knows-page.ts": 'export { links } from "../web/links.ts";',
  "src/web/components/knows-messages.tsx": 'export { message } from "../../messages/message.ts";',
  "src/features/activities/reads-other-store.ts": 'export { readClaims } from "../statistics/store.ts";',
  "src/features/activities/pages/reads-other-store.tsx": 'export { readClaims } from "../../statistics/store.ts";',
  "src/features/records/pages/year/reads-other-store.tsx": 'export { readClaims } from "../../../statistics/store.ts";',
  "src/features/records/pages/year/knows-root.ts": 'export { startServer } from "../../../../main.ts";',
  "src/features/activities/knows-root.ts": 'export { startServer } from "../../main.ts";',
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-boundaries-"));
  await copyFile(join(projectRoot, "biome.json"), join(folder, "biome.json"));
  await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  for (const [name, content] of Object.entries(forbidden)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), `${content}\n`);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.keys(forbidden))("%s is rejected", async (name) => {
  const biome = join(projectRoot, "node_modules/.bin/biome");
  const run = promisify(execFile)(biome, ["lint", name], { cwd: folder });
  await expect(run).rejects.toMatchObject({ stderr: expect.stringContaining("noRestrictedImports") });
});

test("the project itself keeps them", async () => {
  const biome = join(projectRoot, "node_modules/.bin/biome");
  const run = promisify(execFile)(biome, ["lint", "--only=style/noRestrictedImports", "src"], { cwd: projectRoot });
  await expect(run).resolves.toBeDefined();
});
