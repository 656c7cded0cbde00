import { writeTableText } from "../documents/plain-text.ts";
import { getTable } from "../features/statistics/service.ts";
import { writeTableFile } from "../features/statistics/table-files.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { refuseForeignCalendar } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";
import { refuseTerminal, writeOutput } from "./write-output.ts";

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
    if (format === "xlsx" || format === "docx" || format === "pdf") refuseTerminal(options);
    const content = await withContext(invocation, async (context) => {
      if (format === "json") return JSON.stringify(await getTable(context, id, request), null, 2);
      if (format === "text") return writeTableText(await getTable(context, id, request));
      return (await writeTableFile(context, id, format, request)).bytes;
    });
    if (typeof content === "string" && output === undefined) print(content);
    else {
      const file = await writeOutput(output, content);
      if (file !== null) report(message(language, "cli.table.written", { file }));
    }
    return 0;
  },
};
