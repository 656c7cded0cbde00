import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { writeTableText } from "../documents/plain-text.ts";
import { getTable } from "../features/statistics/service.ts";
import { writeTableFile } from "../features/statistics/table-files.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { refuseForeignCalendar, UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";

export const tableCommand: Command = {
  name: "table",
  positionals: ["ID"],
  options: ["format", "fiscal-year", "as-of", "calendar", "output"],
  formats: ["text", "json", "csv", "xlsx", "docx", "pdf"],
  summary: "cli.table.summary",
  help: "cli.table.help",
  async run(invocation) {
    const { options, language, print, report, positionals } = invocation;
    const { fiscalYear, asOf, format, calendar, output } = options;
    refuseForeignCalendar(options, language);
    const id = positionals[0] ?? "";
    const request = { fiscalYear, asOf, language, calendar };
    const isFile = format === "xlsx" || format === "docx" || format === "pdf";
    if (isFile && output === undefined && process.stdout.isTTY) throw new UsageError("cli.usage.output", { format });
    const content = await withContext(invocation, async (context) => {
      if (format === "json") return JSON.stringify(await getTable(context, id, request), null, 2);
      if (format === "text") return writeTableText(await getTable(context, id, request));
      return (await writeTableFile(context, id, format, request)).bytes;
    });
    if (output !== undefined) {
      const file = resolve(output);
      await writeFile(file, content);
      report(message(language, "cli.table.written", { file }));
    } else if (typeof content === "string") print(content);
    else process.stdout.write(content);
    return 0;
  },
};
