import { rm } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { links } from "../../src/web/links.ts";
import { withPeer } from "./peer-server.ts";
import { startServerProcess } from "./server.ts";
import { measureThroughput, type Throughput } from "./throughput.ts";

export interface SampleResult {
  firstStartMs: number;
  secondStartMs: number;
  pages: Throughput;
  tableJson: Throughput;
  /** the same JSON, compressed beforehand, from a server that does nothing else */
  peers: { bareNode: Throughput; bareHono: Throughput; nodeRatio: number; honoRatio: number };
  peakMemoryMb: number | null;
}

/** What readers ask for: the pages of the site's menu and some records, in three languages. */
const pages = (["ja", "zh", "en"] as const).flatMap((language) => [
  links.home(language),
  links.partnerships(language),
  links.activities(language),
  links.years(language),
  links.year(language, 2015),
  links.tables(language),
  links.table(language, "overview"),
  links.table(language, "consultations", { fiscalYear: 2015 }),
  links.figures(language),
  links.quality(language),
  links.partnership(language, "kitakyushu-shanghai"),
  links.activity(language, "e-con-2014-01"),
]);

/** The sample programme as a first start loads it, under the load of many readers. */
export async function measureSampleProgramme(
  folder: string,
  seconds: number,
  report: (step: string) => void,
): Promise<SampleResult> {
  const data = join(folder, "sample");
  report("sample: first start");
  const first = await startServerProcess(data);
  await first.stop();
  report("sample: second start");
  const server = await startServerProcess(data);
  try {
    const table = links.api("tables/overview");
    for (const path of [...pages, table]) await fetch(server.address + path).then((response) => response.arrayBuffer());
    report("sample: pages under load");
    const underLoad = await measureThroughput(server.address, pages, seconds);
    report("sample: a table's JSON under load");
    const tableJson = await measureThroughput(server.address, [table], seconds);
    const answer = await readCompressed(server.address + table);
    report("peers: the same JSON");
    const bareNode = await withPeer("node", answer, (address) => measureThroughput(address, [table], seconds));
    const bareHono = await withPeer("hono", answer, (address) => measureThroughput(address, [table], seconds));
    const ratio = (peer: Throughput) => Math.round((tableJson.requestsPerSecond / peer.requestsPerSecond) * 100) / 100;
    return {
      firstStartMs: first.startMs,
      secondStartMs: server.startMs,
      pages: underLoad,
      tableJson,
      peers: { bareNode, bareHono, nodeRatio: ratio(bareNode), honoRatio: ratio(bareHono) },
      peakMemoryMb: await server.readPeakMemoryMb(),
    };
  } finally {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  }
}

async function readCompressed(address: string): Promise<{ body: Buffer; contentType: string }> {
  const response = await fetch(address);
  const contentType = response.headers.get("content-type") ?? "application/json";
  return { body: gzipSync(Buffer.from(await response.arrayBuffer())), contentType };
}
