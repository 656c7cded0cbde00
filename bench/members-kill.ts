import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openKillTrial } from "../test/faults/kill-round.ts";

/** Kills the server a hundred times in the middle of members' saves; prints what was lost or done by half, which must be nothing. */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "100" } } });
const folder = await mkdtemp(join(tmpdir(), "renkei-kill-"));
const trial = await openKillTrial(join(folder, "data"));
const sum = { rounds: 0, saves: 0, approvals: 0, damage: [] as string[] };
try {
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const { saves, approvals, damage } = await trial.round(100 + Math.round(Math.random() * 1_500));
    sum.rounds = round;
    sum.saves += saves;
    sum.approvals += approvals;
    sum.damage.push(...damage.map((what) => `round ${round}: ${what}`));
    process.stderr.write(`round ${round}: ${saves} saves, ${approvals} approvals, ${damage.length} damaged\n`);
  }
} finally {
  await trial.stop();
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify(sum, null, 2)}\n`);
if (sum.damage.length > 0) process.exitCode = 1;
