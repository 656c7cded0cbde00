import { Agent, get } from "node:http";

export interface Latency {
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** of one answer as it travels, compressed */
  kilobytes: number;
}

/** Asks for one address after the other, each time another, so that no finished page is in the server's cache. */
export async function measureLatency(addressOf: (sample: number) => string, samples: number): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let bytes = 0;
  // The first two let the server compile and read what it keeps for a revision.
  for (let sample = -2; sample < samples; sample += 1) {
    const started = performance.now();
    bytes = await request(agent, addressOf(sample + 2));
    if (sample >= 0) times.push(performance.now() - started);
  }
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
    kilobytes: Math.round(bytes / 102.4) / 10,
  };
}

function request(agent: Agent, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${response.statusCode} ${address}`)),
      );
    }).on("error", reject);
  });
}

function percentile(sorted: readonly number[], part: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
  return Math.round(value * 10) / 10;
}
