import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../core/language.ts";
import { verifyAuditLog } from "../features/audit/verify.ts";
import { readConfig } from "../platform/config.ts";
import type { Context } from "../platform/context.ts";
import { approveRecord, submitRecord, trainingOf } from "../testing/approve-record.ts";
import { createLoadedContext } from "../testing/context.ts";
import type { TestDatabase } from "../testing/database.ts";
import { sampleFolder } from "../testing/programme-folder.ts";
import { explainError } from "./explain-error.ts";
import { loadCommand } from "./load.ts";
import { readArguments } from "./read-arguments.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

function load(...options: string[]): Promise<number> {
  return loadCommand.run({
    ...readArguments([sampleFolder, ...options], loadCommand),
    language: "en",
    config: readConfig({ DATABASE_URL: (context.database as TestDatabase).url }),
    print: () => {},
    report: () => {},
  });
}

async function countWork() {
  const { rows } = await context.database.pool.query(
    `SELECT (SELECT count(*)::int FROM entries) AS entries, (SELECT count(*)::int FROM record_versions) AS versions,
            (SELECT count(*)::int FROM records WHERE id LIKE 'activity-%') AS records`,
  );
  return rows[0];
}

test("a load does not take what members entered away unless it is told to", async () => {
  await approveRecord(context, trainingOf(2017));
  await submitRecord(context, trainingOf(2017, { number: "100" }));
  const work = { entries: 2, versions: 1, records: 1 };
  expect(await countWork()).toEqual(work);

  const refused = await load("--replace").catch((error: unknown) => error);
  expect(refused).toMatchObject({ details: { reason: "members-work-present", entries: 2, versions: 1 } });
  for (const language of languages) {
    expect(explainError(refused, language)).toContain("--discard-entries");
    expect(explainError(refused, language)).toMatch(/2.+1/);
  }
  expect(await countWork()).toEqual(work);

  expect(await load("--replace", "--discard-entries")).toBe(0);
  expect(await countWork()).toEqual({ entries: 0, versions: 0, records: 0 });
  expect(await verifyAuditLog(context)).toMatchObject({ sound: true });
  const { rows } = await context.database.pool.query("SELECT details FROM audit_log ORDER BY number DESC LIMIT 1");
  expect(rows[0].details).toMatchObject({ discardedEntries: 2, discardedVersions: 1 });
}, 60_000);
