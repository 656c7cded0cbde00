import { pathToFileURL } from "node:url";
import { compiledFolder, compileServer } from "./compile-server.ts";

/**
 * What `renkei start` runs, on Node alone: the server from one compiled file, or, where none can be kept (an installation that only
 * another user may write), from the sources through the loader that all other commands use.
 */
if (process.env.NODE_ENV === "development") process.setSourceMapsEnabled(true);
const compiled = await compileServer();
if (compiled === null) {
  const { register } = await import("tsx/esm/api");
  register();
  await sayNotCompiled();
}
await import(compiled === null ? "./run-server.ts" : pathToFileURL(compiled).href);

async function sayNotCompiled(): Promise<void> {
  const { message } = await import("../messages/message.ts");
  const { chooseLanguage } = await import("./read-arguments.ts");
  const language = chooseLanguage(process.argv.slice(2), process.env);
  process.stderr.write(`${message(language, "cli.start.notCompiled", { folder: compiledFolder })}\n`);
}
