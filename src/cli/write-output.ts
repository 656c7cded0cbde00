import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { CommandOptions } from "./command.ts";
import { UsageError } from "./read-arguments.ts";

/** A file has no place on a terminal: throws UsageError where nothing else takes it. */
export function refuseTerminal({ format, output }: CommandOptions): void {
  if (output === undefined && process.stdout.isTTY) throw new UsageError("cli.usage.output", { format });
}

/** Writes to the file, or to standard output where none is named. Gives the file's whole path, or null. */
export async function writeOutput(output: string | undefined, content: string | Uint8Array): Promise<string | null> {
  if (output === undefined) {
    process.stdout.write(content);
    return null;
  }
  const file = resolve(output);
  await writeFile(file, content);
  return file;
}
