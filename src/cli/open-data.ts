import { resolve } from "node:path";
import { alignColumns } from "../documents/plain-text.ts";
import { nameRelease } from "../features/open-data/release.ts";
import { getReleases, makeRelease, writeOpenData } from "../features/open-data/service.ts";
import { message } from "../messages/message.ts";
import { publicAddress } from "../platform/public-address.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";

export const openDataCommand: Command = {
  name: "open-data",
  positionals: ["release|list|write", "[DIR|FILE.zip]"],
  options: ["format"],
  summary: "cli.openData.summary",
  help: "cli.openData.help",
  run(invocation) {
    const [work, path] = invocation.positionals;
    if (work === "release" && path === undefined) return release(invocation);
    if (work === "list" && path === undefined) return list(invocation);
    if (work === "write" && path !== undefined) return write(invocation, resolve(path));
    throw new UsageError("cli.openData.usage");
  },
};

async function release(invocation: Invocation): Promise<ExitCode> {
  const { language, print, report } = invocation;
  const { release: found, made } = await withContext(invocation, (context) =>
    makeRelease(context, publicAddress(context.config)),
  );
  report(message(language, made ? "cli.openData.made" : "cli.openData.same"));
  print(`${nameRelease(found)} ${found.sha256} ${found.size}`);
  return 0;
}

async function list(invocation: Invocation): Promise<ExitCode> {
  const { options, print } = invocation;
  const releases = await withContext(invocation, getReleases);
  if (options.format === "json") print(JSON.stringify({ items: releases }, null, 2));
  else {
    const rows = releases.map((one) => [nameRelease(one), one.asOf, String(one.size), one.sha256]);
    for (const line of alignColumns(rows)) print(line);
  }
  return 0;
}

async function write(invocation: Invocation, path: string): Promise<ExitCode> {
  const { language, print, report } = invocation;
  const { files } = await withContext(invocation, (context) =>
    writeOpenData(context, path, publicAddress(context.config)),
  );
  report(message(language, "cli.openData.written", { files }));
  print(path);
  return 0;
}
