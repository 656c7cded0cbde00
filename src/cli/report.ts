import { AppError } from "../core/errors.ts";
import { alignColumns } from "../documents/plain-text.ts";
import { RenderError } from "../documents/render.ts";
import { findUsualMaker } from "../features/library/choices.ts";
import { composeDocument } from "../features/library/compose-document.ts";
import type { DocumentRequest } from "../features/library/document.ts";
import { checkDocumentForm, readDocumentForm } from "../features/library/document-form.ts";
import { remakeKept } from "../features/library/remake-document.ts";
import { renderDocument } from "../features/library/render-document.ts";
import { getKeptDocument } from "../features/library/service.ts";
import { getProgramme } from "../features/programme/service.ts";
import { reportKinds } from "../features/reports/kinds/registry.ts";
import { chosenSubjectOf, type ReportKind } from "../features/reports/report-kind.ts";
import { message } from "../messages/message.ts";
import type { Context } from "../platform/context.ts";
import type { Command, ExitCode, Invocation } from "./command.ts";
import { refuseForeignCalendar, UsageError } from "./read-arguments.ts";
import { refuseMissing, refuseProblems } from "./report-problems.ts";
import { withContext } from "./with-context.ts";
import { refuseTerminal, writeOutput } from "./write-output.ts";
import { listInputs, readWritten } from "./written-texts.ts";

export const reportCommand: Command = {
  name: "report",
  positionals: ["[KIND|verify]", "[ID]"],
  options: ["format", "fiscal-year", "as-of", "organisation", "subject", "calendar", "written", "output"],
  formats: ["docx", "pdf"],
  summary: "cli.report.summary",
  help: "cli.report.help",
  run(invocation) {
    const [work, id] = invocation.positionals;
    if (work === undefined) return listKinds(invocation);
    if (work === "verify") {
      if (id === undefined) throw new UsageError("cli.report.verifyWhat");
      return verify(invocation, id);
    }
    if (id !== undefined) throw new UsageError("cli.usage.tooMany", { word: id, command: "report" });
    return writeReport(invocation, chooseKind(work, invocation));
  },
};

async function listKinds({ language, print }: Invocation): Promise<ExitCode> {
  const rows = reportKinds.map(({ id, subject, languages }) => [
    id,
    message(language, `library.kind.${id}.name`),
    message(language, `cli.report.about.${subject}`),
    languages.join(" "),
  ]);
  for (const [index, line] of alignColumns(rows).entries()) {
    print(line);
    const kind = reportKinds[index];
    if (kind && kind.inputs.length > 0) for (const input of listInputs(kind, language)) print(`    ${input}`);
  }
  return 0;
}

function chooseKind(id: string, { language, options }: Invocation): ReportKind {
  const kind = reportKinds.find((candidate) => candidate.id === id);
  if (!kind)
    throw new UsageError("cli.report.kind", { kind: id, kinds: reportKinds.map((known) => known.id).join(", ") });
  if (!kind.languages.includes(language))
    throw new UsageError("cli.report.language", { kind: id, languages: kind.languages.join(", ") });
  const chosen = chosenSubjectOf(kind);
  if (chosen !== null && options.subject === undefined)
    throw new UsageError("cli.report.subject", {
      kind: id,
      what: message(language, `cli.report.about.${chosen}`),
    });
  refuseForeignCalendar(options, language);
  refuseTerminal(options);
  return kind;
}

/** Writes the file that the library would keep for the same choices; nothing is kept here. */
async function writeReport(invocation: Invocation, kind: ReportKind): Promise<ExitCode> {
  const { options, language, report } = invocation;
  const format = options.format === "pdf" ? "pdf" : "docx";
  const written = await readWritten(options.written, kind, language);
  try {
    const { request, content, bytes, pages } = await withContext(invocation, async (context) => {
      const asked = await readRequest(context, invocation, kind, written);
      const composed = await composeDocument(context, null, asked);
      const { files, pages: count } = await renderDocument(
        context,
        composed.content,
        composed.template?.sha256 ?? null,
      );
      return { request: asked, content: composed.content, bytes: files[format].bytes, pages: count };
    });
    const target = await writeOutput(options.output, bytes);
    for (const gap of content.gaps) report(message(language, "cli.report.gap", { gap }));
    report(
      message(language, "cli.report.done", {
        title: content.report.title,
        file: target ?? message(language, "cli.report.standardOutput"),
        pages,
        records: content.records.length,
        gaps: content.gaps.length,
        date: request.asOf,
      }),
    );
    return 0;
  } catch (error) {
    if (error instanceof AppError && error.details.reason === "missing-inputs") {
      const { inputs } = error.details;
      refuseMissing(kind, Array.isArray(inputs) ? inputs.map(String) : [], language);
    }
    if (!(error instanceof RenderError)) throw error;
    report(`renkei: ${message(language, `library.render.${error.reason}`)}`);
    for (const place of error.places) report(`  ${place}`);
    if (error.reason === "failed") report(error.message);
    return 1;
  }
}

/** What the members' site would make of the same choices, refused for the same reasons. */
async function readRequest(
  context: Context,
  { options, language }: Invocation,
  kind: ReportKind,
  written: Readonly<Record<string, string>>,
): Promise<DocumentRequest> {
  const { asOf, lastFiscalYear } = await getProgramme(context);
  const today = context.clock.today();
  const fields = new FormData();
  const choices = {
    language,
    fiscalYear: String(options.fiscalYear ?? lastFiscalYear),
    subject: options.subject ?? "",
    asOf: options.asOf ?? (asOf < today ? asOf : today),
    calendar: options.calendar,
    basis: "public",
    maker: options.organisation ?? (await findUsualMaker(context)),
    visibility: "members",
  };
  for (const [name, value] of Object.entries(choices)) fields.set(name, value);
  for (const [name, value] of Object.entries(written)) fields.set(`written.${name}`, value);
  const form = readDocumentForm(kind, fields);
  const checked = await checkDocumentForm(context, null, kind, form);
  if (checked instanceof Map) return refuseProblems(checked, form, kind, language);
  return checked.request;
}

/** Makes a kept document again and says whether its files come out the same. */
async function verify(invocation: Invocation, id: string): Promise<ExitCode> {
  const { language, print, report } = invocation;
  const { document, state, files, writer } = await withContext(invocation, async (context) =>
    remakeKept(context, await getKeptDocument(context, id)),
  );
  report(message(language, "cli.report.verifying", { title: document.title, date: document.asOf }));
  for (const { format, kept, remade } of files) {
    print(`${format}  ${kept}`);
    if (remade !== kept) print(`${" ".repeat(format.length)}  ${remade ?? "-"}`);
  }
  report(message(language, `library.remake.${state}`));
  if (writer.kept !== writer.now) report(message(language, "library.remake.writer", writer));
  else if (state === "different") report(message(language, "library.remake.unexplained"));
  return state === "same" ? 0 : 1;
}
