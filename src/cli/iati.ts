import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { writeActivityFile } from "../features/open-data/iati/activity-file.ts";
import { message } from "../messages/message.ts";
import { publicAddress } from "../platform/public-address.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";

export const iatiCommand: Command = {
  name: "iati",
  positionals: ["FILE|-"],
  options: [],
  summary: "cli.openData.iatiSummary",
  help: "cli.openData.iatiHelp",
  async run(invocation) {
    const { language, report, positionals } = invocation;
    const [file = "-"] = positionals;
    const content = await withContext(invocation, (context) =>
      writeActivityFile(context, publicAddress(context.config)),
    );
    if (file === "-") process.stdout.write(content);
    else {
      await writeFile(resolve(file), content);
      report(message(language, "cli.openData.iatiWritten", { file: resolve(file) }));
    }
    if (invocation.config.iatiOrganisation === undefined) report(message(language, "cli.openData.iatiUnregistered"));
    return 0;
  },
};
