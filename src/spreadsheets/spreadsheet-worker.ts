import { parentPort, workerData } from "node:worker_threads";
import { identifyFormat } from "./identify-format.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { SpreadsheetRefusal } from "./refusal.ts";
import type { Workbook } from "./workbook.ts";
import type { WorkerMessage, WorkerRequest } from "./worker-messages.ts";

const rowsAtOnce = 1_000;

await work(workerData as WorkerRequest);

async function work({ bytes, name, expectedHeaders }: WorkerRequest): Promise<void> {
  try {
    const workbook = await read(bytes, name, new Set(expectedHeaders));
    if (workbook.grids.every(({ rows }) => rows.length === 0)) throw new SpreadsheetRefusal("empty");
    sendWorkbook(workbook);
  } catch (error) {
    if (!(error instanceof SpreadsheetRefusal)) throw error;
    send({ is: "refused", reason: error.reason, limit: error.limit, place: error.place });
  }
}

async function read(bytes: Uint8Array, name: string, expectedHeaders: ReadonlySet<string>): Promise<Workbook> {
  if (identifyFormat(bytes) === "csv") return readCsv(bytes, name, expectedHeaders);
  let reported = 0;
  return readXlsx(bytes, (share) => {
    if (share - reported < 0.05) return;
    reported = share;
    send({ is: "progress", share: Math.min(share, 1) });
  });
}

/** In pieces, so that the other side never holds a second copy of the whole. */
function sendWorkbook({ format, encoding, grids }: Workbook): void {
  send({ is: "begun", format, encoding });
  for (const { rows, ...rest } of grids) {
    send({ is: "grid", grid: { ...rest, rows: [] } });
    while (rows.length > 0) send({ is: "rows", rows: rows.splice(0, rowsAtOnce) });
  }
  send({ is: "done" });
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}
