/** The part of autocannon (which ships no types) that the benchmark uses. */
declare module "autocannon" {
  interface Options {
    url: string;
    connections: number;
    duration: number;
    requests: { method: "GET"; path: string; headers: Record<string, string> }[];
  }
  interface Result {
    requests: { average: number };
    latency: { p50: number; p97_5: number; p99: number };
    errors: number;
    non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
