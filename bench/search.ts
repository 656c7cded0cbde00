import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openContext } from "../src/cli/open-context.ts";
import { projectRoot, readConfig } from "../src/platform/config.ts";
import { readLaws } from "./generate/passages.ts";
import { measureSearch } from "./measure/search.ts";

/**
 * How long one search takes among 50,000 passages (`--full`: 500,000) of Chinese regulations, beside its peers in the same run, and
 * whether it finds exactly what a scan finds: `node_modules/.bin/node --expose-gc --import tsx bench/search.ts`.
 */
const { values } = parseArgs({
  options: {
    passages: { type: "string", default: "50000" },
    full: { type: "boolean", default: false },
    samples: { type: "string", default: "5" },
    // a data folder that is kept, so that the next run need not build the index again
    data: { type: "string" },
    laws: { type: "string", default: join(projectRoot, "../shared/data/laws") },
    peers: { type: "string", default: "like,trigram,minisearch,fts5" },
  },
});
const report = (step: string) => process.stderr.write(`${step}\n`);
const laws = await readLaws(values.laws);
if (laws === null) {
  report(`nothing measured: no folder ${values.laws}`);
} else {
  const temporary = await mkdtemp(join(tmpdir(), "renkei-bench-search-"));
  const folder = values.data ?? temporary;
  const context = await openContext(readConfig({ ...process.env, RENKEI_DATA: folder }), { purpose: "serve" });
  try {
    const passages = values.full ? 500_000 : Number(values.passages);
    const peers = values.peers.split(",").filter((name) => name !== "");
    const result = await measureSearch(context, {
      laws,
      passages,
      samples: Number(values.samples),
      peers,
      folder: temporary,
      report,
    });
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await context.database.close();
    await rm(temporary, { recursive: true, force: true });
  }
}
