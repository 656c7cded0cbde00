import { RenderError } from "../documents/render.ts";
import { isMonth } from "../features/bulletins/clipping.ts";
import { composeBulletin } from "../features/bulletins/compose-bulletin.ts";
import { renderBulletin } from "../features/bulletins/render-bulletin.ts";
import { sayApproval, sayTitle } from "../features/bulletins/say.ts";
import { findKeptBulletin } from "../features/bulletins/service.ts";
import { message } from "../messages/message.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";
import { refuseTerminal, writeOutput } from "./write-output.ts";

export const bulletinCommand: Command = {
  name: "bulletin",
  positionals: ["MONTH"],
  options: ["format", "output"],
  formats: ["pdf", "docx"],
  summary: "cli.bulletin.summary",
  help: "cli.bulletin.help",
  async run(invocation) {
    const { options, language, report } = invocation;
    const month = invocation.positionals[0] ?? "";
    if (!isMonth(month)) throw new UsageError("cli.bulletin.month", { month });
    refuseTerminal(options);
    const format = options.format === "docx" ? "docx" : "pdf";
    try {
      const written = await withContext(invocation, async (context) => {
        // Whoever runs this program may read the database as well, and so what is for members.
        const kept = await findKeptBulletin(context, month, language, format);
        if (kept) return kept;
        const content = await composeBulletin(context, month, { members: true, approved: true });
        return content.entries.length === 0
          ? null
          : { content, bytes: (await renderBulletin(content, language, format)).bytes };
      });
      if (written === null) {
        report(`renkei: ${message(language, "cli.bulletin.nothing", { month })}`);
        return 1;
      }
      const { content, bytes } = written;
      const target = await writeOutput(options.output, bytes);
      report(
        message(language, "cli.bulletin.done", {
          title: sayTitle(month, language),
          state: sayApproval(content, language),
          entries: content.entries.length,
          file: target ?? message(language, "cli.report.standardOutput"),
        }),
      );
      return 0;
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      report(`renkei: ${message(language, `library.render.${error.reason}`)}`);
      for (const place of error.places) report(`  ${place}`);
      return 1;
    }
  },
};
