import { rm } from "node:fs/promises";
import { join } from "node:path";
import { generateProgramme, sizeFor } from "../generate-programme.ts";
import { listTargets } from "./addresses.ts";
import { type CountComparison, compareCounting } from "./count-in-javascript.ts";
import { type Latency, measureLatency } from "./latency.ts";
import { runLoad, startServerProcess } from "./server.ts";

export interface GrownResult {
  activities: number;
  organisations: number;
  partnerships: number;
  loadMs: number;
  loadPeakMemoryMb: number | null;
  startMs: number;
  serverPeakMemoryMb: number | null;
  /** by name of the address, slowest first */
  answers: Record<string, Latency>;
  counting: CountComparison;
}

/** Loads a generated programme and asks for everything that the site and the API publish. */
export async function measureGrownProgramme(
  folder: string,
  activities: number,
  samples: number,
  report: (step: string) => void,
): Promise<GrownResult> {
  const size = sizeFor(activities);
  const [programme, data] = [join(folder, "programme"), join(folder, "data")];
  report(`${activities} activities: generate`);
  await generateProgramme(programme, size);
  report(`${activities} activities: load`);
  const load = await runLoad(data, programme);
  const counting = await compareCounting(data);
  const server = await startServerProcess(data);
  try {
    const answers: [string, Latency][] = [];
    for (const target of await listTargets(server.address)) {
      const latency = await measureLatency(target.addressOf, samples);
      report(`${activities} activities: ${target.name} p95 ${latency.p95Ms} ms`);
      answers.push([target.name, latency]);
    }
    return {
      ...size,
      loadMs: load.loadMs,
      loadPeakMemoryMb: load.peakMemoryMb,
      startMs: server.startMs,
      serverPeakMemoryMb: await server.readPeakMemoryMb(),
      answers: Object.fromEntries(answers.toSorted(([, a], [, b]) => b.p95Ms - a.p95Ms)),
      counting,
    };
  } finally {
    await server.stop();
    await rm(programme, { recursive: true, force: true });
    await rm(data, { recursive: true, force: true });
  }
}
