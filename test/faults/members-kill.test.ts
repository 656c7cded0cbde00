import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type KillTrial, openKillTrial } from "./kill-round.ts";

/** The long form of a hundred rounds is in bench/members-kill.ts. */
let folder: string;
let trial: KillTrial;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-kill-"));
  trial = await openKillTrial(join(folder, "data"));
}, 120_000);
afterAll(async () => {
  await trial?.stop();
  await rm(folder, { recursive: true, force: true });
});

test.each([400, 900])(
  "SIGKILL after %i ms of saves: all that was confirmed is there, nothing by half",
  async (afterMs) => {
    const { saves, damage } = await trial.round(afterMs);
    expect(damage).toEqual([]);
    // A busy machine saves few in that time; of none there would be nothing to lose.
    expect(saves).toBeGreaterThan(2);
  },
);
