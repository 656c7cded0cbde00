import { writeCsv } from "../documents/csv.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { reconcileClaims } from "../features/statistics/reconcile.ts";
import { toReconciliationItem } from "../features/statistics/reconciliation-items.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

export const reconcileCommand: Command = {
  name: "reconcile",
  positionals: [],
  options: ["format"],
  summary: "cli.reconcile.summary",
  help: "cli.reconcile.help",
  async run(invocation) {
    const { options, language, print, report } = invocation;
    const claims = await withContext(invocation, (context) => reconcileClaims(context, language));
    const items = claims.map(toReconciliationItem);
    const header = [
      "claim",
      "document",
      "table",
      "asOf",
      "measure",
      "fiscalYear",
      "unit",
      "claimed",
      "computed",
      "difference",
      "explanation",
    ] as const;
    const rows = items.map((item) => header.map((name) => item[name] ?? ""));
    if (options.format === "json") print(JSON.stringify({ items }, null, 2));
    else if (options.format === "csv") process.stdout.write(writeCsv([header, ...rows]));
    else for (const line of alignColumns([header, ...rows.map((row) => row.map(String))])) print(line);
    const different = claims.filter(
      ({ difference, partial }) => !partial && difference !== null && difference !== 0,
    ).length;
    const uncounted = items.filter((item) => item.computed === null).length;
    report(message(language, "cli.reconcile.done", { count: items.length, different, uncounted }));
    return different > 0 ? 1 : 0;
  },
};
