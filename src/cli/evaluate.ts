import { localize } from "../core/localized.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { RenderError } from "../documents/render.ts";
import { renderView } from "../features/evaluation/document/render-evaluation.ts";
import { mostYears } from "../features/evaluation/evaluations.ts";
import { viewDraft } from "../features/evaluation/view.ts";
import { getDirectory } from "../features/organisations/directory.ts";
import { message } from "../messages/message.ts";
import type { Command, Invocation } from "./command.ts";
import { UsageError } from "./read-arguments.ts";
import { withContext } from "./with-context.ts";
import { refuseTerminal, writeOutput } from "./write-output.ts";

/** Types counted from the records beside those of a document; with --format docx or pdf the whole draft. Nothing is kept. */
export const evaluateCommand: Command = {
  name: "evaluate",
  positionals: ["YEARS"],
  options: ["format", "output"],
  formats: ["text", "json", "docx", "pdf"],
  summary: "cli.evaluate.summary",
  help: "cli.evaluate.help",
  async run(invocation) {
    const years = readYears(invocation.positionals[0] ?? "");
    const { format } = invocation.options;
    return format === "docx" || format === "pdf" ? writeDraft(invocation, years, format) : compare(invocation, years);
  },
};

interface Years {
  firstYear: number;
  lastYear: number;
}

function readYears(text: string): Years {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
  const firstYear = Number(match?.[1]);
  const lastYear = Number(match?.[2] ?? match?.[1]);
  if (!match || lastYear < firstYear || lastYear - firstYear >= mostYears)
    throw new UsageError("cli.evaluate.years", { years: text });
  return { firstYear, lastYear };
}

async function compare(invocation: Invocation, years: Years): Promise<0 | 1> {
  const { language, print, report, options } = invocation;
  const { view, directory } = await withContext(invocation, async (context) => ({
    view: await viewDraft(context, years),
    directory: await getDirectory(context),
  }));
  const rows = view.types.map(({ organisation, counted }) => {
    const comparison = view.comparisons.get(organisation);
    return {
      organisation,
      name: directory.name(organisation, language),
      counted,
      stated: comparison?.stated ?? null,
      explanation: comparison ? localize(comparison.explanation, language).text : "",
    };
  });
  if (options.format === "json") print(JSON.stringify({ items: rows }, null, 2));
  else
    for (const line of alignColumns(
      rows.map(({ name, counted, stated, explanation }) => [name, counted, stated ?? "-", explanation]),
    ))
      print(line);
  const different = rows.filter(({ stated, counted }) => stated !== null && stated !== counted).length;
  report(message(language, "cli.evaluate.done", { count: rows.length, different }));
  return different > 0 ? 1 : 0;
}

async function writeDraft(invocation: Invocation, years: Years, format: "docx" | "pdf"): Promise<0 | 1> {
  const { options, language, report } = invocation;
  refuseTerminal(options);
  try {
    const { bytes, title } = await withContext(invocation, async (context) =>
      renderView(context, await viewDraft(context, years), { language, format }),
    );
    const target = await writeOutput(options.output, bytes);
    const file = target ?? message(language, "cli.report.standardOutput");
    report(message(language, "cli.evaluate.written", { title, file }));
    return 0;
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    report(`renkei: ${message(language, `library.render.${error.reason}`)}`);
    for (const place of error.places) report(`  ${place}`);
    return 1;
  }
}
