import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import {
  compareShingles,
  heldFrom,
  sameFrom,
  sayTheSame,
} from "../src/features/policies/classify/similar/compare-texts.ts";
import { createLikenessIndex } from "../src/features/policies/classify/similar/likeness-index.ts";
import { listShingles } from "../src/features/policies/classify/similar/shingles.ts";
import { signText } from "../src/features/policies/classify/similar/sign-text.ts";
import { writePolicyText } from "./generate/policy-texts.ts";

const { values } = parseArgs({
  options: { documents: { type: "string", default: "100000" }, sample: { type: "string", default: "600" } },
});

/** What a text with an introduction of a third may still be estimated at. */
const worthVerifying = 0.5;

const found = findRepeats(Number(values.documents));
const sample = Number(values.sample);
const ours = findRepeats(sample);
const peer = compareAllWithAll(sample);
process.stdout.write(
  `${JSON.stringify(
    {
      measuredOn: Temporal.Now.plainDateISO().toString(),
      machine: { processor: cpus()[0]?.model, cores: availableParallelism(), node: process.version },
      target: {
        what: "near-duplicates among the documents, ms",
        limit: 60_000,
        measured: found.totalMs,
        met: found.totalMs <= 60_000,
      },
      found,
      peer: {
        what: `every pair of ${sample} documents by exact likeness, sets of shingles at hand`,
        bruteForceMs: peer.ms,
        bruteForceRepeats: peer.repeats,
        renkeiMs: ours.totalMs,
        renkeiRepeats: ours.repeats,
        timesFaster: Math.round((peer.ms / ours.totalMs) * 10) / 10,
        // Pairs grow with the square.
        bruteForceOfAllMs: Math.round(peer.ms * (found.documents / sample) ** 2),
      },
    },
    null,
    2,
  )}\n`,
);

/** Each document in its turn is looked up among the earlier ones, as pages are found; the time of writing the texts is left out. */
function findRepeats(documents: number) {
  const index = createLikenessIndex();
  const times = { sign: 0, find: 0, verify: 0, processor: 0 };
  let [characters, candidates, repeats, right, truth, wrong] = [0, 0, 0, 0, 0, 0];
  for (let number = 0; number < documents; number += 1) {
    const { text, repeats: original } = writePolicyText(number);
    characters += text.length;
    const before = process.cpuUsage();
    const started = performance.now();
    const signed = signText(text);
    const signedAt = performance.now();
    const like = index.findLike(signed, worthVerifying);
    index.add(signed);
    const foundAt = performance.now();
    times.sign += signedAt - started;
    times.find += foundAt - signedAt;
    const used = process.cpuUsage(before);
    times.processor += (used.user + used.system) / 1_000;
    candidates += like.length;
    const same = like.filter((candidate) => {
      const other = writePolicyText(candidate.index).text;
      const from = performance.now();
      const isSame = sayTheSame(text, other);
      times.verify += performance.now() - from;
      return isSame;
    });
    if (original !== null) truth += 1;
    repeats += same.length > 0 ? 1 : 0;
    const isRight = original !== null && same.some((candidate) => headOf(candidate.index) === original);
    if (isRight) right += 1;
    else if (same.length > 0) wrong += 1;
    if (number % 20_000 === 19_999) process.stderr.write(`${number + 1} of ${documents}\n`);
  }
  return {
    documents,
    charactersEach: Math.round(characters / documents),
    totalMs: Math.round(times.sign + times.find + times.verify),
    signMs: Math.round(times.sign),
    findMs: Math.round(times.find),
    verifyMs: Math.round(times.verify),
    // Where other work runs on the same cores, it says what signing and finding themselves need.
    signAndFindProcessorMs: Math.round(times.processor),
    candidates,
    repeats,
    recall: round(right / truth),
    precision: round(right / (right + wrong)),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function headOf(number: number): number {
  return writePolicyText(number).repeats ?? number;
}

function compareAllWithAll(documents: number): { ms: number; repeats: number } {
  const texts = Array.from({ length: documents }, (_, number) => writePolicyText(number).text);
  const started = performance.now();
  const shingles = texts.map(listShingles);
  const repeats = shingles.filter((own, number) =>
    // Every pair is compared: the one that is alike may be the last.
    shingles
      .slice(0, number)
      .map((other) => compareShingles(own, other))
      .some(({ likeness, containment }) => likeness >= sameFrom || containment >= heldFrom),
  ).length;
  return { ms: Math.round(performance.now() - started), repeats };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
