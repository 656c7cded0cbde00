import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { projectRoot } from "./config.ts";

const script = `
  import { AppError } from "./src/core/errors.ts";
  import { createLog } from "./src/platform/log.ts";
  const log = createLog({ logLevel: "info" });
  const failure = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (name)=(山田) already exists." });
  log.error({ err: failure }, "first");
  log.warn({ err: new AppError("conflict", { reason: "in-use" }) }, "second");
  log.debug("third");
`;

test("events are JSON lines on stderr, and a database error does not carry the row into them", () => {
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: projectRoot,
    encoding: "utf8",
  });
  expect(run.stdout).toBe("");
  expect(run.stderr).not.toContain("山田");
  const events = run.stderr
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events).toMatchObject([
    { level: "error", msg: "first", err: { type: "Error", message: "duplicate key", code: "23505" } },
    { level: "warn", msg: "second", err: { code: "conflict", details: { reason: "in-use" } } },
  ]);
});
