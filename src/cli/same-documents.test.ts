import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "../platform/clock.ts";
import { readConfig } from "../platform/config.ts";
import { createTestDatabase, type TestDatabase } from "../testing/database.ts";
import { createApp } from "../web/app.ts";
import { prepareAssets } from "../web/assets.ts";
import { checkCommand } from "./check.ts";
import type { Command, CommandOptions } from "./command.ts";
import { loadFolder, openContext } from "./open-context.ts";
import { reconcileCommand } from "./reconcile.ts";
import { tableCommand } from "./table.ts";
import { tablesCommand } from "./tables.ts";

let database: TestDatabase;
let readApi: (path: string) => Promise<unknown>;
let closeApi: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  const config = readConfig({ DATABASE_URL: database.url, RENKEI_LOG: "error" });
  const context = { ...(await openContext(config, { purpose: "command" })), clock: fixedClock("2018-07-02T03:00:00Z") };
  await loadFolder(context, { directory: "programmes/china-air", replace: false, dryRun: false });
  const app = createApp(context, await prepareAssets());
  readApi = async (path) => JSON.parse(await (await app.request(path)).text());
  closeApi = () => context.database.close();
}, 120_000);
afterAll(async () => {
  await closeApi();
  await database.close();
});

async function runCommand(
  command: Command,
  options: Partial<CommandOptions>,
  positionals: string[] = [],
): Promise<unknown> {
  const printed: string[] = [];
  await command.run({
    positionals,
    options: {
      format: "json",
      replace: false,
      dryRun: false,
      discardEntries: false,
      calendar: "gregorian",
      ...options,
    },
    language: "zh",
    config: readConfig({ DATABASE_URL: database.url, RENKEI_LOG: "error" }),
    print: (text) => printed.push(text),
    report: () => {},
  });
  return JSON.parse(printed.join("\n"));
}

describe("the command prints what the API gives", () => {
  it.each([
    ["table overview", tableCommand, { asOf: "2018-06-30" }, ["overview"], "tables/overview?asOf=2018-06-30&lang=zh"],
    [
      "table consultations",
      tableCommand,
      { fiscalYear: 2015, asOf: "2016-01-19" },
      ["consultations"],
      "tables/consultations?fiscalYear=2015&asOf=2016-01-19&lang=zh",
    ],
    ["tables", tablesCommand, {}, [], "tables?lang=zh"],
    ["check", checkCommand, { asOf: "2018-06-30" }, [], "findings?asOf=2018-06-30&lang=zh"],
    ["reconcile", reconcileCommand, {}, [], "reconciliation?lang=zh"],
  ] as const)("%s", async (_name, command, options, positionals, path) => {
    const printed = await runCommand(command, options, [...positionals]);
    expect(JSON.stringify(printed).length).toBeGreaterThan(500);
    expect(printed).toEqual(await readApi(`/api/v1/${path}`));
  });
});
