import { readFile } from "node:fs/promises";
import { formatMoment } from "../core/format-moment.ts";
import type { Language } from "../core/language.ts";
import { localize } from "../core/localized.ts";
import { writeCsv } from "../documents/csv.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { receivePage } from "../features/policies/receive.ts";
import { addSheet } from "../features/sources/add-sheet.ts";
import { getBoard, type ShownState, shownStates } from "../features/sources/board.ts";
import { checkSources, type RoundProgress, type RoundResult } from "../features/sources/check-sources.ts";
import { describeProblem } from "../features/sources/describe-problem.ts";
import { receiveMail } from "../features/sources/receive-mail.ts";
import { message } from "../messages/message.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";

export const sourcesCommand: Command = {
  name: "sources",
  positionals: ["[list|check|add|mail]", "[ID…|FILE]…"],
  options: ["format", "state", "all"],
  summary: "cli.sources.summary",
  help: "cli.sources.help",
  run(invocation) {
    const [action = "list", ...words] = invocation.positionals;
    const [word] = words;
    if (action === "list" && words.length === 0) return list(invocation);
    if (action === "check") return check(invocation, words);
    if (action === "add" && word !== undefined && words.length === 1) return add(invocation, word);
    if (action === "mail" && word !== undefined && words.length === 1) return takeMail(invocation, word);
    throw new UsageError("cli.usage.sources");
  },
};

async function list(invocation: Invocation): Promise<ExitCode> {
  const { options, language, print } = invocation;
  const state = shownStates.find((one) => one === options.state);
  if (options.state !== undefined && state === undefined)
    throw new UsageError("cli.usage.state", { value: options.state, states: shownStates.join(", ") });
  const board = await withContext(invocation, getBoard);
  const rows = board.filter((row) => state === undefined || row.state === state);
  const items = rows.map(({ source, state: shown, status, pages }) => ({
    id: source.id,
    state: shown,
    paused: source.paused,
    kind: source.kind,
    tier: source.tier,
    region: source.region,
    name: localize(source.name, language).text,
    lastLook: status?.lastCheckedAt?.toISOString() ?? null,
    lastFresh: status?.lastFreshAt?.toISOString() ?? null,
    pages,
  }));
  if (options.format === "json") print(JSON.stringify({ items }, null, 2));
  else if (options.format === "csv") {
    const header = ["id", "state", "paused", "kind", "tier", "region", "name", "last_look", "last_fresh", "articles"];
    const lines = items.map(({ pages, lastLook, lastFresh, paused, region, ...item }) => [
      ...[item.id, item.state, String(paused), item.kind, item.tier, region ?? "", item.name],
      ...[lastLook ?? "", lastFresh ?? "", String(countAll(pages))],
    ]);
    process.stdout.write(writeCsv([header, ...lines]));
  } else {
    const lines = items.map((item) => [
      writeState(language, item.state),
      item.id,
      item.lastLook?.slice(0, 16).replace("T", " ") ?? "—",
      String(countAll(item.pages)),
      item.name,
    ]);
    print(lines.length === 0 ? message(language, "sources.board.none") : alignColumns(lines).join("\n"));
  }
  return 0;
}

/** The word that --state wants, and what it means where that is another. */
function writeState(language: Language, state: ShownState): string {
  const label = message(language, `sources.state.${state}`);
  return label === state ? state : message(language, "cli.sources.state", { state, label });
}

function countAll(pages: Record<string, number>): number {
  return Object.values(pages).reduce((sum, count) => sum + count, 0);
}

async function check(invocation: Invocation, ids: readonly string[]): Promise<ExitCode> {
  const { options, language, print } = invocation;
  const onProgress = showProgress(invocation);
  const result = await withContext(invocation, (context) =>
    checkSources(context, {
      receive: receivePage,
      all: options.all === true,
      onProgress,
      ...(ids.length > 0 && { ids }),
    }),
  );
  if (process.stderr.isTTY) process.stderr.write("\n");
  if (options.format === "json") print(JSON.stringify(result, null, 2));
  else {
    for (const { source, state, outcome, seen, fresh, problem } of result.looked) {
      const isBad = outcome === "failed" || outcome === "refused";
      print(
        message(language, isBad ? "cli.sources.unread" : "cli.sources.looked", {
          ...{ source, fresh, listed: seen },
          state: writeState(language, state),
          outcome: message(language, `sources.outcome.${outcome}`),
        }),
      );
      if (problem !== null) print(`    ${describeProblem(language, problem)}`);
    }
    for (const { source, until } of result.resting)
      print(message(language, "cli.sources.resting", { source, moment: formatMoment(language, until) }));
    for (const { url, problem } of result.pages.failures) {
      print(message(language, "cli.sources.failedPage", { url }));
      if (problem !== null) print(`    ${describeProblem(language, problem)}`);
    }
    for (const source of result.busy) print(message(language, "cli.sources.busy", { source }));
    const { fetched, understood, failed } = result.pages;
    print(message(language, "cli.sources.done", { count: result.looked.length, fetched, understood, failed }));
  }
  return hasFindings(result) ? 1 : 0;
}

/** A look or an article that failed, or a list that is not what it was. A host that rests is none. */
function hasFindings({ looked, pages }: RoundResult): boolean {
  const isBad = looked.some(
    ({ outcome, state }) => outcome === "failed" || outcome === "refused" || state === "suspicious",
  );
  return isBad || pages.failed > 0;
}

/** One line that moves on a terminal; elsewhere a line from time to time. */
function showProgress({ language, report }: Invocation): (progress: RoundProgress) => void {
  let told = 0;
  return ({ sources, pages }) => {
    const text = message(language, "cli.sources.progress", {
      sources: sources.done,
      allSources: sources.total,
      pages: pages.done,
      allPages: pages.total,
    });
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
    else if (Date.now() - told > 5_000) {
      told = Date.now();
      report(text);
    }
  };
}

async function add(invocation: Invocation, path: string): Promise<ExitCode> {
  const { language, print, report } = invocation;
  const { problems, ...counts } = await withContext(invocation, (context) => addSheet(context, path, language));
  for (const problem of problems) report(problem);
  if (problems.length > 0) return 1;
  print(message(language, "cli.sources.added", counts));
  return 0;
}

async function takeMail(invocation: Invocation, id: string): Promise<ExitCode> {
  const { language, print } = invocation;
  const content = await readFile("/dev/stdin");
  const mail = await withContext(invocation, (context) => receiveMail(context, id, content, receivePage));
  const values = { subject: mail.subject, links: mail.links.length, queued: mail.queued };
  print(message(language, mail.isKnown ? "cli.sources.mailKnown" : "cli.sources.mail", values));
  return 0;
}
