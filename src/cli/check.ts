import { writeCsv } from "../documents/csv.ts";
import { toFindingItem } from "../features/findings/finding-items.ts";
import { getFindingPage } from "../features/findings/service.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

/** More findings than this do not fit on anybody's desk; the pages of the site and the API have them all. */
const mostFindings = 1_000_000;

export const checkCommand: Command = {
  name: "check",
  positionals: [],
  options: ["format", "as-of"],
  summary: "cli.check.summary",
  help: "cli.check.help",
  async run(invocation) {
    const { options, language, print, report } = invocation;
    const { findings } = await withContext(invocation, (context) => {
      const asOf = options.asOf ?? context.clock.today();
      return getFindingPage(context, { asOf }, { limit: mostFindings, afterId: 0 }, language);
    });
    const items = findings.map((finding) => toFindingItem(finding, language));
    if (options.format === "json") print(JSON.stringify({ items }, null, 2));
    else if (options.format === "csv") {
      const header = ["rule", "severity", "record", "message", "accepted"] as const;
      process.stdout.write(writeCsv([header, ...items.map((item) => header.map((name) => String(item[name])))]));
    } else
      for (const item of items)
        print(
          `${message(language, `finding.severity.${item.severity}`)}  ${message(language, `finding.rule.${item.rule}`)}  ${item.record}\n    ${item.message}`,
        );
    const open = items.filter((item) => !item.accepted).length;
    report(message(language, "cli.check.done", { count: items.length, open }));
    return open > 0 ? 1 : 0;
  },
};
