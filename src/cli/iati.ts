import { writeActivityFile } from "../features/open-data/iati/activity-file.ts";
import { message } from "../messages/message.ts";
import { publicAddress } from "../platform/public-address.ts";
import type { Command } from "./command.ts";
import { withContext } from "./with-context.ts";
import { writeOutput } from "./write-output.ts";

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
    const written = await writeOutput(file === "-" ? undefined : file, content);
    if (written !== null) report(message(language, "cli.openData.iatiWritten", { file: written }));
    if (invocation.config.iatiOrganisation === undefined) report(message(language, "cli.openData.iatiUnregistered"));
    return 0;
  },
};
