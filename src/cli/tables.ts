import { writeCsv } from "../documents/csv.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { listTables } from "../features/statistics/service.ts";
import { toTableItem } from "../features/statistics/table-items.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

export const tablesCommand: Command = {
  name: "tables",
  positionals: [],
  options: ["format"],
  summary: "cli.tables.summary",
  help: "cli.tables.help",
  async run(invocation) {
    const { options, language, print } = invocation;
    const tables = await withContext(invocation, (context) => listTables(context, language));
    if (options.format === "json") {
      print(JSON.stringify({ items: tables.map(toTableItem) }, null, 2));
      return 0;
    }
    const rows = tables.map(({ id, title, fiscalYears }) => [id, title, fiscalYears.join(" ")]);
    if (options.format === "csv") process.stdout.write(writeCsv([["id", "title", "fiscal_years"], ...rows]));
    else for (const line of alignColumns(rows)) print(line);
    return 0;
  },
};
