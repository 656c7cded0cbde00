import { writeTableCsv } from "../documents/csv.ts";
import { writeTableText } from "../documents/plain-text.ts";
import { getTable } from "../features/statistics/service.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

export const tableCommand: Command = {
  name: "table",
  positionals: ["ID"],
  options: ["format", "fiscal-year", "as-of"],
  summary: "cli.table.summary",
  help: "cli.table.help",
  async run(invocation) {
    const { options, language, print, positionals } = invocation;
    const { fiscalYear, asOf } = options;
    const table = await withContext(invocation, (context) =>
      getTable(context, positionals[0] ?? "", { fiscalYear, asOf, language }),
    );
    if (options.format === "json") print(JSON.stringify(table, null, 2));
    else if (options.format === "csv") process.stdout.write(writeTableCsv(table));
    else print(writeTableText(table));
    return 0;
  },
};
