import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { OfferIndex } from "../src/features/matching/engine/offer-index.ts";
import { proposeOffers } from "../src/features/matching/engine/propose.ts";
import { pairsOf, rankKeywords } from "../src/features/matching/labelled/keyword-match.ts";
import { topicSheet } from "../src/features/programme/sheets.ts";
import { projectRoot } from "../src/platform/config.ts";
import { readSheetFile } from "../src/sheets/read-file.ts";
import { generateMatching } from "./generate/matching.ts";

const { values } = parseArgs({
  options: {
    needs: { type: "string", default: "2000" },
    offers: { type: "string", default: "20000" },
    sample: { type: "string", default: "100" },
  },
});

const topicFile = await readSheetFile(join(projectRoot, "programmes/china-air/topics.csv"), topicSheet);
const topics = topicFile.rows.map(({ row }) => ({
  id: String(row.id),
  role: row.role === null ? null : String(row.role),
  related: Array.isArray(row.related) ? row.related.map(String) : [],
}));
const { needs, offers, surroundings } = generateMatching(Number(values.needs), Number(values.offers), topics);
const index = measure(() => new OfferIndex(offers, surroundings));
// The first needs warm the compiler up, as a server is that has run for a minute.
for (const need of needs.slice(0, 50)) proposeOffers(index.result, need);
const all = measure(() => needs.map((need) => proposeOffers(index.result, need)));
const single = needs
  .slice(0, 500)
  .map((need) => measure(() => proposeOffers(index.result, need)).ms)
  .sort(ascending);
const sample = needs.slice(0, Number(values.sample));
const prepared = measure(() => offers.map((offer) => ({ offer, pairs: pairsOf(offer.text) })));
const keywords = measure(() => sample.map((need) => rankKeywords(pairsOf(need.text), prepared.result, 12)));
const keywordMsOfOne = keywords.ms / sample.length;
const ourMsOfOne = all.ms / needs.length;

process.stdout.write(
  `${JSON.stringify(
    {
      measuredOn: Temporal.Now.plainDateISO().toString(),
      machine: { processor: cpus()[0]?.model, cores: availableParallelism(), node: process.version },
      targets: [
        judge("proposals for all needs, ms", 2_000, all.ms),
        judge("proposals for one need, 99th percentile, ms", 50, single[Math.floor(single.length * 0.99)] ?? 0),
      ],
      needs: needs.length,
      offers: offers.length,
      indexMs: round(index.ms),
      // Where the processor is shared, the time on the clock says little.
      allNeedsProcessorMs: round(all.processorMs),
      oneNeedMs: { median: round(single[250] ?? 0), longest: round(single.at(-1) ?? 0) },
      proposals: all.result.reduce((sum, { singles }) => sum + singles.length, 0),
      combinations: all.result.reduce((sum, { combinations }) => sum + combinations.length, 0),
      peer: {
        what: `overlap of pairs of characters with every offer, pairs at hand, ${sample.length} needs; no order, no combinations, no reasons`,
        preparingMs: round(prepared.ms),
        oneNeedMs: round(keywordMsOfOne),
        renkeiOneNeedMs: round(ourMsOfOne),
        timesFaster: round(keywordMsOfOne / ourMsOfOne),
      },
    },
    null,
    2,
  )}\n`,
);

function measure<Result>(work: () => Result): { result: Result; ms: number; processorMs: number } {
  const from = performance.now();
  const processor = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(processor);
  return { result, ms: performance.now() - from, processorMs: (user + system) / 1_000 };
}

function judge(what: string, limit: number, measured: number) {
  return { what, limit, measured: round(measured), met: measured <= limit };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function ascending(one: number, other: number): number {
  return one - other;
}
