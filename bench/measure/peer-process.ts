import { readFileSync } from "node:fs";
import { startBareHonoServer, startBareNodeServer } from "./peers.ts";

/** One peer in a process of its own, as Renkei is measured: `peer-process.ts node|hono FILE CONTENT-TYPE`. */
const [kind = "node", file = "", contentType = "text/html"] = process.argv.slice(2);
const start = kind === "hono" ? startBareHonoServer : startBareNodeServer;
const peer = await start(readFileSync(file), contentType);
process.stdout.write(`${peer.address}\n`);
process.on("SIGTERM", () => process.exit(0));
