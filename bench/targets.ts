import type { GrownResult } from "./measure/grown-programme.ts";
import type { SampleResult } from "./measure/sample-programme.ts";

export interface Target {
  what: string;
  limit: number;
  measured: number | null;
  /** null where it could not be measured */
  met: boolean | null;
}

/** The promises of the programme's specification, beside what this run measured. */
export function judgeTargets(sample: SampleResult, largest: GrownResult): Target[] {
  const slowest = (isWanted: (name: string) => boolean) =>
    Math.max(...Object.entries(largest.answers).flatMap(([name, { p95Ms }]) => (isWanted(name) ? [p95Ms] : [])));
  const isTable = (name: string) => /^(api )?table /.test(name);
  return [
    atMost("slowest table at the largest size, p95 ms", 100, slowest(isTable)),
    atMost(
      "slowest list or record at the largest size, p95 ms",
      100,
      slowest((name) => !isTable(name)),
    ),
    atLeast("pages of the sample programme, requests a second", 1_000, sample.pages.requestsPerSecond),
    atMost("pages of the sample programme under load, p95 ms", 100, sample.pages.p95Ms),
    atMost("memory of the server, sample programme under load, MB", 300, sample.peakMemoryMb),
    atMost("memory of the server, largest size, MB", 300, largest.serverPeakMemoryMb),
    atMost("first start, ms", 60_000, sample.firstStartMs),
    atMost("second start, ms", 5_000, sample.secondStartMs),
  ];
}

function atMost(what: string, limit: number, measured: number | null): Target {
  return { what, limit, measured, met: measured === null ? null : measured <= limit };
}

function atLeast(what: string, limit: number, measured: number): Target {
  return { what, limit, measured, met: measured >= limit };
}
