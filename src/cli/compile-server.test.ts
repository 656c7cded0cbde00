import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../platform/config.ts";
import { compileServer } from "./compile-server.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-compiled-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the server becomes one file, whose modules keep the places of their sources, and is made once", async () => {
  const kept = join(folder, "kept");
  const file = await compileServer(kept);
  expect(file).not.toBeNull();
  const code = await readFile(file ?? "", "utf8");
  expect(code).toContain(JSON.stringify(join(projectRoot, "src/db")));
  expect(code).toContain(JSON.stringify(pathToFileURL(join(projectRoot, "src/documents/render.ts")).href));
  expect(code).not.toMatch(/import\.meta\.(url|dirname|main)/);
  // What is not of the server stays outside: libraries, and the other commands.
  expect(code).toMatch(/from "kysely"/);
  expect(code).not.toContain("cli.reconcile.summary");
  const { mtimeMs } = await stat(file ?? "");
  expect(await compileServer(kept)).toBe(file);
  expect((await stat(file ?? "")).mtimeMs).toBe(mtimeMs);
  expect(await readdir(kept)).toHaveLength(2);
});

test("where nothing can be kept there is none, and no error", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  expect(await compileServer(join(file, "below"))).toBeNull();
});
