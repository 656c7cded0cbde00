import { parentPort, workerData } from "node:worker_threads";
import { type ArchiveLimits, inspectArchive } from "./inspect-archive.ts";

const { content, limits }: { content: Uint8Array; limits: ArchiveLimits } = workerData;
parentPort?.postMessage(await inspectArchive(content, limits));
