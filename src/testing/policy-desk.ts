import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadFolder, openContext } from "../cli/open-context.ts";
import { writeCsv } from "../documents/csv.ts";
import { receivePage } from "../features/policies/receive.ts";
import { policySourceSheet } from "../features/policies/sheets.ts";
import { checkSources, type RoundResult } from "../features/sources/check-sources.ts";
import { fixedClock } from "../platform/clock.ts";
import { readConfig } from "../platform/config.ts";
import type { Context } from "../platform/context.ts";
import { type FetchSettings, parseAllowedPlaces } from "../platform/fetch/fetch-settings.ts";
import { createTestContext } from "./context.ts";
import type { PolicySite } from "./policy-site/policy-site.ts";
import { copySample } from "./programme-folder.ts";
import { startTestSite } from "./site.ts";

/** The sample programme that watches the test site and nobody else; whoever asks for it removes it. */
export async function copySampleWatching(site: PolicySite): Promise<string> {
  const folder = await copySample();
  const names = policySourceSheet.columns.map(({ name }) => name);
  const rows = site.sources.map((row) => {
    const values = new Map(Object.entries(row));
    return names.map((name) => values.get(name) ?? null);
  });
  await writeFile(join(folder, "policy_sources.csv"), writeCsv([names, ...rows]));
  return folder;
}

/** The same on a database that is in use already. */
export async function watchOnly({ database }: Pick<Context, "database">, site: PolicySite): Promise<void> {
  await database.db.deleteFrom("policy_sources").execute();
  const rows = site.sources.map((row, index) => ({ ...row, row_number: index + 1 }));
  await database.db.insertInto("policy_sources").values(rows).execute();
}

/** How the test site is reached, although it stands on this machine. */
export function fetchSettingsOf(site: Pick<PolicySite, "origin" | "rsshub">): FetchSettings {
  return { allow: parseAllowedPlaces(new URL(site.origin).host), rsshub: site.rsshub };
}

/** A desk without a server that watches the test site. */
export async function createDeskContext(site: PolicySite): Promise<Context> {
  const context = await createTestContext();
  const directory = await copySampleWatching(site);
  const { problems } = await loadFolder(context, { directory, replace: false, dryRun: false });
  await rm(directory, { recursive: true, force: true });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return { ...context, config: { ...context.config, fetch: fetchSettingsOf(site) } };
}

export interface PolicyDesk {
  address: string;
  context: Context;
  stop(): Promise<void>;
}

/** Renkei with the sample programme, as it serves pages, watching the test site. Its clock is the caller's to set. */
export async function startPolicyDesk(site: PolicySite): Promise<PolicyDesk> {
  const directory = await copySampleWatching(site);
  const running = await startTestSite(async (databaseUrl) => {
    const config = readConfig({ DATABASE_URL: databaseUrl, RENKEI_DATA: directory, RENKEI_LOG: "silent" });
    const context = await openContext(config, { purpose: "command" });
    const { problems } = await loadFolder(context, { directory, replace: false, dryRun: false });
    await context.database.close();
    if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  });
  await rm(directory, { recursive: true, force: true });
  const { context } = running.server;
  context.config.fetch = fetchSettingsOf(site);
  return { address: running.address, context, stop: running.stop };
}

/** The site's day dawns, at the desk too, and all sources are looked at, whenever they were asked last. */
export async function liveThroughDay(context: Context, site: PolicySite, day: string): Promise<RoundResult> {
  site.setDay(day);
  context.clock = fixedClock(`${day}T10:00:00Z`);
  // What a host asked for in real time is over, where days pass in seconds.
  await context.database.pool.query("update fetch_hosts set next_allowed_at = now(), failures = 0");
  return checkSources(context, { receive: receivePage, all: true });
}

/** YYYY-MM-01 to its last day. */
export function daysOf(month: string): string[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: daysInMonth }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
}
