import { localize, localizedFromRow } from "../core/localized.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { search } from "../features/search/service.ts";
import { forgetMarks, updateSearchIndex } from "../features/search/update-index.ts";
import { choiceMessage, message } from "../messages/message.ts";
import type { Command, Invocation } from "./command.ts";
import { withContext } from "./with-context.ts";

export const searchCommand: Command = {
  name: "search",
  positionals: ["QUERY…"],
  options: ["format"],
  formats: ["text", "json"],
  summary: "cli.search.summary",
  help: "cli.search.help",
  async run(invocation) {
    const query = invocation.positionals.join(" ");
    if (query === "index") return bringIndexUp(invocation);
    const { options, language, print, report } = invocation;
    const { found, understood } = await withContext(invocation, (context) =>
      search(context, null, { query, plain: [], facets: {}, language, order: "relevance", page: 1 }),
    );
    for (const { added } of understood.expansions) {
      const names = added.map((name) => message(language, "search.quoted", { name }));
      report(message(language, "search.expanded", { names: names.join(message(language, "list.separator")) }));
    }
    const hits = found.hits.map(({ subject }) => ({
      kind: subject.kind,
      id: subject.subject,
      date: subject.date,
      title: localize(localizedFromRow(subject, "title"), language).text,
    }));
    if (options.format === "json") print(JSON.stringify({ total: found.total, items: hits }, null, 2));
    else if (hits.length === 0) report(message(language, "cli.search.nothing"));
    else {
      const rows = hits.map(({ kind, date, title }) => [
        date ?? "",
        choiceMessage(language, "search.kind", kind),
        title,
      ]);
      for (const line of alignColumns(rows)) print(line);
      report(message(language, "search.count", { count: found.total }));
    }
    return 0;
  },
};

async function bringIndexUp(invocation: Invocation): Promise<0> {
  const changes = await withContext(invocation, async (context) => {
    await forgetMarks(context);
    return updateSearchIndex(context);
  });
  const written = changes.reduce((sum, change) => sum + change.written, 0);
  const removed = changes.reduce((sum, change) => sum + change.removed, 0);
  invocation.report(message(invocation.language, "cli.search.indexed", { written, removed }));
  return 0;
}
