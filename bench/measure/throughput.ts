import autocannon from "autocannon";

export interface Throughput {
  requestsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  errors: number;
}

/** Readers who ask for the given pages in turn, over 20 connections. The load comes from this process, on the same cores. */
export async function measureThroughput(
  server: string,
  paths: readonly string[],
  seconds: number,
): Promise<Throughput> {
  const requests = paths.map((path) => ({ method: "GET" as const, path, headers: { "accept-encoding": "gzip" } }));
  const result = await autocannon({ url: server, connections: 20, duration: seconds, requests });
  return {
    requestsPerSecond: Math.round(result.requests.average),
    p50Ms: result.latency.p50,
    // autocannon knows no 95th percentile; its 97.5th is the stricter number.
    p95Ms: result.latency.p97_5,
    p99Ms: result.latency.p99,
    errors: result.errors + result.non2xx,
  };
}
