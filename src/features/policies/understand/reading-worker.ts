import { parentPort } from "node:worker_threads";
import { readAttachment, understandFile } from "./files/understand-file.ts";
import { ReadingRefusal } from "./limits.ts";
import type { ReadingAnswer, ReadingRequest, ReadingResult } from "./reading-request.ts";
import { listPageLabels, understandHtml } from "./understand-html.ts";

// One at a time: who asks waits for the answer (reading-threads.ts).
parentPort?.on("message", async (request: ReadingRequest) => parentPort?.postMessage(await answer(request)));

async function answer(request: ReadingRequest): Promise<ReadingAnswer> {
  try {
    return await read(request);
  } catch (error) {
    if (error instanceof ReadingRefusal) return { is: "refused", problem: error.problem };
    // Parsers of strangers' files fail in ways that nobody has listed, out of stack among them.
    return { is: "refused", problem: { code: "damaged" } };
  }
}

async function read(request: ReadingRequest): Promise<ReadingResult> {
  switch (request.is) {
    case "page":
      return { is: "understood", page: understandHtml(request.input) };
    case "labels":
      return { is: "labels", labels: listPageLabels(request.input) };
    case "file":
      return { is: "understood", page: await understandFile(request) };
    case "attachment":
      return { is: "text", ...(await readAttachment(request)) };
  }
}
