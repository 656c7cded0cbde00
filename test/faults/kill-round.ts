import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { openContext } from "../../src/cli/open-context.ts";
import { readConfig } from "../../src/platform/config.ts";
import type { Context } from "../../src/platform/context.ts";
import { findDamage, keepApproving, keepSaving, openTab, type Site, signInPeople } from "./member-saves.ts";
import { startServer } from "./start-server.ts";

/** The real server on a data folder of its own, with two people signed in. */
export interface KillTrial {
  /** kills the server in the middle of saves, starts it again and says what was lost or done by half */
  round(afterMs: number): Promise<{ saves: number; approvals: number; damage: string[] }>;
  stop(): Promise<void>;
}

const tabs = 6;

export async function openKillTrial(dataDirectory: string): Promise<KillTrial> {
  let server = await startServer(dataDirectory);
  const config = readConfig({ RENKEI_DATA: dataDirectory, RENKEI_LOG: "silent" });
  const context: Context = await openContext(config, { purpose: "command" });
  const people = await signInPeople(context);
  return {
    async round(afterMs) {
      const { address, child } = server;
      let isOver = false;
      const site: Site = { ...people, origin: address, send: (path, init) => fetch(`${address}${path}`, init) };
      const works = await Promise.all(Array.from({ length: tabs }, () => openTab(site)));
      const saving = works.map((work) => keepSaving(site, work, () => isOver));
      const approving = keepApproving(site, () => isOver);
      await setTimeout(afterMs);
      child.kill("SIGKILL");
      await once(child, "exit");
      isOver = true;
      await Promise.all(saving);
      const approved = await approving;
      server = await startServer(dataDirectory);
      const odd = works.flatMap((work) => work.odd);
      const damage = [...odd, ...(await findDamage(context, works, approved))];
      const saves = works.reduce((sum, { revision }) => sum + revision, 0);
      return { saves, approvals: approved.length, damage };
    },
    async stop() {
      await context.database.close();
      server.child.kill("SIGTERM");
      if (server.child.exitCode === null) await once(server.child, "exit");
    },
  };
}
