import { ensureSetupLink } from "../features/accounts/service.ts";
import { jobs } from "../jobs.ts";
import { SampleError, startServer } from "../main.ts";
import { message } from "../messages/message.ts";
import { describeProblem } from "../sheets/describe-problem.ts";
import { links } from "../web/links.ts";
import type { Command } from "./command.ts";

export const startCommand: Command = {
  name: "start",
  positionals: [],
  options: [],
  summary: "cli.start.summary",
  help: "cli.start.help",
  async run({ config, language, print, report }) {
    const stopped = Promise.withResolvers<void>();
    // A second signal while stopping must not cut the database short; the handlers stay until the process ends.
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopped.resolve());
    try {
      const server = await startServer(config, {
        jobs,
        onProgress: report,
        onLoading: (directory) => report(message(language, "cli.start.loading", { directory })),
      });
      print(message(language, "cli.start.ready", { address: config.publicUrl ?? server.address }));
      const token = await ensureSetupLink(server.context, language);
      if (token !== null) {
        print(message(language, "cli.user.setup"));
        print(`${config.publicUrl ?? server.address}${links.setup(language, token)}`);
      }
      await stopped.promise;
      report(message(language, "cli.start.stopping"));
      await server.stop();
      return 0;
    } catch (error) {
      if (!(error instanceof SampleError)) throw error;
      for (const problem of error.problems) report(describeProblem(problem, language));
      report(message(language, "cli.start.refused"));
      return 1;
    }
  },
};
