import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../core/errors.ts";
import { read } from "../db/transaction.ts";
import { writeAuditFile } from "../features/audit/export.ts";
import { walkAuditRows } from "../features/audit/store.ts";
import { verifyAuditLog } from "../features/audit/verify.ts";
import { message } from "../messages/message.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";

export const auditCommand: Command = {
  name: "audit",
  positionals: ["verify|export", "[FILE|-]"],
  options: ["expect", "format"],
  summary: "cli.audit.summary",
  help: "cli.audit.help",
  run(invocation) {
    const [work, file] = invocation.positionals;
    if (work === "verify" && file === undefined) return verify(invocation);
    if (work === "export" && file !== undefined) return writeFile(invocation, file);
    throw new UsageError("cli.usage.audit");
  },
};

async function verify(invocation: Invocation): Promise<ExitCode> {
  const { language, options, print, report } = invocation;
  const result = await withContext(invocation, (context) =>
    verifyAuditLog(context, {
      expected: options.expect ?? null,
      onProgress: (rows) => report(message(language, "cli.audit.progress", { rows })),
    }),
  );
  if (options.format === "json") print(JSON.stringify(result, null, 2));
  else if (result.sound) {
    print(message(language, "cli.audit.sound", { rows: result.rows }));
    print(`${result.head.number}:${result.head.hash}`);
  } else print(message(language, `audit.problem.${result.problem}`, { number: result.number }));
  if (result.sound && options.format !== "json") report(message(language, "cli.audit.keep"));
  return result.sound ? 0 : 1;
}

async function writeFile(invocation: Invocation, file: string): Promise<ExitCode> {
  const { language, options, report } = invocation;
  const toStandardOutput = file === "-";
  const path = resolve(file);
  await withContext(invocation, (context) =>
    read(context.database, async (transaction) => {
      const pieces = writeAuditFile(walkAuditRows(transaction), options.format === "csv" ? "csv" : "jsonl");
      // An export already handed over must not be overwritten by mistake.
      const target = toStandardOutput ? process.stdout : createWriteStream(path, { flags: "wx", mode: 0o600 });
      await pipeline(Readable.from(pieces), target, { end: !toStandardOutput }).catch((error: unknown) => {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        throw new AppError("conflict", { reason: "file-present", file: path });
      });
    }),
  );
  if (!toStandardOutput) report(message(language, "cli.audit.exported", { file: path }));
  return 0;
}
