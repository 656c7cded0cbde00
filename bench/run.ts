import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type GrownResult, measureGrownProgramme } from "./measure/grown-programme.ts";
import { measureSampleProgramme } from "./measure/sample-programme.ts";
import { judgeTargets } from "./targets.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    samples: { type: "string", default: "30" },
    seconds: { type: "string", default: "10" },
  },
});
const report = (step: string) => process.stderr.write(`${step}\n`);
const folder = await mkdtemp(join(tmpdir(), "renkei-bench-"));
try {
  const sample = await measureSampleProgramme(folder, Number(values.seconds), report);
  const sizes: GrownResult[] = [];
  for (const activities of values.sizes.split(",").map(Number))
    sizes.push(await measureGrownProgramme(folder, activities, Number(values.samples), report));
  const largest = sizes.at(-1);
  const smallest = sizes[0];
  if (!largest || !smallest) throw new Error("no size");
  const result = {
    measuredOn: Temporal.Now.plainDateISO().toString(),
    machine: {
      processor: cpus()[0]?.model,
      cores: availableParallelism(),
      memoryMb: Math.round(totalmem() / 1024 / 1024),
      system: `${process.platform} ${process.arch}`,
    },
    versions: { node: process.version, v8: process.versions.v8 },
    targets: judgeTargets(sample, largest),
    growth: describeGrowth(smallest, largest),
    sample,
    sizes,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** How many times longer each answer takes at the largest size than at the smallest. */
function describeGrowth(smallest: GrownResult, largest: GrownResult) {
  const ratio = (large: number, small: number) => Math.round((large / small) * 10) / 10;
  return {
    activities: ratio(largest.activities, smallest.activities),
    load: ratio(largest.loadMs, smallest.loadMs),
    p50: Object.fromEntries(
      Object.entries(largest.answers).map(([name, { p50Ms }]) => [
        name,
        ratio(p50Ms, smallest.answers[name]?.p50Ms ?? Number.NaN),
      ]),
    ),
  };
}
